package io.tocsin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RegistryLogTest {
    private static final RegistryEvent FIRST = new RegistryEvent.Registered("süd/値", 1, 1, "\"string\"");
    private static final RegistryEvent SECOND =
            new RegistryEvent.LevelSet(SchemaCatalogue.GLOBAL, CompatibilityLevel.FULL);
    private static final RegistryEvent THIRD = new RegistryEvent.Removed("süd/値", 1);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeTwoEvents() {
        file = folder.resolve("registry.jsonl");
        append(FIRST);
        append(SECOND);
    }

    @Test
    void givesBackEveryEventInOrder() {
        append(THIRD);

        assertThat(events()).containsExactly(FIRST, SECOND, THIRD);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20})
    void cutsOffALastLineThatWasNotFinishedAndGoesOnAfterIt(int missing) throws IOException {
        byte[] content = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(content, content.length - missing));

        append(THIRD);

        assertThat(events()).containsExactly(FIRST, THIRD);
    }

    @Test
    void refusesAFileThatIsDamagedInTheMiddleAndNamesTheLine() throws IOException {
        Files.writeString(file, "{\"event\":\"regist\n{}\n", StandardOpenOption.APPEND);

        assertThatThrownBy(this::events)
                .isInstanceOf(EmbeddedException.class)
                .hasMessageContaining("damaged at line 3")
                .hasMessageContaining(file.toString());
    }

    private void append(RegistryEvent event) {
        try (RegistryLog log = RegistryLog.in(folder)) {
            log.append(event);
        }
    }

    private List<RegistryEvent> events() {
        try (RegistryLog log = RegistryLog.in(folder)) {
            return log.events();
        }
    }
}
