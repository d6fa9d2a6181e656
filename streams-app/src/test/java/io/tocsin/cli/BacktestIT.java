package io.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.cli.Shell.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A backtest over the topic of a cluster is the same as over the files that were sent to it. */
@ExtendWith(CommandCluster.Given.class)
class BacktestIT {

    private final CommandCluster cluster;

    @TempDir
    private Path folder;

    BacktestIT(CommandCluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void findsOnTheTopicWhatItFindsInTheFilesThatWereSent() throws IOException {
        String config = cluster.created(folder, "backtest").toString();
        String reports = sample("/io/tocsin/cli/sample-reports.jsonl");
        String rules = sample("/io/tocsin/watch/default-rules.yaml");
        assertThat(Shell.run("reports", "send", "--config", config, reports).exitCode())
                .isZero();

        Answer ofTopic = Shell.run("backtest", "--json", "--from-topic", "--config", config, "--rules", rules);
        Answer ofFiles = Shell.run("backtest", "--json", "--reports", reports, "--rules", rules);

        assertThat(ofTopic.exitCode()).as(ofTopic.err()).isZero();
        assertThat(ofFiles.lines()).hasSizeGreaterThan(3);
        assertThat(ofTopic.out().replaceAll("\"received\":\"[^\"]*\",", "")).isEqualTo(ofFiles.out());
    }

    private String sample(String resource) throws IOException {
        Path file = folder.resolve(Path.of(resource).getFileName());
        Files.write(file, BacktestIT.class.getResourceAsStream(resource).readAllBytes());
        return file.toString();
    }
}
