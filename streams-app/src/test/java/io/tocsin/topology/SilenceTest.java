package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.ActionKind;
import io.tocsin.avro.Alert;
import io.tocsin.avro.OperatorAction;
import io.tocsin.avro.Remark;
import io.tocsin.avro.ScopeKind;
import io.tocsin.avro.SourceStatus;
import io.tocsin.avro.Transition;
import io.tocsin.schemas.deadletter.DeadLetterHeaders;
import io.tocsin.sources.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A source that says nothing is told of once, and once more when it speaks again. */
class SilenceTest {

    private static final Duration EXPECTED = Duration.ofHours(6);

    @Test
    void opensOneAlertForOneSilenceAndResolvesItWhenSomethingNewIsHeard() {
        try (Harness harness = Harness.onWallTime()) {
            harness.status("acled", status("acled", Harness.START, null));
            harness.pass(EXPECTED.minusSeconds(1));
            assertThat(harness.alerts()).isEmpty();

            harness.pass(Duration.ofSeconds(1));
            List<Alert> opened = harness.alerts();
            assertThat(opened).hasSize(1);
            assertThat(opened.get(0).getTransition()).isEqualTo(Transition.OPENED);
            assertThat(opened.get(0).getRule().getId()).isEqualTo(Silence.RULE);
            assertThat(opened.get(0).getScope().getKind()).isEqualTo(ScopeKind.SOURCE);
            assertThat(opened.get(0).getScope().getKey()).isEqualTo("source:acled");
            assertThat(opened.get(0).getNotify()).isTrue();

            harness.status("acled", status("acled", Harness.START, "503 Service Unavailable"));
            harness.pass(Duration.ofDays(2));
            assertThat(harness.alerts())
                    .as("polled in vain, it is as silent as before")
                    .isEmpty();

            harness.status("acled", status("acled", Harness.START.plusSeconds(1), null));
            assertThat(harness.alerts()).singleElement().satisfies(resolved -> {
                assertThat(resolved.getTransition()).isEqualTo(Transition.RESOLVED);
                assertThat(resolved.getId()).isEqualTo(opened.get(0).getId());
                assertThat(resolved.getSequence()).isEqualTo(1);
            });
            assertThat(harness.deadLetters()).isEmpty();
        }
    }

