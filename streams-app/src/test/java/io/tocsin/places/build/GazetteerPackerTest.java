package io.tocsin.places.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.places.gazetteer.Gazetteer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GazetteerPackerTest {

    private static final Path SOURCES = Path.of("src", "main", "gazetteer");

    @Test
    void packsTheSameBytesAgain(@TempDir Path folder) throws IOException {
        Path again = folder.resolve("gazetteer.bin");

        GazetteerPacker.main(new String[] {SOURCES.toString(), again.toString()});

        try (InputStream packed = Gazetteer.class.getResourceAsStream("gazetteer.bin")) {
            assertThat(Files.readAllBytes(again)).isEqualTo(packed.readAllBytes());
        }
    }
}
