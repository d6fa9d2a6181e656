package io.tocsin.topology;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.ActionKind;
import io.tocsin.avro.Alert;
import io.tocsin.avro.Incident;
import io.tocsin.avro.IncidentStatus;
import io.tocsin.avro.Member;
import io.tocsin.avro.OperatorAction;
import io.tocsin.avro.Remark;
import io.tocsin.avro.ReportRef;
import io.tocsin.avro.Transition;
import io.tocsin.schemas.deadletter.DeadLetterHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Operators split and join reports, and what was counted and announced follows. */
class OperatorActionsTest {

    private static final Instant WHEN = Instant.parse("2021-05-06T00:00:00Z");

    private final Harness harness = Harness.onStreamTime();
    private final Map<String, Incident> incidents = new TreeMap<>();

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void splitWhatWasOneIncidentAndTakeTheSplitBack() {
        harness.report(aReport().by("a").build());
        harness.report(aReport().by("b").build());
        assertThat(members()).containsExactly(List.of("a", "b"));

        harness.action(action("split", ActionKind.SPLIT, List.of(ref("b")), List.of(ref("a"))));
        assertThat(members()).containsExactlyInAnyOrder(List.of("a"), List.of("b"));

        harness.action(action("undo", ActionKind.UNDO, List.of(ref("b")), List.of(ref("a"))));
        assertThat(members()).containsExactly(List.of("a", "b"));
    }

    @Test
    void joinWhatWereTwoIncidentsWhicheverComesFirst() {
        harness.report(aReport().by("a").build());
        harness.action(action("join", ActionKind.JOIN, List.of(ref("a"), ref("b")), List.of()));
        harness.report(aReport().by("b").on("2021-05-09").build());

        assertThat(members()).containsExactly(List.of("a", "b"));
        assertThat(incidents.values())
                .anySatisfy(incident -> assertThat(incident.getMembers())
                        .allSatisfy(member ->
                                assertThat(member.getReasons()).containsExactly("joined by anna: I was there")));
    }

    @Test
    void easeAndWithdrawAlertsWithTheReason() {
        harness.rules("""
                - id: two
                  title: Two
                  per: site
                  within: 3d
                  levels: [{severity: watch, incidents: 2}]
                  quiet: 3d
                """);
        harness.report(aReport().by("a").id("1").build());
        harness.report(aReport().by("b").id("1").on("2021-05-05").build());
        assertThat(harness.alerts()).extracting(Alert::getTransition).containsExactly(Transition.OPENED);

        harness.action(action("join", ActionKind.JOIN, List.of(ref("a"), ref("b")), List.of()));

        assertThat(harness.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getTransition()).isEqualTo(Transition.WITHDRAWN);
            assertThat(alert.getSentence()).contains("joined by anna: I was there");
        });
    }

    @Test
    void areRefusedWithTheFieldThatIsWrong() {
        OperatorAction nowhere = action("n", ActionKind.JOIN, List.of(ref("a"), ref("b")), List.of());
        nowhere.setCountry(null);
        harness.action(nowhere);
        harness.action(action("alone", ActionKind.JOIN, List.of(ref("a")), List.of()));
        harness.action(action("from", ActionKind.SPLIT, List.of(ref("a"), ref("b")), List.of()));
        harness.rawAction(new byte[] {1}, new byte[] {1, 2, 3});

        assertThat(harness.deadLetters())
                .extracting(letter ->
                        header(letter, DeadLetterHeaders.STAGE) + " " + header(letter, DeadLetterHeaders.FIELD))
                .containsExactly("action country", "action members", "action others", "action null");
    }

    @Test
    void areForgottenWithATombstone() {
        harness.rawAction("gone".getBytes(UTF_8), null);

        assertThat(harness.deadLetters()).isEmpty();
        assertThat(harness.incidents()).isEmpty();
    }

    @Test
    void onAlertsAreToldWithTheAlertAndWhoWhenAndWhy() {
        Alert opened = opened();

        harness.action(about(opened, ActionKind.ACKNOWLEDGE));

        assertThat(harness.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getTransition()).isEqualTo(Transition.HANDLED);
            assertThat(alert.getNotify()).isFalse();
            assertThat(alert.getReason()).isEqualTo("anna took it on: I was there");
            assertThat(alert.getHandling().getAcknowledged()).isEqualTo(new Remark("anna", WHEN, "I was there"));
        });
        harness.action(about(opened, ActionKind.ACKNOWLEDGE));
        assertThat(harness.alerts()).as("the same again").isEmpty();
    }

    @Test
    void onAlertsThatThereAreNotGoToTheDeadLetters() {
        Alert opened = opened();
        OperatorAction unknown = about(opened, ActionKind.NOTE);
        unknown.setSubject("alert-of-nobody");
        OperatorAction endless = about(opened, ActionKind.MUTE);
        OperatorAction nowhere = about(opened, ActionKind.FALSE_ALARM);
        nowhere.setScope(null);
        OperatorAction world = about(opened, ActionKind.NOTE);
        world.setScope("world");

        List.of(unknown, endless, nowhere, world).forEach(harness::action);

        assertThat(harness.deadLetters())
                .extracting(letter ->
                        header(letter, DeadLetterHeaders.REASON) + " " + header(letter, DeadLetterHeaders.FIELD))
                .containsExactlyInAnyOrder(
                        "unknown-alert subject", "constraint until", "constraint scope", "unknown-alert subject");
        assertThat(harness.alerts()).isEmpty();
    }

    @Test
    void onAlertsOfScopesThatCrossBordersReachThem() {
        harness.rules("{id: everywhere, per: world, within: 3d, levels: [{severity: watch, incidents: 1}]}");
        harness.report(aReport().build());
        Alert opened = harness.alerts().get(0);

        harness.action(about(opened, ActionKind.FALSE_ALARM));

        assertThat(harness.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getTransition()).isEqualTo(Transition.WITHDRAWN);
            assertThat(alert.getReason()).isEqualTo("it is a false alarm, says anna: I was there");
        });
    }

    private Alert opened() {
        harness.rules("{id: one, per: site, within: 3d, levels: [{severity: watch, incidents: 1}]}");
        harness.report(aReport().build());
        return harness.alerts().get(0);
    }

    private static OperatorAction about(Alert alert, ActionKind kind) {
        OperatorAction action = action("about", kind, List.of(), List.of());
        action.setSubject(alert.getId());
        action.setRule(alert.getRule().getId());
        action.setScope(alert.getScope().getKey());
        return action;
    }

    private List<List<String>> members() {
        for (Incident incident : harness.incidents()) {
            if (incident.getStatus() == IncidentStatus.ACTIVE) {
                incidents.put(incident.getId(), incident);
            } else {
                incidents.remove(incident.getId());
            }
        }
        return incidents.values().stream()
                .map(incident -> incident.getMembers().stream()
                        .map(Member::getSourceId)
                        .sorted()
                        .toList())
                .toList();
    }

    private static OperatorAction action(String id, ActionKind kind, List<ReportRef> members, List<ReportRef> others) {
        OperatorAction action = new OperatorAction();
        action.setId(id);
        action.setKind(kind);
        action.setSubject("inc-1");
        action.setReports(List.of());
        action.setWho("anna");
        action.setWhen(id.equals("undo") ? WHEN.plusSeconds(1) : WHEN);
        action.setWhy("I was there");
        action.setCountry("IQ");
        action.setMembers(members);
        action.setOthers(others);
        return action;
    }

    private static ReportRef ref(String source) {
        return new ReportRef(source, "1");
    }

    private static String header(TestRecord<byte[], byte[]> letter, String name) {
        var header = letter.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }
}
