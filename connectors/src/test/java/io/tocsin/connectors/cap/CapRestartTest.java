package io.tocsin.connectors.cap;

import static io.tocsin.connectors.cap.AlertText.SENT;
import static io.tocsin.connectors.cap.AlertText.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.connectors.polling.PollingRig;
import io.tocsin.connectors.polling.RestartTrial;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wherever the worker dies, every alert is told, and none with a changed content. */
class CapRestartTest {

    private final PollingRig rig = new PollingRig(new CapConnector(), CapTask::new);
    private final FakeAlerts alerts = new FakeAlerts();

    @BeforeEach
    void fill() {
        alerts.configure(rig);
        AlertText first = alert("m00", SENT);
        alerts.put(first);
        for (int i = 1; i <= 60; i++) {
            AlertText next = alert("m%02d".formatted(i), SENT.plusSeconds(i)).withHeadline("Rocket " + i);
            alerts.put(i % 3 == 0 ? next.update(first) : next);
        }
        alerts.put("broken", SENT.plusSeconds(70), "<alert");
    }

    @AfterEach
    void close() {
        alerts.close();
    }

    @Test
    void losesNothingWhenTheWorkerDiesInTheFirstPoll() throws InterruptedException {
        holds("first poll", new RestartTrial(rig).run());
    }

    @Test
    void losesNothingWhenTheWorkerDiesInALaterPoll() throws InterruptedException {
        rig.run();
        rig.keep();
        rig.clock().advance(Duration.ofHours(1));
        for (int i = 1; i <= 10; i++) {
            AlertText before = alert("m%02d".formatted(i), SENT.plusSeconds(i));
            AlertText next = alert("n" + i, SENT.plusSeconds(100 + i));
            alerts.put(i % 2 == 0 ? next.update(before) : next.cancel(before));
        }

        holds("later poll", new RestartTrial(rig).run());
    }

    private static void holds(String poll, RestartTrial.Result result) {
        System.out.println("cap, " + poll + " of " + result.records() + " records, after batches: "
                + result.afterBatches() + "; after records: " + result.afterRecords());
        for (RestartTrial.Tally tally : List.of(result.afterBatches(), result.afterRecords())) {
            assertThat(tally.cuts()).isPositive();
            assertThat(tally.lost()).isZero();
            assertThat(tally.changed()).isZero();
        }
        assertThat(result.afterBatches().repeated()).isZero();
    }
}
