package io.tocsin.connectors.cap;

import static io.tocsin.connectors.cap.AlertText.SENT;
import static io.tocsin.connectors.cap.AlertText.alert;
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
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever the issuer or the worker does, every alert is told, and none with a changed content. */
class CapSurvivalTest {

    private static final String TROUBLED = "/m07";
    private static final String TYPE = FakeAlerts.TYPE;

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

    /** What goes wrong at the index or at a document, by the fault that it is. */
    private Map<String, Answer> troubles() {
        FakeSource source = alerts.source();
        Map<String, Answer> troubles = new LinkedHashMap<>();
        troubles.put("rate-limited", FakeSource.with("Retry-After", "60", FakeSource.status(429)));
        troubles.put("server-error", FakeSource.status(500));
        troubles.put("forbidden", FakeSource.status(403));
        troubles.put("timed-out (silent)", source.hang());
        troubles.put("timed-out (endless)", source.drip(TYPE, 100));
        troubles.put("incomplete-body", FakeSource.half(TYPE, alert("m07", SENT).xml()));
        return troubles;
    }

    /** What goes wrong at the index and would be final at a document. */
    private Map<String, Answer> indexTroubles() {
        Map<String, Answer> troubles = troubles();
        troubles.put("wrong-content-type", FakeSource.body("text/html", "<html>maintenance</html>"));
        troubles.put("changed-schema (no feed)", FakeSource.body(TYPE, "<html/>"));
        troubles.put("changed-schema (no XML)", FakeSource.body(TYPE, "{\"features\": []}"));
        troubles.put(
                "changed-schema (external entity)",
                FakeSource.body(TYPE, "<!DOCTYPE feed [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><feed>&x;</feed>"));
        troubles.put("changed-schema (nested)", FakeSource.body(TYPE, "<feed>".repeat(100_000)));
        troubles.put("empty-answer", FakeSource.body(TYPE, ""));
        troubles.put("too-large", alerts.source().endless(TYPE));
        troubles.put("too-large (gzip bomb)", FakeSource.gzipBomb(TYPE, 50_000_000));
        troubles.put("broken-encoding", FakeSource.with("Content-Encoding", "gzip", FakeSource.body(TYPE, "<a/>")));
        troubles.put("refused-redirect", FakeSource.with("Location", "/%%%", FakeSource.status(302)));
        troubles.put("refused-address", FakeSource.redirect("ftp://10.0.0.1/"));
        return troubles;
    }

    @Test
    void tellsEverythingOnceAfterAnyTroubleWithADocument() throws InterruptedException {
        survives("document", TROUBLED, troubles());
    }

    @Test
    void tellsEverythingOnceAfterAnyTroubleWithTheIndex() throws InterruptedException {
        survives("index", FakeAlerts.INDEX, indexTroubles());
    }

    private void survives(String what, String path, Map<String, Answer> troubles) throws InterruptedException {
        List<String> expected = contents(rig.run());
        StringBuilder table = new StringBuilder("\n| cap " + what + " met | records | twice |\n|---|---|---|\n");
        for (Map.Entry<String, Answer> trouble : troubles.entrySet()) {
            rig.goBack();
            alerts.source().nextAt(path, trouble.getValue(), trouble.getValue(), trouble.getValue());
            PollingTask task = rig.started();
            List<SourceRecord> published = new ArrayList<>();
            List<String> errors = new ArrayList<>();
            while (errors.isEmpty() || errors.get(errors.size() - 1) != null) {
                List<SourceRecord> poll = rig.run(task);
                errors.add(rig.status(poll).getError());
                published.addAll(poll.subList(0, poll.size() - 1));
                rig.clock().advance(Duration.ofMinutes(30));
            }
            task.stop();

            assertThat(errors.get(0)).startsWith(trouble.getKey().replaceAll(" .*", ""));
            assertThat(contents(published)).as(trouble.getKey()).containsExactlyInAnyOrderElementsOf(expected);
            table.append("| ")
                    .append(trouble.getKey())
                    .append(" | ")
                    .append(published.size())
                    .append(" | ")
                    .append(published.size() - expected.size())
                    .append(" |\n");
        }
        System.out.println(table);
    }

    private List<String> contents(List<SourceRecord> records) {
        return records.stream()
                .filter(record -> !PollingRig.isStatus(record))
                .map(rig::content)
                .toList();
    }

    @Test
    void goesNowhereWithinTheOwnNetwork() throws InterruptedException {
        rig.with("allow.private.addresses", "false");

        assertThat(rig.status(rig.run()).getError()).startsWith("refused-address");
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
