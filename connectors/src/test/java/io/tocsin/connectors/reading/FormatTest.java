package io.tocsin.connectors.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {

    @ParameterizedTest
    @CsvSource({
        "a.json, JSON",
        "a.jsonl, JSON",
        "a.NDJSON, JSON",
        "a.csv, CSV",
        "a.b.csv, CSV",
        "a.tsv, CSV",
        "a.csv.gz, CSV",
        "a.json.GZ, JSON"
    })
    void isToldByTheEndingOfTheName(String name, Format format) {
        assertThat(Format.ofName(Path.of("folder.json", name))).contains(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.txt", "a.gz", "a.json.zip"})
    void isNotGuessed(String name) {
        assertThat(Format.ofName(Path.of(name))).isEmpty();
    }

    @Test
    void seesGzipByTheLastEnding() {
        assertThat(Format.isGzip(Path.of("a.csv.gz"))).isTrue();
        assertThat(Format.isGzip(Path.of("a.gz.csv"))).isFalse();
    }
}
