package io.tocsin.connectors.acled;

import static io.tocsin.connectors.acled.FakeAcled.ROWS;
import static io.tocsin.connectors.acled.FakeAcled.row;
import static io.tocsin.connectors.polling.PollingRig.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.Report;
import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.FakeSource.Answer;
import io.tocsin.connectors.polling.PollingRig;
import io.tocsin.connectors.polling.PollingTask;
import io.tocsin.connectors.polling.RestartTrial;
import io.tocsin.connectors.polling.SetClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever ACLED or the worker does, every row is published, and none with a changed content. */
class AcledSurvivalTest {

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

    private Map<String, Answer> troubles() {
        FakeSource source = acled.source();
        String type = "application/json";
        Map<String, Answer> troubles = new LinkedHashMap<>();
        troubles.put("rate-limited", FakeSource.with("Retry-After", "60", FakeSource.status(429)));
        troubles.put("server-error", FakeSource.status(500));
        troubles.put("forbidden", FakeSource.status(403));
        troubles.put("timed-out (silent)", source.hang());
        troubles.put("timed-out (endless)", source.drip(type, 100));
        troubles.put("incomplete-body", FakeSource.half(type, "{\"success\": true, \"data\": []}"));
        troubles.put("incomplete-body (of JSON)", FakeSource.json("{\"success\": true, \"data\": [{\"event_"));
        troubles.put("wrong-content-type", FakeSource.body("text/html", "<html>maintenance</html>"));
        troubles.put("changed-schema (no data)", FakeSource.json("{\"success\": true, \"rows\": []}"));
        troubles.put(
                "changed-schema (no column)", FakeSource.json("{\"success\": true, \"data\": [{\"event_id\": 1}]}"));
        troubles.put("changed-schema (no JSON)", FakeSource.json("<html>"));
        troubles.put("refused", FakeSource.json("{\"success\": false, \"error\": \"quota\"}"));
        troubles.put("empty-answer", FakeSource.json(""));
        troubles.put("too-large", source.endless(type));
        troubles.put("too-large (gzip bomb)", FakeSource.gzipBomb(type, 50_000_000));
        troubles.put("broken-encoding", FakeSource.with("Content-Encoding", "gzip", FakeSource.json("{}")));
        troubles.put("refused-redirect", FakeSource.redirect(ROWS));
        troubles.put("refused-address", FakeSource.redirect("ftp://10.0.0.1/"));
        return troubles;
    }

    @Test
    void publishesEverythingOnceAfterAnyTrouble() throws InterruptedException {
        List<String> expected = contents(rig.run());
        StringBuilder table = new StringBuilder("\n| acled met | reports | twice |\n|---|---|---|\n");
        for (Map.Entry<String, Answer> trouble : troubles().entrySet()) {
            rig.goBack();
            PollingTask task = rig.started();
            int redirects = trouble.getKey().equals("refused-redirect") ? 6 : 1;
            List<SourceRecord> published = withTroubleOnTheSecondPage(task, trouble.getValue(), redirects);
            task.stop();

            String error = rig.status(published.subList(0, indexOfStatus(published) + 1))
                    .getError();
            assertThat(error).startsWith(trouble.getKey().replaceAll(" .*", ""));
            published.removeIf(record ->
                    PollingRig.isStatus(record) && rig.status(List.of(record)).getError() != null);
            assertThat(contents(published)).as(trouble.getKey()).containsExactlyInAnyOrderElementsOf(expected);
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

    private List<SourceRecord> withTroubleOnTheSecondPage(PollingTask task, Answer trouble, int times)
            throws InterruptedException {
        List<SourceRecord> published = new ArrayList<>();
        while (published.isEmpty()) {
            List<SourceRecord> batch = task.poll();
            published.addAll(batch == null ? List.of() : batch);
        }
        for (int i = 0; i < times; i++) {
            acled.source().nextAt(ROWS, trouble);
        }
        published.addAll(rig.run(task));
        rig.clock().advance(Duration.ofMinutes(20));
        published.addAll(rig.run(task));
        return published;
    }

    private static int indexOfStatus(List<SourceRecord> records) {
        int index = 0;
        while (!PollingRig.isStatus(records.get(index))) {
            index++;
        }
        return index;
    }

    private List<String> contents(List<SourceRecord> records) {
        return records.stream().map(rig::content).toList();
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
