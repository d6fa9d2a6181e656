package io.tocsin.topology;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static io.tocsin.fixtures.RuleBuilder.aRule;
import static io.tocsin.topology.Harness.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.avro.ActionKind;
import io.tocsin.avro.Alert;
import io.tocsin.avro.OperatorAction;
import io.tocsin.avro.Transition;
import io.tocsin.fixtures.ReportBuilder;
import io.tocsin.fixtures.RuleBuilder;
import io.tocsin.schemas.deadletter.DeadLetterHeaders;
import io.tocsin.topology.TopologySettings.Clock;
import io.tocsin.watch.Announced;
import io.tocsin.watch.Per;
import io.tocsin.watch.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quiet periods end once and in time, whatever the clock does, and though nobody runs when they do. */
class QuietPeriodsTest {

    private static final Duration WITHIN = Duration.ofHours(1);
    private static final Duration QUIET = Duration.ofHours(2);
    private static final Duration TICK = Duration.ofSeconds(1);

    /** When the episode of one incident at the start is over. */
    private static final Instant DUE = START.plus(WITHIN).plus(QUIET);

    // The system's clock is set

    @ParameterizedTest
    @ValueSource(strings = {"PT3H", "PT30H", "P800D", "P40000D"})
    void endOnceWhenTheClockIsSetForwardAndBackAgain(Duration forward) {
        try (Harness harness = Harness.onWallTime()) {
            harness.rule(one("site").build());
            harness.rule(one("world").per(new Per.World()).build());
            harness.report(incident("1", START));
            assertThat(harness.alerts())
                    .extracting(Alert::getTransition)
                    .containsExactly(Transition.OPENED, Transition.OPENED);

            harness.setClock(START.plus(forward));
            assertThat(harness.alerts()).as("before a tick").isEmpty();
            harness.pass(TICK);
            assertThat(harness.alerts())
                    .extracting(alert -> alert.getRule().getId(), Alert::getTransition, Alert::getSequence)
                    .containsExactlyInAnyOrder(
                            tuple("site", Transition.RESOLVED, 1), tuple("world", Transition.RESOLVED, 1));

            harness.setClock(START.plusSeconds(1));
            harness.pass(TICK);
            harness.report(incident("1", START));
            harness.pass(QUIET.multipliedBy(2));
            harness.pass(forward);

            assertThat(harness.alerts()).isEmpty();
            assertThat(harness.deadLetters()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT3H", "PT20H"})
    void endWhenTheClockReadsSoAfterItWasSetBack(Duration back) {
        try (Harness harness = Harness.onWallTime()) {
            harness.rule(one("site").build());
            harness.report(incident("1", START));
            assertThat(harness.alerts()).hasSize(1);

            harness.setClock(START.minus(back));
            harness.pass(Duration.between(harness.now(), DUE.minusSeconds(1)));
            assertThat(harness.alerts()).as("a second too early").isEmpty();
            harness.pass(TICK);

            assertThat(harness.alerts()).singleElement().satisfies(alert -> {
                assertThat(alert.getTransition()).isEqualTo(Transition.RESOLVED);
                assertThat(alert.getTimes().getAnnounced()).isEqualTo(DUE);
            });
        }
    }

    @Test
    void areNotForgottenWhenTheClockIsSetForwardAndBackAgain() {
        History history = new History(Duration.ofDays(60), 1_000, Duration.ofDays(60));
        try (Harness harness = Harness.inMemory(Clock.WALL, START, history)) {
            harness.rule(one("site").build());
            harness.rule(one("world").per(new Per.World()).build());
            harness.report(incident("1", START));
            harness.pass(WITHIN.plus(QUIET));
            assertThat(harness.alerts()).hasSize(4);

            harness.setClock(START.plus(history.span().multipliedBy(10)));
            harness.pass(TICK);
            harness.setClock(DUE);
            harness.report(incident("1", START));
            harness.pass(TICK);

            assertThat(harness.alerts()).isEmpty();
            assertThat(harness.incidents()).hasSize(1);
            assertThat(harness.kept("site")).hasSize(1);
            assertThat(harness.kept("world")).hasSize(1);
        }
    }

    // The stream's clock

    @Test
    void endWithTheFirstReportThatWasPublishedLateEnough() {
        try (Harness harness = Harness.onStreamTime()) {
            harness.rule(one("site").build());
            harness.rule(one("world").per(new Per.World()).build());
            Instant longAgo = START.minus(Duration.ofDays(1_000));
            harness.report(incident("1", longAgo));
            assertThat(harness.alerts()).hasSize(2);

            harness.report(elsewhere("2").published(START.plus(Harness.AHEAD)).build());
            harness.report(incident("1", longAgo));
            harness.pass(TICK);

            assertThat(harness.alerts())
                    .extracting(alert -> alert.getRule().getId(), Alert::getTransition, Alert::getSequence)
                    .containsExactlyInAnyOrder(
                            tuple("site", Transition.RESOLVED, 1), tuple("world", Transition.RESOLVED, 1));
            assertThat(harness.deadLetters()).isEmpty();
        }
    }

    @Test
    void doNotEndWithAReportOfTheFarFuture() {
        try (Harness harness = Harness.onStreamTime()) {
            harness.rule(one("site").build());
            harness.report(incident("1", START));
            assertThat(harness.alerts()).hasSize(1);

            Instant justTooFar = START.plus(Harness.AHEAD).plusMillis(1);
            harness.report(elsewhere("2").published(justTooFar).build());
            harness.report(elsewhere("3")
                    .published(Instant.parse("2199-01-01T00:00:00Z"))
                    .build());
            harness.report(incident("4", justTooFar));
            harness.pass(TICK);
            assertThat(harness.deadLetters())
                    .extracting(letter -> new String(
                            letter.headers()
                                    .lastHeader(DeadLetterHeaders.REASON)
                                    .value(),
                            StandardCharsets.UTF_8))
                    .hasSize(3)
                    .containsOnly(RefusalReason.FUTURE);
            assertThat(harness.alerts()).isEmpty();

            harness.report(elsewhere("5").published(DUE.minusMillis(1)).build());
            assertThat(harness.alerts()).as("a moment too early").isEmpty();
            harness.report(elsewhere("6").published(DUE).build());
            assertThat(harness.alerts()).extracting(Alert::getTransition).containsExactly(Transition.RESOLVED);
        }
    }

    // The task is not there when it happens

    @Test
    void endWithTheFirstTickAfterARestart() {
        Harness before = Harness.onWallTime();
        before.rule(one("site").build());
        before.rule(one("world").per(new Per.World()).build());
        before.report(incident("1", START));
        before.pass(WITHIN.plusSeconds(1));
        assertThat(before.alerts()).hasSize(2);

        try (Harness harness = before.restarted(QUIET)) {
            assertThat(harness.alerts()).as("before a tick").isEmpty();
            harness.pass(TICK);
            assertThat(harness.alerts())
                    .extracting(alert -> alert.getRule().getId(), Alert::getTransition, Alert::getSequence)
                    .containsExactlyInAnyOrder(
                            tuple("site", Transition.RESOLVED, 1), tuple("world", Transition.RESOLVED, 1));

            saysNothingMore(harness);
        }
    }

    @Test
    void areFollowedByNothingAfterARestart() {
        Harness before = Harness.onWallTime();
        before.rule(one("site").build());
        before.report(incident("1", START));
        before.pass(WITHIN.plus(QUIET));
        assertThat(before.alerts()).hasSize(2);

        try (Harness harness = before.restarted(Duration.ZERO)) {
            saysNothingMore(harness);
        }
    }

    @Test
    void doNotHideAReminderThatFellDueMeanwhile() {
        Harness before = Harness.onWallTime();
        before.rule(one("site").quiet("P3D").remind("PT6H").build());
        before.report(incident("1", START));
        before.report(incident("2", START));
        assertThat(before.alerts())
                .extracting(Alert::getTransition)
                .containsExactly(Transition.OPENED, Transition.GREW);

        try (Harness harness = before.restarted(Duration.ofHours(6).minus(TICK))) {
            harness.pass(TICK);
            assertThat(harness.alerts()).singleElement().satisfies(alert -> {
                assertThat(alert.getTransition()).isEqualTo(Transition.REMINDED);
                assertThat(alert.getNotify()).isTrue();
                assertThat(alert.getSequence()).isEqualTo(2);
            });

            harness.pass(Duration.ofHours(6));
            assertThat(harness.alerts()).as("it did not grow since").isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void doNotHideTheEndOfAMuteThatFellDueMeanwhile(boolean grown) {
        Harness before = Harness.onWallTime();
        before.rule(one("site").quiet("P3D").build());
        before.report(incident("1", START));
        Instant end = START.plus(Duration.ofHours(5));
        before.action(muted(before.alerts().get(0), end));
        if (grown) {
            before.report(incident("2", START));
        }
        before.pass(TICK);
        before.alerts();

        try (Harness harness = before.restarted(Duration.ofHours(5))) {
            harness.pass(TICK);
            assertThat(harness.alerts())
                    .extracting(Alert::getTransition, Alert::getNotify)
                    .isEqualTo(grown ? List.of(tuple(Transition.REMINDED, true)) : List.of());
            assertThat(harness.kept("site"))
                    .singleElement()
                    .satisfies(alert -> assertThat(alert.handling().muted()).isEmpty());

            harness.report(incident("3", START));
            assertThat(harness.alerts()).extracting(Alert::getTransition).containsExactly(Transition.GREW);
        }
    }

    /** The past is told first, and the present in the same second: before a tick could say that the past is over. */
    @Test
    void doNotHideWhatHappensNowBehindWhatWasLongOver() {
        try (Harness harness = Harness.onWallTime()) {
            harness.rule(one("site").build());
            Instant longAgo = START.minus(WITHIN).minus(QUIET);
            harness.report(incident("past", longAgo));
            assertThat(harness.alerts())
                    .extracting(Alert::getTransition, Alert::getNotify)
                    .containsExactly(tuple(Transition.OPENED, false));

            harness.report(incident("between", longAgo.plus(QUIET)));
            assertThat(harness.alerts())
                    .extracting(Alert::getTransition, Alert::getNotify)
                    .containsExactly(tuple(Transition.GREW, true));

            harness.report(incident("now", START));
            assertThat(harness.alerts())
                    .extracting(Alert::getTransition, Alert::getNotify)
                    .containsExactly(tuple(Transition.GREW, false));
        }
    }

    /** Of ten that end at once, the moment that a tick comes in says one, as a thread may be kept for no more; the rest does not wait for ticks. */
    @Test
    void areSaidSoonThoughATickHasNoTimeForAll() {
        int alerts = 10;
        Ticks shortest = new Ticks(Duration.ofHours(1), Duration.ZERO, Duration.ZERO);
        try (Harness harness = Harness.onWallTime(shortest)) {
            harness.rule(one("site").build());
            for (int i = 0; i < alerts; i++) {
                harness.report(aReport()
                        .id("r" + i)
                        .at(START)
                        .published(START)
                        .in(ReportBuilder.site("IQ", "P", "D", "Site " + i))
                        .build());
            }
            assertThat(harness.alerts()).hasSize(alerts);

            harness.pass(WITHIN.plus(QUIET));
            assertThat(harness.alerts()).hasSize(1);
            for (int i = 0; i < alerts; i++) {
                harness.pass(Ticks.SOON);
            }

            assertThat(harness.kept("site")).extracting(Announced::phase).containsOnly(Announced.Phase.RESOLVED);
        }
    }

    private static void saysNothingMore(Harness harness) {
        harness.report(incident("1", START));
        harness.pass(TICK);
        harness.pass(Duration.ofDays(400));

        assertThat(harness.alerts()).isEmpty();
        assertThat(harness.incidents()).isEmpty();
        assertThat(harness.deadLetters()).isEmpty();
    }

    private static RuleBuilder one(String id) {
        return aRule().id(id).within(WITHIN).level(Severity.WATCH, 1).quiet(QUIET);
    }

    private static io.tocsin.incident.Report incident(String id, Instant at) {
        return aReport().id(id).at(at).published(at).build();
    }

    /** Says how late it is, and nothing of what the rules watch. */
    private static ReportBuilder elsewhere(String id) {
        return aReport().id(id).retracted();
    }

    private static OperatorAction muted(Alert alert, Instant until) {
        OperatorAction action = new OperatorAction();
        action.setId("mute");
        action.setKind(ActionKind.MUTE);
        action.setSubject(alert.getId());
        action.setRule(alert.getRule().getId());
        action.setScope(alert.getScope().getKey());
        action.setCountry("IQ");
        action.setWho("anna");
        action.setWhen(START);
        action.setUntil(until);
        action.setReports(List.of());
        action.setMembers(List.of());
        action.setOthers(List.of());
        return action;
    }
}
