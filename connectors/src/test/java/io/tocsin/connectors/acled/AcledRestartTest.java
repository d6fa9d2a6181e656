package io.tocsin.connectors.acled;

import static io.tocsin.connectors.acled.FakeAcled.row;
import static io.tocsin.connectors.polling.PollingRig.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.Report;
import io.tocsin.connectors.polling.PollingRig;
import io.tocsin.connectors.polling.PollingTask;
import io.tocsin.connectors.polling.RestartTrial;
import io.tocsin.connectors.polling.SetClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wherever the worker dies, every row is published, and none with a changed content. */
class AcledRestartTest {

    private static final Duration INTERVAL = Duration.ofHours(6);

    private final PollingRig rig = new PollingRig(new AcledConnector(), AcledTask::new);
    private final SetClock theirs = new SetClock(NOW);
    private final FakeAcled acled = new FakeAcled(theirs);

    @BeforeEach
    void fill() {
        acled.configure(rig);
        for (int i = 1; i <= 8; i++) {
            acled.put(row("IRQ" + i, NOW.minus(Duration.ofDays(3)).plusSeconds(i)));
        }
        acled.put(row("IRQ9", NOW.minus(Duration.ofDays(3))).put("event_date", "2026-02-31"));
    }

    @AfterEach
    void close() {
        acled.close();
    }

    @Test
    void losesNothingWhenTheWorkerDiesInTheFirstPoll() throws InterruptedException {
        holds("first poll", new RestartTrial(rig).run());
    }

    @Test
    void losesNothingWhenTheWorkerDiesInALaterPoll() throws InterruptedException {
        rig.run();
        rig.keep();
        rig.clock().advance(INTERVAL);
        theirs.advance(INTERVAL);
        for (int i = 1; i <= 4; i++) {
            acled.put(row("IRQ" + i, NOW.plusSeconds(i)).put("fatalities", "7"));
        }
        acled.put(row("IRQ5", NOW.plusSeconds(5)).put("country", "Indian Ocean"));
        acled.put(row("IRQ10", NOW.plusSeconds(6)).put("event_date", "2026-02-31"));
        for (int i = 6; i <= 8; i++) {
            acled.delete("IRQ" + i, NOW.plusSeconds(i));
        }

        holds("later poll", new RestartTrial(rig).run());
    }

    private static void holds(String poll, RestartTrial.Result result) {
        System.out.println("acled, " + poll + " of " + result.records() + " records, after batches: "
                + result.afterBatches() + "; after records: " + result.afterRecords());
        assertThat(result.afterBatches().cuts()).isGreaterThan(2);
        assertThat(result.afterBatches().lost()).isZero();
        assertThat(result.afterBatches().repeated()).isZero();
        assertThat(result.afterBatches().changed()).isZero();
        assertThat(result.afterRecords().cuts()).isEqualTo(result.records());
        assertThat(result.afterRecords().lost()).isZero();
        assertThat(result.afterRecords().changed()).isZero();
    }

    @Test
    void neverLowersTheRevisionOfAReport() throws InterruptedException {
        List<Report> told = new ArrayList<>();
        PollingTask task = rig.started();
        for (int change = 0; change < 5; change++) {
            told.addAll(rig.reports(rig.run(task)));
            rig.clock().advance(INTERVAL);
            theirs.advance(INTERVAL);
            acled.put(row("IRQ1", rig.clock().instant().minus(Duration.ofHours(1)))
                    .put("fatalities", Integer.toString(change)));
        }
        task.stop();

        assertThat(told.stream()
                        .filter(report -> report.getId().equals("acled:IRQ1"))
                        .map(Report::getRevision))
                .hasSize(5)
                .isSorted()
                .doesNotHaveDuplicates();
    }
}
