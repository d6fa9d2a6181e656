package io.tocsin.connectors.alertmanager;

import static io.tocsin.avro.Transition.ESCALATED;
import static io.tocsin.avro.Transition.GREW;
import static io.tocsin.avro.Transition.OPENED;
import static io.tocsin.avro.Transition.RESOLVED;
import static io.tocsin.connectors.alerts.AlertBuilder.anAlert;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.avro.Severity;
import io.tocsin.connectors.alerts.AlertBuilder;
import io.tocsin.connectors.alerts.SinkRig;
import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.FakeSource.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the task says, seen by a server that answers as Alertmanager's API does. */
class AlertmanagerTaskTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String PATH = "/api/v2/alerts";

    private final FakeSource alertmanager = new FakeSource().on(PATH, FakeSource.status(200));
    private final SinkRig rig = new SinkRig(AlertmanagerTask::new, 2);

    @BeforeEach
    void configure() {
        rig.with(AlertmanagerConfig.URLS, alertmanager.url(""));
        rig.with(AlertmanagerConfig.RESEND_INTERVAL, "3600000");
    }

    @AfterEach
    void stop() {
        rig.close();
        alertmanager.close();
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    /** All postings, each as {@code id/severity/open or over}, in their order. */
    private List<String> postings() {
        List<String> all = new ArrayList<>();
        alertmanager
                .asked(PATH)
                .forEach(asked -> tree(asked.body()).forEach(posting -> {
                    boolean open = Instant.parse(posting.get("endsAt").asText()).isAfter(Instant.now());
                    all.add(posting.at("/labels/tocsin_alert").asText() + "/"
                            + posting.at("/labels/severity").asText() + "/" + (open ? "open" : "over"));
                }));
        return all;
    }

    @Test
    void tellsThePresentOnlyHoweverMuchThereIsToRead() throws Exception {
        for (int i = 0; i < 20; i++) {
            AlertBuilder alert = anAlert("a" + i);
            rig.publish(alert.next(OPENED), alert.severity(Severity.CRITICAL).next(ESCALATED));
            rig.publish(i < 19 ? alert.next(RESOLVED) : alert.next(GREW));
        }
        rig.start();
        rig.untilAllCommitted();

        assertThat(postings().stream().filter(posting -> posting.endsWith("open")))
                .isNotEmpty()
                .containsOnly("a19/critical/open");
    }

    @Test
    void saysNothingAfterARestartUntilAllIsReadAgain() throws Exception {
        AlertBuilder alert = anAlert("alert");
        rig.publish(alert.next(OPENED)).start();
        IntStream.range(0, 50).forEach(i -> rig.publish(anAlert("other-" + i).next(OPENED)));
        rig.publish(alert.next(RESOLVED));
        rig.untilAllCommitted();
        rig.stop();
        int before = postings().size();

        rig.publish(alert.next(GREW)).start();
        rig.untilAllCommitted();

        assertThat(postings().subList(before, postings().size()))
                .contains("alert/watch/open")
                .doesNotContain("alert/watch/over")
                .doesNotHaveDuplicates();
    }

    @Test
    void endsWhatWasNotCommittedHoweverLongAgoItEnded() throws Exception {
        AlertBuilder alert = anAlert("alert");
        rig.publish(alert.next(OPENED)).start();
        rig.untilAllCommitted();
        rig.stop();

        rig.publish(alert.next(RESOLVED, Instant.now().minus(Duration.ofDays(400))))
                .start();
        rig.untilAllCommitted();

        assertThat(postings()).endsWith("alert/watch/over");
    }

    @Test
    void tellsFromACompactedTopicWhatIsOpen() throws Exception {
        AlertBuilder open = anAlert("open");
        AlertBuilder over = anAlert("over");
        rig.publish(open.next(OPENED), over.next(OPENED), over.next(RESOLVED))
                .publish(open.notifying(false).next(GREW))
                .start();
        rig.untilAllCommitted();
        rig.stop();
        rig.compact();
        int before = postings().size();

        rig.start();
        rig.until("the open one is told", () -> postings().size() > before);
        rig.untilAllCommitted();

        assertThat(postings().subList(before, postings().size())).containsExactly("open/watch/open");
    }

    @Test
    void tellsOpenAlertsAgainFromTimeToTime() throws Exception {
        rig.with(AlertmanagerConfig.RESEND_INTERVAL, "50")
                .publish(anAlert("alert").next(OPENED))
                .start();

        rig.until("it is told five times", () -> postings().size() >= 5);

        assertThat(postings()).containsOnly("alert/watch/open");
    }

    @Test
    void leavesOutOnlyWhatIsRefused() throws Exception {
        Answer choosy = (asked, exchange) ->
                FakeSource.status(asked.body().contains("\"bad\"") ? 400 : 200).to(asked, exchange);
        alertmanager.on(PATH, choosy);
        rig.publish(
                        anAlert("one").next(OPENED),
                        anAlert("bad").next(OPENED),
                        anAlert("two").next(OPENED))
                .start();

        rig.untilAllCommitted();

        List<String> taken = alertmanager.asked(PATH).stream()
                .filter(asked -> !asked.body().contains("\"bad\""))
                .map(asked -> asked.body())
                .toList();
        assertThat(String.join("", taken)).contains("\"one\"", "\"two\"");
    }

    @Test
    void commitsNothingThatNobodyHasTaken() throws Exception {
        alertmanager.on(PATH, FakeSource.status(503));
        rig.publish(anAlert("alert").next(OPENED)).start();
        rig.until("it is tried three times", () -> {
            rig.commit();
            return alertmanager.asked(PATH).size() >= 3;
        });
        assertThat(rig.committed()).isZero();

        alertmanager.on(PATH, FakeSource.status(200));
        rig.untilAllCommitted();

        assertThat(rig.committed()).isOne();
    }

    @Test
    void showsItsCredentials() throws Exception {
        rig.with(AlertmanagerConfig.USER, "tocsin").with(AlertmanagerConfig.PASSWORD, "s3cret");
        rig.publish(anAlert("alert").next(OPENED)).start();
        rig.untilAllCommitted();

        assertThat(alertmanager.asked(PATH).get(0).header("authorization"))
                .contains("Basic "
                        + java.util.Base64.getEncoder()
                                .encodeToString("tocsin:s3cret".getBytes(StandardCharsets.UTF_8)));
        assertThat(alertmanager.asked(PATH).get(0).method()).isEqualTo("POST");
    }

    @Test
    void buriesOnceWhatIsNoAlert() throws Exception {
        rig.publish("key", "no alert".getBytes(StandardCharsets.UTF_8))
                .publish("key", null)
                .publish(anAlert("alert").next(OPENED))
                .start();
        rig.untilAllCommitted();
        rig.stop();
        rig.start();
        rig.until("the alert is told again", () -> postings().size() >= 2);

        assertThat(rig.buried()).hasSize(1);
        assertThat(rig.buried()
                        .get(0)
                        .headers()
                        .lastWithName("tocsin.error.reason")
                        .value())
                .isEqualTo("wrong-magic");
        assertThat(postings()).containsOnly("alert/watch/open");
    }

    @Test
    void takesLabelsThatAlertmanagerWouldNot() throws Exception {
        rig.publish(anAlert("alert")
                        .label("on-call", "ana")
                        .label("1st", "x")
                        .label("severity", "mine")
                        .label("empty", "")
                        .label("long", "ä".repeat(5000))
                        .next(OPENED))
                .start();
        rig.untilAllCommitted();

        JsonNode labels = tree(alertmanager.asked(PATH).get(0).body()).at("/0/labels");
        assertThat(labels.get("on_call").asText()).isEqualTo("ana");
        assertThat(labels.get("_1st").asText()).isEqualTo("x");
        assertThat(labels.get("severity").asText()).isEqualTo("watch");
        assertThat(labels.has("empty")).isFalse();
        assertThat(labels.get("long").asText()).hasSize(1024).endsWith("…");
    }
}
