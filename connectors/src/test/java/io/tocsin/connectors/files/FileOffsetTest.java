package io.tocsin.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tocsin.connectors.reading.Fingerprint;
import io.tocsin.connectors.reading.Position;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileOffsetTest {

    private static final Fingerprint FINGERPRINT = Fingerprint.parse("3:ba7816bf8f01cfea");

    @Test
    void readsWhatItWrites() {
        FileOffset offset = new FileOffset(new Position(7_000_000_000L, 12, FINGERPRINT));
        FileOffset broken = new FileOffset(new Position(7, 12, FINGERPRINT, 99, 0));
        FileOffset within = new FileOffset(new Position(0, 12, FINGERPRINT, Position.NOT_BROKEN, 5));

        assertThat(FileOffset.fromMap(offset.toMap())).isEqualTo(offset);
        assertThat(FileOffset.fromMap(broken.toMap())).isEqualTo(broken);
        assertThat(FileOffset.fromMap(within.toMap())).isEqualTo(within);
        assertThat(SourceFile.fromMap(new SourceFile("a/b").toMap())).isEqualTo(new SourceFile("a/b"));
    }

    @Test
    void isContentWithThePositionAlone() {
        assertThat(FileOffset.fromMap(Map.of("position", 5)).position())
                .isEqualTo(new Position(5, 0, Fingerprint.NONE));
    }

    @ParameterizedTest
    @MethodSource("wrongOffsets")
    void refusesAWrongOffset(Map<String, ?> offset) {
        assertThatIllegalArgumentException().isThrownBy(() -> FileOffset.fromMap(offset));
    }

    static List<Map<String, ?>> wrongOffsets() {
        return List.of(
                Map.of(),
                Map.of("position", "5"),
                Map.of("position", -5),
                Map.of("position", 5, "line", "x"),
                Map.of("position", 5, "line", -1),
                Map.of("position", 5, "fingerprint", "x"),
                Map.of("position", 2, "fingerprint", FINGERPRINT.toString()),
                Map.of("position", 5, "byte", 1));
    }

    @ParameterizedTest
    @MethodSource("wrongPartitions")
    void refusesAWrongPartition(Map<String, ?> partition) {
        assertThatIllegalArgumentException().isThrownBy(() -> SourceFile.fromMap(partition));
    }

    static List<Map<String, ?>> wrongPartitions() {
        return List.of(
                Map.of(),
                Map.of("filename", "a"),
                Map.of("file", 1),
                Map.of("file", "a", "host", "b"),
                Collections.singletonMap("file", null));
    }
}
