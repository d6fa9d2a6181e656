package io.tocsin.topology;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static io.tocsin.fixtures.ReportBuilder.site;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.avro.Alert;
import io.tocsin.avro.ScopeKind;
import io.tocsin.avro.Transition;
import io.tocsin.places.Place;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Incidents of several countries meet in scopes that cross borders. */
class CrossingTest {

    private static final String TWO_BY_ONE_ACTOR =
            "{id: two, revision: 0, per: actor, within: 3d, levels: [{severity: watch, incidents: 2}]}";
    private static final Place SYRIA = site("SY", "Deir ez-Zor", "Mayadin", "Green Village");

    private final Harness harness = Harness.onStreamTime();

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void oneActorIsOneScopeWhereverItAttacks() {
        harness.rules(TWO_BY_ONE_ACTOR);

        harness.report(aReport().id("1").claimedBy("Kataib").build());
        assertThat(harness.alerts()).isEmpty();
        harness.report(aReport().id("2").in(SYRIA).claimedBy("KATAIB").build());

        assertThat(harness.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getTransition()).isEqualTo(Transition.OPENED);
            assertThat(alert.getScope().getKind()).isEqualTo(ScopeKind.ACTOR);
            assertThat(alert.getScope().getKey()).isEqualTo("actor:kataib");
            assertThat(alert.getCounts().getIncidents()).isEqualTo(2);
        });
    }

    @Test
    void aCorrectionOfTheActorTakesTheIncidentOutThereAndPutsItInHere() {
        harness.rules(TWO_BY_ONE_ACTOR);
        harness.report(aReport().id("1").claimedBy("Kataib").build());
        harness.report(aReport().id("2").in(SYRIA).claimedBy("Kataib").build());
        harness.report(aReport().id("3").in(SYRIA).claimedBy("Nobody").build());
        assertThat(harness.alerts()).hasSize(1);

        harness.report(
                aReport().id("2").in(SYRIA).revision(1).claimedBy("Nobody").build());

        assertThat(harness.alerts())
                .extracting(Alert::getTransition, alert -> alert.getScope().getKey())
                .containsExactlyInAnyOrder(
                        tuple(Transition.WITHDRAWN, "actor:kataib"), tuple(Transition.OPENED, "actor:nobody"));
    }

    @Test
    void theFirstRuleOfAKindLooksBackOverAllThatIsKnownAndTheNextOnesToo() {
        harness.report(aReport().id("1").claimedBy("Kataib").build());
        harness.report(aReport().id("2").in(SYRIA).claimedBy("Kataib").build());

        harness.rules(TWO_BY_ONE_ACTOR);
        harness.report(aReport().id("3").in(SYRIA).build());
        assertThat(harness.alerts()).extracting(Alert::getTransition).containsExactly(Transition.OPENED);

        harness.rules(TWO_BY_ONE_ACTOR.replace("id: two", "id: too"));
        harness.report(aReport().id("4").in(SYRIA).claimedBy("Nobody").build());
        assertThat(harness.alerts())
                .extracting(alert -> alert.getRule().getId(), Alert::getTransition)
                .containsExactly(tuple("too", Transition.OPENED));
    }

    @Test
    void incidentsOfEachKindOfScopeAreCountedByRulesOfThatKindAlone() {
        harness.rules("{id: world, per: world, within: 3d, levels: [{severity: watch, incidents: 2}]}");
        harness.rules("{id: target, per: target, within: 3d, levels: [{severity: watch, incidents: 1}]}");
        harness.rules(TWO_BY_ONE_ACTOR);

        harness.report(aReport().id("1").claimedBy("Kataib").build());
        harness.report(aReport().id("2").in(SYRIA).build());

        List<Alert> alerts = harness.alerts();
        assertThat(alerts).singleElement().satisfies(alert -> {
            assertThat(alert.getRule().getId()).isEqualTo("world");
            assertThat(alert.getCounts().getIncidents()).isEqualTo(2);
        });
    }

    @Test
    void timePassesThereThoughNothingHappensThere() {
        harness.rules(TWO_BY_ONE_ACTOR);
        harness.report(aReport().id("1").claimedBy("Kataib").build());
        harness.report(aReport().id("2").in(SYRIA).claimedBy("Kataib").build());
        assertThat(harness.alerts()).extracting(Alert::getTransition).containsExactly(Transition.OPENED);

        harness.report(aReport().id("3").on("2021-06-04").build());

        assertThat(harness.alerts()).extracting(Alert::getTransition).containsExactly(Transition.RESOLVED);
    }

    @Test
    void theAlertsOfARuleThatIsDeletedAreWithdrawn() {
        harness.rules(TWO_BY_ONE_ACTOR);
        harness.report(aReport().id("1").claimedBy("Kataib").build());
        harness.report(aReport().id("2").in(SYRIA).claimedBy("Kataib").build());
        assertThat(harness.alerts()).hasSize(1);

        harness.deleteRule("two");
        harness.report(aReport().id("3").in(SYRIA).claimedBy("Nobody").build());

        assertThat(harness.alerts()).extracting(Alert::getTransition).containsExactly(Transition.WITHDRAWN);
    }
}
