package io.tocsin.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plug-in finds in a Connect worker that it does not find in a test. */
class WorkerTest {

    @TempDir
    private Path folder;

    /** Runs a task over one file; the exit code is the number of records. */
    static final class Main {

        private Main() {}

        public static void main(String[] args) throws InterruptedException {
            List<SourceRecord> records = new TaskRig().reading(Path.of(args[0])).run();
            System.exit(records.size());
        }
    }

    @Test
    void needsNoSystemPropertyToTrustItsOwnRecords() throws Exception {
        String report =
                "{\"id\":\"1\",\"source\":{\"id\":\"x\",\"kind\":\"field\"},\"publishedAt\":\"2021-05-04T20:00:00Z\","
                        + "\"occurrence\":{\"from\":\"2021-05-04T00:00:00Z\",\"until\":\"2021-05-05T00:00:00Z\"},\"place\":{}}\n";
        Path file = Files.writeString(folder.resolve("a.json"), report.repeat(7));
        Path log = folder.resolve("log");

        Process worker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        assertThat(worker.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(worker.exitValue()).as(Files.readString(log)).isEqualTo(7);
    }

    @Test
    void logsOnlyThroughWhatSlf4j17Has() throws IOException, URISyntaxException {
        Path classes = Path.of(FilesTask.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            assertThat(files.filter(file -> file.toString().endsWith(".class")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain("org/slf4j/spi/LoggingEventBuilder"));
        }
    }
}
