package io.tocsin.connectors.gdelt;

import static io.tocsin.connectors.gdelt.Rows.attack;
import static io.tocsin.connectors.gdelt.Rows.mention;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.FakeSource.Answer;
import io.tocsin.connectors.polling.PollingRig;
import io.tocsin.connectors.polling.PollingTask;
import io.tocsin.connectors.polling.RestartTrial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything that can go wrong with GDELT goes wrong; all is published all the same, and nothing twice with another content. */
class GdeltSurvivalTest {

    private static final String T0 = "20260601114500";
    private static final List<String> TIMES = List.of("20260601120000", "20260601121500", "20260601123000");
    private static final int ROWS = 5;
    private static final String ZIP = "application/zip";

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

    private Map<String, Answer> troubles() {
        FakeSource source = gdelt.source();
        Map<String, Answer> troubles = new LinkedHashMap<>();
        troubles.put("rate-limited", FakeSource.with("Retry-After", "60", FakeSource.status(429)));
        troubles.put("server-error", FakeSource.status(500));
        troubles.put("unauthorized", FakeSource.status(401));
        troubles.put("not-found", FakeSource.status(404));
        troubles.put("timed-out", source.hang());
        troubles.put("timed-out (slow)", source.drip(ZIP, 100));
        troubles.put("incomplete-body", FakeSource.half(ZIP, "0123456789"));
        troubles.put("incomplete-body (another file)", FakeSource.body(ZIP, FakeGdelt.zipped("another")));
        troubles.put("wrong-content-type", FakeSource.body("text/html", "<html>log in</html>"));
        troubles.put("empty-answer", FakeSource.body(ZIP, ""));
        troubles.put("too-large", source.endless(ZIP));
        troubles.put("too-large (gzip bomb)", FakeSource.gzipBomb(ZIP, 50_000_000));
        troubles.put(
                "broken-encoding",
                FakeSource.with("Content-Encoding", "gzip", FakeSource.body(ZIP, "no archive, not even gzip")));
        troubles.put("refused-redirect", FakeSource.redirect(FakeGdelt.exportPath(TIMES.get(1))));
        troubles.put("refused-address", FakeSource.redirect("ftp://10.0.0.1/"));
        return troubles;
    }

    @Test
    void publishesEverythingOnceAfterAnyTroubleWithAFile() throws InterruptedException {
        List<String> expected = contents(rig.run());
        StringBuilder table = new StringBuilder("\n| gdelt met | reports | twice |\n|---|---|---|\n");
        for (Map.Entry<String, Answer> trouble : troubles().entrySet()) {
            rig.goBack();
            PollingTask task = rig.started();
            int times = trouble.getKey().equals("refused-redirect") ? 6 : 1;
            for (int i = 0; i < times; i++) {
                gdelt.source().nextAt(FakeGdelt.exportPath(TIMES.get(1)), trouble.getValue());
            }
            List<SourceRecord> published = new ArrayList<>(rig.run(task));
            String error = rig.status(published).getError();
            rig.clock().advance(Duration.ofMinutes(20));
            published.addAll(rig.run(task));
            task.stop();

            assertThat(error).startsWith(trouble.getKey().replaceAll(" .*", ""));
            published.removeIf(record ->
                    PollingRig.isStatus(record) && rig.status(List.of(record)).getError() != null);
            assertThat(contents(published)).as(trouble.getKey()).containsExactlyElementsOf(expected);
            table.append("| ")
                    .append(trouble.getKey())
                    .append(" | ")
                    .append(rig.reports(published).size())
                    .append(" | ")
                    .append(published.size() - expected.size())
                    .append(" |\n");
        }
        System.out.println(table);
    }

    @Test
    void isToldOfAZipBomb() throws InterruptedException {
        publishAnother(FakeGdelt.zipped(new byte[50_000_000]));

        assertThat(rig.status(rig.run()).getError()).startsWith("too-large").contains("http.unpacked.max.bytes");
    }

    @Test
    void isToldOfAColumnMore() throws InterruptedException {
        publishAnother(FakeGdelt.zipped(attack(99, "20260601124500").line() + "\tmore\n"));

        assertThat(rig.status(rig.run()).getError())
                .startsWith("changed-schema")
                .contains("61 columns");
    }

    @Test
    void isToldOfAColumnLess() throws InterruptedException {
        String line = attack(99, "20260601124500").line();
        publishAnother(FakeGdelt.zipped(line.substring(0, line.lastIndexOf('\t')) + "\n"));

        assertThat(rig.status(rig.run()).getError())
                .startsWith("changed-schema")
                .contains("61 columns");
    }

    @Test
    void isToldOfAListWithoutFiles() throws InterruptedException {
        gdelt.source().on(FakeGdelt.LIST, FakeSource.body("text/plain", "moved\n"));

        assertThat(rig.status(rig.run()).getError()).startsWith("changed-schema");
    }

    @Test
    void asksNoPrivateAddressThatAListNames() throws InterruptedException {
        rig.with("allow.private.addresses", "false");

        assertThat(rig.status(rig.run()).getError()).startsWith("refused-address");
    }

    private void publishAnother(byte[] archive) {
        rig.goBack();
        gdelt.source()
                .on(
                        FakeGdelt.LIST,
                        FakeSource.body("text/plain", gdelt.listed(FakeGdelt.exportPath("20260601120000"), archive)));
    }

    private List<String> contents(List<SourceRecord> records) {
        return records.stream().map(rig::content).toList();
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
