package io.tocsin.connectors.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
        "a.json.GZ, JSON",
        "20180101000000.export.CSV.zip, CSV",
        "a.avro, AVRO",
        "a.Avro.gz, AVRO"
    })
    void isToldByTheEndingOfTheName(String name, Format format) {
        assertThat(Format.ofName(Path.of("folder.json", name))).contains(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.txt", "a.gz", "a.zip", "a.parquet"})
    void isNotGuessed(String name) {
        assertThat(Format.ofName(Path.of(name))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a.csv.gz, GZIP", "a.ZIP, ZIP", "a.gz.csv, NONE"})
    void seesThePackingByTheLastEnding(String name, Packing packing) {
        assertThat(Packing.ofName(Path.of(name))).isEqualTo(packing);
    }
}
