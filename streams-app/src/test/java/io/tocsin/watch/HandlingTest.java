package io.tocsin.watch;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static io.tocsin.fixtures.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.fixtures.Pipeline;
import io.tocsin.fixtures.SameSiteDayFamily;
import io.tocsin.watch.AlertAction.Kind;
import io.tocsin.watch.Handling.Remark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What operators do about alerts, told by hand. */
class HandlingTest {

    private final Pipeline pipeline = new Pipeline(
            new SameSiteDayFamily(),
            List.of(aRule().level(Severity.WATCH, 1)
                    .level(Severity.CRITICAL, 3)
                    .remind("PT6H")
                    .build()));

    @Test
    void anAcknowledgedAlertRemindsNobodyUntilItEscalates() {
        attack("2021-05-04T01:00:00Z");
        act(Kind.ACKNOWLEDGE, "2021-05-04T02:00:00Z", Optional.empty());

        assertThat(attack("2021-05-04T12:00:00Z")).extracting(Alert::notifies).containsExactly(false);
        assertThat(pipeline.advanceTo(Instant.parse("2021-05-05T00:00:00Z"))).isEmpty();
        Alert escalated = only(attack("2021-05-05T01:00:00Z"));

        assertThat(escalated.transition()).isEqualTo(Transition.ESCALATED);
        assertThat(escalated.notifies()).isTrue();
        assertThat(escalated.state().handling().acknowledged()).isEmpty();
    }

    @Test
    void aMutedAlertIsSilentUntilTheMuteEndsAndThenTellsWhatCame() {
        attack("2021-05-04T01:00:00Z");
        act(Kind.MUTE, "2021-05-04T02:00:00Z", Optional.of("2021-05-05T00:00:00Z"));

        attack("2021-05-04T12:00:00Z");
        Alert escalated = only(attack("2021-05-04T13:00:00Z"));
        assertThat(escalated.transition()).isEqualTo(Transition.ESCALATED);
        assertThat(escalated.notifies()).isFalse();

        assertThat(pipeline.advanceTo(Instant.parse("2021-05-04T23:59:00Z"))).isEmpty();
        Alert reminded = only(pipeline.advanceTo(Instant.parse("2021-05-05T00:00:00Z")));
        assertThat(reminded.transition()).isEqualTo(Transition.REMINDED);
        assertThat(reminded.notifies()).isTrue();
        assertThat(reminded.state().handling().mutedUntil()).isEmpty();
    }

    @Test
    void aMuteEndsInSilenceIfNothingCame() {
        attack("2021-05-04T01:00:00Z");
        act(Kind.MUTE, "2021-05-04T02:00:00Z", Optional.of("2021-05-05T00:00:00Z"));

        assertThat(pipeline.advanceTo(Instant.parse("2021-05-06T00:00:00Z"))).isEmpty();
        assertThat(only(pipeline.standing()).handling().mutedUntil()).isEmpty();
    }

    @Test
    void aMutedAlertThatWasToldOfIsWithdrawnAloud() {
        attack("2021-05-04T01:00:00Z");
        act(Kind.MUTE, "2021-05-04T02:00:00Z", Optional.of("2021-05-05T00:00:00Z"));

        Alert withdrawn = only(pipeline.accept(aReport()
                .id("2021-05-04T01:00:00Z")
                .at("2021-05-04T01:00:00Z")
                .published("2021-05-04T03:00:00Z")
                .revision(1)
                .retracted()
                .build()));

        assertThat(withdrawn.transition()).isEqualTo(Transition.WITHDRAWN);
        assertThat(withdrawn.notifies()).isTrue();
    }

    @Test
    void aFalseAlarmIsWithdrawnWithWhoAndWhyAndStaysSoUnlessItEscalates() {
        attack("2021-05-04T01:00:00Z");

        Alert withdrawn = only(act(Kind.FALSE_ALARM, "2021-05-04T02:00:00Z", Optional.empty()));
        assertThat(withdrawn.transition()).isEqualTo(Transition.WITHDRAWN);
        assertThat(withdrawn.notifies()).isTrue();
        assertThat(withdrawn.sentence())
                .isEqualTo("Withdrawn for Balad Air Base: it is a false alarm, says anna: because.");

        assertThat(attack("2021-05-04T03:00:00Z")).isEmpty();
        Alert opened = only(attack("2021-05-04T04:00:00Z"));
        assertThat(opened.transition()).isEqualTo(Transition.OPENED);
        assertThat(opened.state().id()).isEqualTo(withdrawn.state().id());
        assertThat(opened.state().episode().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(opened.notifies()).isTrue();
    }

    @Test
    void theNewestNotesAreKeptWithTheAlert() {
        attack("2021-05-04T01:00:00Z");
        for (int i = 0; i < Handling.MOST_NOTES + 3; i++) {
            act(Kind.NOTE, "2021-05-04T02:%02d:00Z".formatted(i), Optional.empty());
        }

        List<Remark> notes = only(pipeline.standing()).handling().notes();
        assertThat(notes).hasSize(Handling.MOST_NOTES);
        assertThat(notes.get(0).when()).isEqualTo("2021-05-04T02:03:00Z");
    }

    @Test
    void whatWasDoneAlreadyIsNotToldAgain() {
        attack("2021-05-04T01:00:00Z");

        assertThat(act(Kind.NOTE, "2021-05-04T02:00:00Z", Optional.empty())).hasSize(1);
        assertThat(act(Kind.NOTE, "2021-05-04T02:00:00Z", Optional.empty())).isEmpty();
    }

    @Test
    void aMuteNamesItsEnd() {
        attack("2021-05-04T01:00:00Z");

        assertThatThrownBy(() -> act(Kind.MUTE, "2021-05-04T02:00:00Z", Optional.empty()))
                .hasMessage("a mute, and nothing else, names its end");
    }

    private List<Alert> attack(String instant) {
        return pipeline.accept(aReport().id(instant).at(instant).build());
    }

    private List<Alert> act(Kind kind, String when, Optional<String> until) {
        Announced alert = pipeline.alerts().get(0).state();
        return pipeline.accept(new AlertAction(
                alert.id(),
                alert.rule(),
                alert.scope().book(),
                kind,
                new Remark("anna", Instant.parse(when), Optional.of("because")),
                until.map(Instant::parse)));
    }

    private static <T> T only(List<T> all) {
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
