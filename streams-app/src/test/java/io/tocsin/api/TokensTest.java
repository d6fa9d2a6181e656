package io.tocsin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.api.Tokens.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

    private static final String VIEWER = "viewer-0123456789";
    private static final String OPERATOR = "operator-0123456789";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        VIEWER + ", VIEWER, true",
        VIEWER + ", REPORTER, false",
        VIEWER + ", ADMIN, false",
        OPERATOR + ", VIEWER, true",
        OPERATOR + ", REPORTER, true",
        OPERATOR + ", OPERATOR, true",
        OPERATOR + ", ADMIN, false",
        "viewer-0123456780, VIEWER, false",
    })
    void aRoleMayDoWhatThoseBeforeItMay(String token, Role wanted, boolean allowed) throws IOException {
        assertThat(tokens().allow(Optional.of("Bearer " + token), wanted)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic " + VIEWER, VIEWER, "Bearer " + VIEWER + " "})
    void refusesHeadersThatCarryNoToken(String header) throws IOException {
        assertThat(tokens().allow(Optional.of(header), Role.VIEWER)).isFalse();
        assertThat(tokens().allow(Optional.empty(), Role.VIEWER)).isFalse();
    }

    @Test
    void letEverybodyInWhenThereAreNone() {
        assertThat(Tokens.none().areConfigured()).isFalse();
        assertThat(Tokens.none().allow(Optional.empty(), Role.ADMIN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "viewer short", "viewer  " + VIEWER, "king " + VIEWER, VIEWER + " viewer"})
    void nameTheLineThatIsWrongAndNeverTheToken(String line) throws IOException {
        Path file = file("admin admin-0123456789\n\n" + line + "\n");

        assertThatThrownBy(() -> Tokens.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + ", line 3")
                .message()
                .doesNotContain("0123456789");
    }

    @Test
    void areNeededInTheirFile() throws IOException {
        assertThatThrownBy(() -> Tokens.read(file("\n \n"))).hasMessageContaining("holds no token");
        assertThatThrownBy(() -> Tokens.read(folder.resolve("none"))).hasMessageContaining("cannot be read");
    }

    private Tokens tokens() throws IOException {
        return Tokens.read(file("viewer " + VIEWER + "\n\n  Operator " + OPERATOR + "  \n"));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("tokens"), text);
    }
}