    @Test
    void forgetsASourceThatNobodyAsksAnyMore() {
        try (Harness harness = Harness.onWallTime()) {
            harness.status("acled", status("acled", Harness.START, null));
            harness.pass(EXPECTED);
            harness.alerts();

            harness.status("acled", null);
            harness.pass(Duration.ofDays(9));

            assertThat(harness.alerts())
                    .extracting(Alert::getTransition, Alert::getReason)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(
                            Transition.RESOLVED, "nobody asks source acled any more"));
            assertThat(harness.size(Stores.SOURCES)).isZero();
        }
    }

    @Test
    void saysNothingInAReplay() {
        try (Harness harness = Harness.onStreamTime()) {
            harness.status("acled", status("acled", Harness.START, null));
            harness.pass(Duration.ofDays(9));

            assertThat(harness.alerts()).isEmpty();
        }
    }

    @Test
    void sendsWhatItCannotReadToTheDeadLettersAndGoesOn() {
        try (Harness harness = Harness.onWallTime()) {
            harness.rawStatus("acled".getBytes(UTF_8), new byte[] {1, 2, 3});
            harness.status("other", status("acled", Harness.START, null));
            harness.rawStatus(null, harness.encoded(status("acled", Harness.START, null)));
            harness.status("acled", status("acled", Harness.START, null));
            harness.pass(EXPECTED);

            assertThat(harness.deadLetters())
                    .extracting(letter -> DeadLetterHeaders.read(letter.headers())
                            .get(DeadLetterHeaders.REASON)
                            .orElseThrow())
                    .containsExactly("wrong-magic", RefusalReason.CONSTRAINT, RefusalReason.CONSTRAINT);
            assertThat(harness.alerts()).hasSize(1);
        }
    }

    /** The alert of a source that has just fallen silent. */
    private static Alert opened(Harness harness) {
        harness.status("acled", status("acled", Harness.START, null));
        harness.pass(EXPECTED);
        return harness.alerts().get(0);
    }

    private static Alert only(Harness harness) {
        List<Alert> alerts = harness.alerts();
        assertThat(alerts).hasSize(1);
        return alerts.get(0);
    }

    @Test
    void keepsWithTheAlertWhoTookItOnWhenAndWhy() {
        try (Harness harness = Harness.onWallTime()) {
            Alert alert = opened(harness);

            harness.action(action(ActionKind.ACKNOWLEDGE, alert, null));
            Alert handled = only(harness);
            harness.action(action(ActionKind.ACKNOWLEDGE, alert, null));
            assertThat(harness.alerts()).as("that was done already").isEmpty();
            harness.action(action(ActionKind.NOTE, alert, null));
            Alert noted = only(harness);
            harness.status("acled", status("acled", Harness.START.plusSeconds(1), null));
            Alert resolved = only(harness);

            assertThat(handled.getTransition()).isEqualTo(Transition.HANDLED);
            assertThat(handled.getId()).isEqualTo(alert.getId());
            assertThat(handled.getSequence()).isEqualTo(1);
            assertThat(handled.getNotify()).isFalse();
            assertThat(handled.getSentence())
                    .isEqualTo("Anna took it on: their API is down. Source acled has told nothing new for 6 hours.");
            assertThat(noted.getHandling().getNotes()).hasSize(1);
            assertThat(resolved.getTransition()).isEqualTo(Transition.RESOLVED);
            assertThat(resolved.getNotify()).isTrue();
            assertThat(resolved.getHandling().getAcknowledged())
                    .isEqualTo(new Remark("anna", Harness.START, "their API is down"));
            assertThat(harness.deadLetters()).isEmpty();
        }
    }

    @Test
    void tellsNobodyOfItsEndWhileItIsMuted() {
        try (Harness harness = Harness.onWallTime()) {
            Alert alert = opened(harness);
            harness.action(action(ActionKind.MUTE, alert, Harness.START.plus(Duration.ofDays(1))));
            harness.alerts();

            harness.status("acled", status("acled", Harness.START.plusSeconds(1), null));

            assertThat(only(harness).getNotify()).isFalse();
        }
    }

    @Test
    void withdrawsAFalseAlarmUntilTheNextSilence() {
        try (Harness harness = Harness.onWallTime()) {
            Alert alert = opened(harness);

            harness.action(action(ActionKind.FALSE_ALARM, alert, null));
            Alert withdrawn = only(harness);
            harness.pass(Duration.ofDays(1));
            assertThat(harness.alerts()).as("it is as silent as before").isEmpty();
            harness.status("acled", status("acled", Harness.START.plusSeconds(1), null));
            assertThat(harness.alerts()).as("what is withdrawn does not end").isEmpty();
            harness.pass(EXPECTED);

            assertThat(withdrawn.getTransition()).isEqualTo(Transition.WITHDRAWN);
            assertThat(withdrawn.getNotify()).isTrue();
            assertThat(only(harness).getId()).isNotEqualTo(alert.getId());
        }
    }

    @Test
    void remembersWhatWasDoneWhenItIsStartedAnew() {
        Harness harness = Harness.onWallTime();
        Alert alert = opened(harness);
        harness.action(action(ActionKind.MUTE, alert, Harness.START.plus(Duration.ofDays(1))));
        harness.alerts();

        try (Harness restarted = harness.restarted(Duration.ofSeconds(1))) {
            restarted.status("acled", status("acled", Harness.START.plusSeconds(1), null));

            Alert resolved = only(restarted);
            assertThat(resolved.getNotify()).isFalse();
            assertThat(resolved.getHandling().getMuted().getWho()).isEqualTo("anna");
        }
    }

    @Test
    void sendsWhatIsAboutNoSilenceToTheDeadLetters() {
        try (Harness harness = Harness.onWallTime()) {
            Alert alert = opened(harness);
            OperatorAction another = action(ActionKind.NOTE, alert, null);
            another.setSubject("alert-0");
            OperatorAction elsewhere = action(ActionKind.NOTE, alert, null);
            elsewhere.setScope("source:ucdp");
            OperatorAction ofAnotherRule = action(ActionKind.NOTE, alert, null);
            ofAnotherRule.setRule("three-in-three-days");

            List.of(another, elsewhere, ofAnotherRule).forEach(harness::action);

            assertThat(harness.deadLetters())
                    .extracting(letter -> DeadLetterHeaders.read(letter.headers())
                            .get(DeadLetterHeaders.REASON)
                            .orElseThrow())
                    .containsOnly(RefusalReason.UNKNOWN_ALERT)
                    .hasSize(3);
            assertThat(harness.alerts()).isEmpty();
        }
    }

    private static OperatorAction action(ActionKind kind, Alert alert, Instant until) {
        OperatorAction action = new OperatorAction();
        action.setId(kind.name());
        action.setKind(kind);
        action.setSubject(alert.getId());
        action.setRule(alert.getRule().getId());
        action.setScope(alert.getScope().getKey());
        action.setWho("anna");
        action.setWhen(Harness.START);
        action.setWhy("their API is down");
        action.setUntil(until);
        action.setReports(List.of());
        action.setMembers(List.of());
        action.setOthers(List.of());
        return action;
    }

    private static SourceStatus status(String id, Instant newest, String error) {
        return new SourceStatus(id, newest, newest, newest, error, EXPECTED.toMillis());
    }
}
