package io.tocsin.connectors.gdelt;

import static io.tocsin.connectors.gdelt.Rows.attack;
import static io.tocsin.connectors.gdelt.Rows.mention;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.connectors.polling.PollingRig;
import io.tocsin.connectors.polling.RestartTrial;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wherever the worker dies, all is published, and nothing twice with another content. */
class GdeltRestartTest {

    private static final String T0 = "20260601114500";
    private static final List<String> TIMES = List.of("20260601120000", "20260601121500", "20260601123000");
    private static final int ROWS = 5;

    private final PollingRig rig = new PollingRig(new GdeltConnector(), GdeltTask::new);
    private final FakeGdelt gdelt = new FakeGdelt();

    @AfterEach
    void close() {
        gdelt.close();
    }

    @BeforeEach
    void anOutageOfThreeFiles() throws InterruptedException {
        gdelt.configure(rig).with("gdelt.step.size", "2");
        gdelt.publish(T0, attack(1, T0));
        rig.run();
        rig.keep();
        for (int i = 0; i < TIMES.size(); i++) {
            publish(TIMES.get(i), 10L * (i + 1));
        }
    }

    private void publish(String time, long first) {
        Rows[] rows = IntStream.range(0, ROWS)
                .mapToObj(i -> attack(first + i, time).article("http://example.net/" + (first + i)))
                .toArray(Rows[]::new);
        rows[1].day("20260231");
        gdelt.publish(time, Rows.file(rows), mention(first, "afp.com", 50));
    }

    @Test
    void losesNothingWhenTheWorkerDiesWhileItCatchesUp() throws InterruptedException {
        RestartTrial.Result result = new RestartTrial(rig).run();

        System.out.println("gdelt, catching up with " + result.records() + " records, after batches: "
                + result.afterBatches() + "; after records: " + result.afterRecords());
        // three files of four reports and a dead letter each, and the status
        assertThat(result.records()).isEqualTo(TIMES.size() * ROWS + 1);
        assertThat(result.afterBatches().cuts()).isGreaterThan(2);
        assertThat(result.afterBatches().lost()).isZero();
        assertThat(result.afterBatches().repeated()).isZero();
        assertThat(result.afterBatches().changed()).isZero();
        assertThat(result.afterRecords().lost()).isZero();
        assertThat(result.afterRecords().changed()).isZero();
    }
}
