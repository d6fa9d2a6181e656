package io.tocsin.connectors.acled;

import static io.tocsin.connectors.acled.FakeAcled.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.connectors.polling.PollingRig;
import io.tocsin.connectors.polling.SetClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plug-in finds in a Connect worker that it does not find in a test. */
class AcledWorkerTest {

    private static final int ROWS = 7;

    @TempDir
    private Path folder;

    /** Runs a task through one poll; the exit code is the number of records. */
    static final class Main {

        private Main() {}

        public static void main(String[] args) throws InterruptedException {
            try (FakeAcled acled = new FakeAcled(new SetClock(PollingRig.NOW))) {
                for (int i = 0; i < ROWS; i++) {
                    acled.put(row("IRQ" + i, PollingRig.NOW.minus(Duration.ofDays(1))));
                }
                System.exit(acled.configure(new PollingRig(new AcledConnector(), AcledTask::new))
                        .run()
                        .size());
            }
        }
    }

    @Test
    void needsNoSystemPropertyToTrustItsOwnRecords() throws Exception {
        Path log = folder.resolve("log");

        Process worker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        assertThat(worker.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(worker.exitValue()).as(Files.readString(log)).isEqualTo(ROWS + 1);
    }
}
