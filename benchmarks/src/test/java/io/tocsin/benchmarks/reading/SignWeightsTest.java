package io.tocsin.benchmarks.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.news.tell.Scales;
import io.tocsin.news.tell.Sign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignWeightsTest {

    @TempDir
    private Path folder;

    @Test
    void nameEverySignTheSameOnEachRun() throws IOException {
        write();
        SignWeights weights = SignWeights.of(folder);

        assertThat(weights.table().stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split("\t", 2)[0]))
                .startsWith(Scales.ANYTHING)
                .hasSize(1 + Sign.values().length)
                .contains(Sign.KILLED.label());
        assertThat(SignWeights.of(folder).table()).isEqualTo(weights.table());
    }

    @Test
    void scoreTheRulesAlone() throws IOException {
        write();

        ReadingScore score = SignWeights.of(folder).byRules();

        assertThat(score.incidents()).isEqualTo(1);
        assertThat(score.found()).isEqualTo(1);
        assertThat(score.falseIncidents()).isZero();
    }

    private void write() throws IOException {
        Labels.write(folder, "'must': [{'category': 'shooting', 'country': 'IQ'}]");
        Files.writeString(
                folder.resolve("a.txt"),
                "Gunmen shot four people dead in Mosul, Iraq, on Monday. An explosion was heard in the country.\n");
    }
}
