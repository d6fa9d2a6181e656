package io.tocsin.connectors.alertmanager;

import static io.tocsin.avro.Transition.EASED;
import static io.tocsin.avro.Transition.ESCALATED;
import static io.tocsin.avro.Transition.GREW;
import static io.tocsin.avro.Transition.OPENED;
import static io.tocsin.avro.Transition.REMINDED;
import static io.tocsin.avro.Transition.RESOLVED;
import static io.tocsin.avro.Transition.WITHDRAWN;
import static io.tocsin.connectors.alerts.AlertBuilder.anAlert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.avro.Severity;
import io.tocsin.connectors.alerts.AlertBuilder;
import io.tocsin.connectors.alerts.SinkRig;
import io.tocsin.connectors.polling.FakeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The task against the real Alertmanager, which notifies a desk on loopback as docs/connectors/alertmanager.md suggests. */
class AlertmanagerIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int PARTITIONS = 3;
    private static final String DESK = "/desk";

    @TempDir
    private Path folder;

    private final SinkRig rig = new SinkRig(AlertmanagerTask::new, PARTITIONS);
    private final FakeSource desk = new FakeSource().on(DESK, FakeSource.status(200));
    private RealAlertmanager alertmanager;

    @BeforeEach
    void startAlertmanager() throws IOException {
        boolean there = Files.isExecutable(RealAlertmanager.PROGRAM);
        if (!there) {
            System.out.println("SKIPPED: no " + RealAlertmanager.PROGRAM
                    + " here; apt-get install prometheus-alertmanager to run AlertmanagerIT");
        }
        assumeTrue(there, "no " + RealAlertmanager.PROGRAM);
        alertmanager = new RealAlertmanager(folder.resolve("one"), configuration()).start();
        rig.with(AlertmanagerConfig.URLS, alertmanager.url());
        rig.with(AlertmanagerConfig.RESEND_INTERVAL, "200");
        rig.with(AlertmanagerConfig.LINK, "https://tocsin.example.org/alerts/{id}");
    }

    private String configuration() {
        return """
                route:
                  receiver: desk
                  group_by: [tocsin_alert]
                  group_wait: 100ms
                  group_interval: 100ms
                  repeat_interval: 1h
                receivers:
                  - name: desk
                    webhook_configs: [{url: "%s", send_resolved: true}]
                inhibit_rules:
                  - source_matchers: ['severity="critical"', 'tocsin_alert!=""']
                    target_matchers: ['severity=~"watch|warning"']
                    equal: [tocsin_alert]
                  - source_matchers: ['severity="warning"', 'tocsin_alert!=""']
                    target_matchers: ['severity="watch"']
                    equal: [tocsin_alert]
                """.formatted(desk.url(DESK));
    }

    @AfterEach
    void stop() {
        rig.close();
        desk.close();
        if (alertmanager != null) {
            alertmanager.close();
        }
    }

    @Test
    void showsOneAlertEscalatesItInPlaceAndResolvesItOnce() throws Exception {
        AlertBuilder alert = anAlert("alert-1");
        List<List<String>> seen = new ArrayList<>();
        rig.publish(alert.next(OPENED)).start();
        see(seen, "alert-1/watch");
        hear("firing watch");
        rig.publish(alert.notifying(false).next(GREW));
        rig.publish(alert.notifying(true).severity(Severity.WARNING).next(ESCALATED));
        see(seen, "alert-1/warning");
        hear("firing warning");
        rig.publish(alert.next(REMINDED), alert.severity(Severity.CRITICAL).next(ESCALATED));
        see(seen, "alert-1/critical");
        hear("firing critical");
        rig.publish(alert.next(RESOLVED));
        see(seen);

        assertThat(seen).as("what it showed at any time").allMatch(shown -> shown.size() <= 1);
        hear("resolved critical");
        assertThat(told())
                .as("what the desk was told")
                .containsExactly("firing watch", "firing warning", "firing critical", "resolved critical");
    }

    /** Ticks until exactly these are shown, and keeps what was shown meanwhile. */
    private void see(List<List<String>> seen, String... shown) throws InterruptedException {
        rig.until(List.of(shown) + " is shown", () -> {
            seen.add(alertmanager.shown());
            return seen.get(seen.size() - 1).equals(List.of(shown));
        });
    }

    /** Ticks until the desk was told this. */
    private void hear(String what) throws InterruptedException {
        rig.until("the desk hears " + what, () -> told().contains(what));
    }

    /** What the desk was told, one entry an alert in a notification that said something new. */
    private List<String> told() {
        List<String> told = new ArrayList<>();
        desk.asked(DESK)
                .forEach(asked -> tree(asked.body()).get("alerts").forEach(alert -> {
                    String what = alert.get("status").asText() + " "
                            + alert.at("/labels/severity").asText();
                    if (told.isEmpty() || !told.get(told.size() - 1).equals(what)) {
                        told.add(what);
                    }
                }));
        return told;
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    @Test
    void showsWhatPeopleNeedToKnow() throws Exception {
        rig.publish(anAlert("alert-1").next(OPENED)).start();
        rig.until("it is shown", () -> alertmanager.alerts().size() == 1);

        JsonNode alert = alertmanager.alerts().get(0);

        assertThat(alert.get("labels"))
                .isEqualTo(MAPPER.valueToTree(Map.of(
                        "alertname", "three-in-three-days",
                        "desk", "iraq",
                        "scope", "site:IQ:ain-al-assad",
                        "scope_kind", "site",
                        "severity", "watch",
                        "tocsin_alert", "alert-1")));
        assertThat(alert.at("/annotations/summary").asText())
                .isEqualTo("Three rocket attacks on Ain Al Assad – “within” 3 days");
        assertThat(alert.at("/annotations/description").asText())
                .endsWith("rocket, Ain Al Assad: Rockets hit the base (AFP, Reuters)");
        assertThat(alert.at("/annotations/links").asText()).isEqualTo("https://example.org/1");
        assertThat(alert.at("/annotations/runbook_url").asText()).isEqualTo("https://example.org/runbook");
        assertThat(alert.get("generatorURL").asText()).isEqualTo("https://tocsin.example.org/alerts/alert-1");
    }

    @Test
    void missesNothingThatHappensWhileAlertmanagerIsAway() throws Exception {
        AlertBuilder resolved = anAlert("resolved");
        AlertBuilder escalated = anAlert("escalated");
        rig.publish(
                        resolved.next(OPENED),
                        escalated.next(OPENED),
                        anAlert("quiet").next(OPENED))
                .start();
        rig.until(
                "all are shown",
                () -> alertmanager.shown().equals(List.of("escalated/watch", "quiet/watch", "resolved/watch")));
        rig.untilAllCommitted();
        long before = rig.committed();

        alertmanager.stop();
        rig.publish(
                resolved.next(RESOLVED),
                escalated.severity(Severity.CRITICAL).next(ESCALATED),
                anAlert("opened").next(OPENED));
        IntStream.range(0, 200).forEach(i -> rig.publish(anAlert("many-" + i).next(OPENED)));
        for (int i = 0; i < 100; i++) {
            rig.tick();
            rig.commit();
        }
        assertThat(rig.committed())
                .as("nobody took it, so nothing is committed")
                .isEqualTo(before);
        alertmanager.start();

        rig.until("all that is open is shown", () -> alertmanager.shown().size() == 203);
        assertThat(alertmanager.shown())
                .contains("escalated/critical", "opened/watch", "quiet/watch")
                .doesNotContain("resolved/watch", "escalated/watch");
        rig.untilAllCommitted();
    }

    @Test
    void goesOnAfterARestartWithWhatIsOpenAndEndsWhatEndedMeanwhile() throws Exception {
        AlertBuilder resolved = anAlert("resolved");
        AlertBuilder returned = anAlert("returned");
        rig.publish(
                        resolved.next(OPENED),
                        returned.next(OPENED),
                        returned.next(RESOLVED),
                        anAlert("open").next(OPENED))
                .publish(returned.next(GREW))
                .start();
        rig.until(
                "three are shown",
                () -> alertmanager.shown().equals(List.of("open/watch", "resolved/watch", "returned/watch")));
        rig.untilAllCommitted();
        rig.stop();

        rig.publish(resolved.next(RESOLVED), anAlert("new").next(OPENED));
        alertmanager.stop();
        alertmanager.start();
        rig.start();

        rig.until(
                "what is open is shown",
                () -> alertmanager.shown().equals(List.of("new/watch", "open/watch", "returned/watch")));
        rig.untilAllCommitted();
        assertThat(desk.asked(DESK).stream().map(asked -> tree(asked.body())))
                .as("nothing is resolved that is open, at no time")
                .noneMatch(told -> told.toString().contains("\"returned\"")
                        && told.get("status").asText().equals("resolved"));
    }

    @Test
    void endsWhatAStillRunningAlertmanagerShowsThoughTheTaskWasAwayWhenItEnded() throws Exception {
        AlertBuilder escalated = anAlert("escalated");
        AlertBuilder withdrawn = anAlert("withdrawn");
        rig.publish(escalated.severity(Severity.WARNING).next(OPENED), withdrawn.next(OPENED))
                .start();
        rig.until("both are shown", () -> alertmanager.shown().equals(List.of("escalated/warning", "withdrawn/watch")));
        rig.untilAllCommitted();
        rig.kill();

        rig.publish(escalated.severity(Severity.CRITICAL).next(ESCALATED), withdrawn.next(WITHDRAWN));
        rig.publish(escalated.severity(Severity.WATCH).next(EASED));
        rig.start();

        rig.until("one is shown, eased", () -> alertmanager.shown().equals(List.of("escalated/watch")));
    }

    @Test
    void oneThatIsAwayDoesNotHoldUpTheOthers() throws Exception {
        try (RealAlertmanager other = new RealAlertmanager(folder.resolve("two"), configuration());
                FakeSource hanging = new FakeSource()) {
            hanging.on("/api/v2/alerts", hanging.hang());
            rig.with(AlertmanagerConfig.URLS, String.join(",", hanging.url(""), other.url(), alertmanager.url()));
            rig.publish(anAlert("alert-1").next(OPENED)).start();

            rig.until(
                    "the one that is there shows it", () -> alertmanager.shown().equals(List.of("alert-1/watch")));
            other.start();
            rig.until("the one that comes late shows it", () -> other.shown().equals(List.of("alert-1/watch")));
        }
    }
}
