package io.tocsin.watch;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static io.tocsin.fixtures.ReportBuilder.site;
import static io.tocsin.fixtures.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.fixtures.Pipeline;
import io.tocsin.fixtures.ReportBuilder;
import io.tocsin.fixtures.SameSiteDayFamily;
import io.tocsin.incident.Category;
import io.tocsin.incident.Report;
import io.tocsin.places.Place;
import io.tocsin.places.PlaceLevel;
import io.tocsin.places.PlacePrecision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Stories of alerts, told by hand. In May 2021 the 2nd is a Sunday. */
class WatchTest {

    private static final Place ASSAD = site("IQ", "Al Anbar", "Hit", "Ain Al Assad");

    @Test
    void countsSundayMondayTuesdayAsThreeInThreeDays() {
        Pipeline pipeline = pipeline(aRule().build());

        accept(pipeline, attackOn("2021-05-02"), attackOn("2021-05-03"), attackOn("2021-05-04"));

        assertThat(transitions(pipeline)).containsExactly(Transition.OPENED);
    }

    @Test
    void doesNotCountSundayMondayWednesdayAsThreeInThreeDays() {
        Pipeline pipeline = pipeline(aRule().build());

        accept(pipeline, attackOn("2021-05-02"), attackOn("2021-05-03"), attackOn("2021-05-05"));

        assertThat(pipeline.alerts()).isEmpty();
    }

    @Test
    void looksAtEveryWindowThatALateReportCanBelongTo() {
        Pipeline pipeline = pipeline(aRule().build());
        accept(pipeline, attackOn("2021-05-02"), attackOn("2021-05-04"));

        accept(pipeline, attackOn("2021-05-03").published("2021-05-05T06:00:00Z"));

        assertThat(transitions(pipeline)).containsExactly(Transition.OPENED);
        Episode episode = pipeline.standing().get(0).episode();
        assertThat(episode.from()).isEqualTo("2021-05-04T12:00:00Z");
        assertThat(episode.until()).isEqualTo("2021-05-05T12:00:00Z");
    }

    @Test
    void opensOnceForFiveAttacksInOneWindow() {
        Pipeline pipeline = pipeline(aRule().build());

        accept(
                pipeline,
                attackAt("2021-05-04T01:00:00Z"),
                attackAt("2021-05-04T02:00:00Z"),
                attackAt("2021-05-04T03:00:00Z"),
                attackAt("2021-05-04T04:00:00Z"),
                attackAt("2021-05-04T05:00:00Z"));

        assertThat(transitions(pipeline)).containsExactly(Transition.OPENED, Transition.GREW, Transition.GREW);
        assertThat(notified(pipeline)).containsExactly(Transition.OPENED);
    }

    @Test
    void tellsAtOnceWhenAHigherLevelIsReached() {
        Pipeline pipeline = pipeline(
                aRule().level(Severity.WATCH, 3).level(Severity.WARNING, 4).build());

        accept(
                pipeline,
                attackAt("2021-05-04T01:00:00Z"),
                attackAt("2021-05-04T02:00:00Z"),
                attackAt("2021-05-04T03:00:00Z"),
                attackAt("2021-05-04T04:00:00Z"));

        assertThat(notified(pipeline)).containsExactly(Transition.OPENED, Transition.ESCALATED);
        assertThat(pipeline.standing().get(0).episode().severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void withdrawsWithTheReasonWhenACorrectionTakesTheCountBelowEveryLevel() {
        Pipeline pipeline = pipeline(aRule().build());
        Report third = accept(pipeline, attackOn("2021-05-02"), attackOn("2021-05-03"), attackOn("2021-05-04"));

        List<Alert> alerts = pipeline.accept(aReport()
                .id(third.id().id())
                .revision(1)
                .retracted()
                .published("2021-05-05T06:00:00Z")
                .build());

        Alert withdrawn = only(alerts);
        assertThat(withdrawn.transition()).isEqualTo(Transition.WITHDRAWN);
        assertThat(withdrawn.notifies()).isTrue();
        assertThat(withdrawn.reason())
                .contains("report 2021-05-04 of acled was retracted, so fewer than 3 incidents remain"
                        + " within 3 days");
        assertThat(pipeline.standing()).isEmpty();
    }

    @Test
    void withdrawsThoughNoIncidentIsLeftToTellOf() {
        Pipeline pipeline = pipeline(aRule().level(Severity.WATCH, 1).build());
        accept(pipeline, attackOn("2021-05-02"));

        Alert withdrawn = only(
                pipeline.accept(attackOn("2021-05-02").revision(1).retracted().build()));

        assertThat(withdrawn.incidents()).isEmpty();
        assertThat(withdrawn.sentence())
                .isEqualTo(
                        "Withdrawn for Balad Air Base: report 2021-05-02 of acled was retracted, so no incident remains"
                                + " within 3 days.");
    }

    @Test
    void easesWithTheReasonWhenACorrectionTakesTheCountBelowALevel() {
        Pipeline pipeline = pipeline(
                aRule().level(Severity.WATCH, 2).level(Severity.WARNING, 3).build());
        Report third = accept(pipeline, attackOn("2021-05-02"), attackOn("2021-05-03"), attackOn("2021-05-04"));

        Alert eased = only(pipeline.accept(aReport()
                .id(third.id().id())
                .revision(1)
                .retracted()
                .published("2021-05-05T06:00:00Z")
                .build()));

        assertThat(eased.transition()).isEqualTo(Transition.EASED);
        assertThat(eased.state().episode().severity()).isEqualTo(Severity.WATCH);
        assertThat(eased.reason()).contains("report 2021-05-04 of acled was retracted");
        assertThat(eased.notifies()).isTrue();
    }

    @Test
    void opensTheSameAlertAgainWhenWhatWasWithdrawnComesBack() {
        Pipeline pipeline = pipeline(aRule().build());
        accept(pipeline, attackOn("2021-05-02"), attackOn("2021-05-03"), attackOn("2021-05-04"));
        accept(pipeline, attackOn("2021-05-04").revision(1).retracted());

        accept(pipeline, attackOn("2021-05-04").revision(2));

        assertThat(transitions(pipeline)).containsExactly(Transition.OPENED, Transition.WITHDRAWN, Transition.OPENED);
        assertThat(pipeline.alerts().stream().map(alert -> alert.state().id()))
                .containsOnly(pipeline.standing().get(0).id());
        assertThat(pipeline.alerts().stream().map(alert -> alert.state().sequence()))
                .containsExactly(0, 1, 2);
    }

    @Test
    void makesOneAlertOfTwoWhenLateReportsCloseTheGap() {
        Pipeline pipeline = pipeline(aRule().quiet("PT12H").build());
        accept(pipeline, attackOn("2021-05-02"), attackOn("2021-05-03"), attackOn("2021-05-04"));
        accept(pipeline, attackOn("2021-05-08"), attackOn("2021-05-09"), attackOn("2021-05-10"));
        assertThat(pipeline.standing()).hasSize(2);

        accept(pipeline, attackOn("2021-05-06").published("2021-05-11T06:00:00Z"));
        accept(pipeline, attackOn("2021-05-05").published("2021-05-11T07:00:00Z"));
        accept(pipeline, attackOn("2021-05-07").published("2021-05-11T08:00:00Z"));

        Announced one = only(pipeline.standing());
        assertThat(one.episode().from()).isEqualTo("2021-05-04T12:00:00Z");
        assertThat(one.episode().until()).isEqualTo("2021-05-11T12:00:00Z");
        assertThat(one.episode().tally().incidents()).isEqualTo(9);
        Alert withdrawn = pipeline.alerts().stream()
                .filter(alert -> alert.transition() == Transition.WITHDRAWN)
                .findFirst()
                .orElseThrow();
        assertThat(withdrawn.reason())
                .hasValueSatisfying(
                        reason -> assertThat(reason).endsWith("so this is one episode with alert " + one.id()));
    }

    @Test
    void makesTwoAlertsOfOneWhenACorrectionTearsItApart() {
        Pipeline pipeline = pipeline(
                aRule().within("P2D").level(Severity.WATCH, 2).quiet("PT12H").build());
        accept(
                pipeline,
                attackOn("2021-05-02"),
                attackOn("2021-05-03"),
                attackOn("2021-05-04"),
                attackOn("2021-05-05"),
                attackOn("2021-05-06"));
        String id = only(pipeline.standing()).id();

        accept(pipeline, attackOn("2021-05-04").revision(1).retracted().published("2021-05-07T06:00:00Z"));

        assertThat(pipeline.standing()).hasSize(2).extracting(Announced::id).contains(id);
        assertThat(pipeline.standing())
                .extracting(alert -> alert.episode().tally().incidents())
                .containsExactly(2, 2);
    }

    @Test
    void remindsNoMoreOftenThanAsked() {
        Pipeline pipeline = pipeline(aRule().remind("PT24H").build());
        List<ReportBuilder> everySixHours = new ArrayList<>();
        Instant start = Instant.parse("2021-05-02T00:00:00Z");
        for (int i = 0; i < 20; i++) {
            everySixHours.add(attackAt(start.plus(Duration.ofHours(6L * i)).toString()));
        }

        accept(pipeline, everySixHours.toArray(ReportBuilder[]::new));
        pipeline.advanceTo(start.plus(Duration.ofDays(30)));

        List<Instant> told = pipeline.alerts().stream()
                .filter(Alert::notifies)
                .filter(alert -> alert.transition() != Transition.RESOLVED)
                .map(Alert::announced)
                .toList();
        assertThat(told.get(0)).isEqualTo("2021-05-02T12:00:00Z");
        assertThat(told).hasSize(5);
        for (int i = 1; i < told.size(); i++) {
            assertThat(Duration.between(told.get(i - 1), told.get(i))).isGreaterThanOrEqualTo(Duration.ofHours(24));
        }
    }

    @Test
    void remindsWhenTimePassesOnlyIfItHasGrown() {
        Pipeline pipeline = pipeline(aRule().remind("PT24H").build());
        accept(pipeline, attackAt("2021-05-02T01:00:00Z"), attackAt("2021-05-02T02:00:00Z"));
        accept(pipeline, attackAt("2021-05-02T03:00:00Z"), attackAt("2021-05-02T04:00:00Z"));

        assertThat(pipeline.advanceTo(Instant.parse("2021-05-03T02:59:00Z"))).isEmpty();
        assertThat(only(pipeline.advanceTo(Instant.parse("2021-05-03T03:00:00Z")))
                        .transition())
                .isEqualTo(Transition.REMINDED);
        assertThat(pipeline.advanceTo(Instant.parse("2021-05-04T12:00:00Z"))).isEmpty();
    }

    @Test
    void saysThatItIsOverWhenItHasBeenQuietForLongEnough() {
        Pipeline pipeline = pipeline(aRule().build());
        accept(pipeline, attackOn("2021-05-02"), attackOn("2021-05-03"), attackOn("2021-05-04"));
        // The level holds until 5 May, noon; three quiet days later it is over.

        assertThat(pipeline.advanceTo(Instant.parse("2021-05-08T11:59:00Z"))).isEmpty();
        Alert resolved = only(pipeline.advanceTo(Instant.parse("2021-05-08T12:00:00Z")));

        assertThat(resolved.transition()).isEqualTo(Transition.RESOLVED);
        assertThat(resolved.notifies()).isTrue();
        assertThat(pipeline.advanceTo(Instant.parse("2022-05-08T12:00:00Z"))).isEmpty();
    }

    @Test
    void tellsNobodyOfAnEpisodeThatIsOverAlready() {
        Pipeline pipeline = pipeline(aRule().build());

        accept(
                pipeline,
                attackOn("2021-05-02").published("2021-06-01T00:00:00Z"),
                attackOn("2021-05-03").published("2021-06-01T00:00:00Z"),
                attackOn("2021-05-04").published("2021-06-01T00:00:00Z"));

        assertThat(transitions(pipeline)).containsExactly(Transition.OPENED, Transition.RESOLVED);
        assertThat(notified(pipeline)).isEmpty();
    }

    @Test
    void saysInOneTransitionThatMoreIsKnownOfAnEpisodeThatIsOver() {
        Pipeline pipeline = pipeline(aRule().build());
        accept(pipeline, attackOn("2021-05-02"), attackOn("2021-05-03"), attackOn("2021-05-04"));
        pipeline.advanceTo(Instant.parse("2021-05-08T12:00:00Z"));

        accept(pipeline, attackAt("2021-05-03T20:00:00Z").published("2021-05-20T00:00:00Z"));
        pipeline.advanceTo(Instant.parse("2021-06-08T12:00:00Z"));

        assertThat(transitions(pipeline)).containsExactly(Transition.OPENED, Transition.RESOLVED, Transition.RESOLVED);
        assertThat(pipeline.alerts())
                .extracting(alert -> alert.state().episode().tally().incidents(), Alert::notifies)
                .containsExactly(tuple(3, true), tuple(3, true), tuple(4, false));
    }

    @Test
    void tellsWhenACorrectionLowersTheLevelOfAnAlertThatNobodyHeardOfButBringsItUpToNow() {
        Pipeline pipeline = pipeline(aRule().within("P1D")
                .level(Severity.WATCH, 1)
                .level(Severity.WARNING, 2)
                .quiet("P2D")
                .build());
        accept(
                pipeline,
                attackAt("2021-05-02T00:00:00Z").published("2021-05-06T00:00:00Z"),
                attackAt("2021-05-02T06:00:00Z").published("2021-05-06T00:00:00Z"));
        assertThat(notified(pipeline)).isEmpty();

        List<Alert> alerts = pipeline.accept(attackAt("2021-05-04T12:00:00Z")
                .id("2021-05-02T06:00:00Z")
                .revision(1)
                .published("2021-05-06T00:00:00Z")
                .build());

        assertThat(only(alerts).transition()).isEqualTo(Transition.EASED);
        assertThat(only(alerts).notifies()).isTrue();
    }

    @Test
    void keepsCountOfOriginsThatChangedThoughTheirNumberDidNot() {
        Pipeline pipeline = pipeline(aRule().level(Severity.WATCH, 1).build());
        accept(pipeline, attackAt("2021-05-02T01:00:00Z").origins("AFP"));
        accept(pipeline, attackAt("2021-05-02T01:00:00Z").origins("Reuters").revision(1));

        accept(pipeline, attackAt("2021-05-02T02:00:00Z").origins("Reuters"));

        assertThat(only(pipeline.standing()).episode().tally().origins()).containsExactly("Reuters");
    }

    @Test
    void countsAPlaceKnownOnlyToItsProvinceForTheProvinceButForNoSite() {
        Place somewhere = ReportBuilder.place("IQ", "Al Anbar", "Hit", "Ain Al Assad", PlacePrecision.PROVINCE);
        Pipeline pipeline = pipeline(
                aRule().id("site").level(Severity.WATCH, 1).build(),
                aRule().id("province")
                        .per(PlaceLevel.PROVINCE)
                        .level(Severity.WATCH, 1)
                        .build());

        accept(pipeline, attackOn("2021-05-02").in(somewhere));

        assertThat(pipeline.standing()).extracting(Announced::rule).containsExactly("province");
    }

    @Test
    void countsTheMembersOfACategoryOnly() {
        Pipeline pipeline = pipeline(aRule().categories(Set.of(Category.DRONE))
                .level(Severity.WATCH, 1)
                .build());

        accept(pipeline, attackOn("2021-05-02"));
        assertThat(pipeline.alerts()).isEmpty();

        accept(pipeline, attackOn("2021-05-02").revision(1).category(Category.DRONE));
        assertThat(transitions(pipeline)).containsExactly(Transition.OPENED);
    }

    @Test
    void looksBackOverKnownIncidentsWhenARuleIsAdded() {
        Pipeline pipeline = pipeline();
        accept(pipeline, attackOn("2021-05-02"), attackOn("2021-05-03"), attackOn("2021-05-04"));

        Alert opened = only(pipeline.put(aRule().build()));

        assertThat(opened.transition()).isEqualTo(Transition.OPENED);
        assertThat(opened.notifies()).isTrue();
    }

    @Test
    void withdrawsTheAlertsOfScopesThatAChangedRuleNoLongerCountsIn() {
        Pipeline pipeline = pipeline(aRule().build());
        accept(pipeline, attackOn("2021-05-02"), attackOn("2021-05-03"), attackOn("2021-05-04"));

        pipeline.put(aRule().revision(1).per(PlaceLevel.PROVINCE).build());

        assertThat(transitions(pipeline))
                .containsExactlyInAnyOrder(Transition.OPENED, Transition.OPENED, Transition.WITHDRAWN);
        assertThat(only(pipeline.standing()).scope().kind()).isEqualTo(Scope.Kind.PROVINCE);
    }

    @Test
    void withdrawsOpenAlertsOfADeletedRuleAndLeavesWhatIsOver() {
        Pipeline pipeline = pipeline(aRule().level(Severity.WATCH, 1).build());
        accept(pipeline, attackOn("2021-05-02"), attackOn("2021-05-20").in(ASSAD));

        Alert withdrawn = only(pipeline.remove("three-in-three-days"));

        assertThat(withdrawn.transition()).isEqualTo(Transition.WITHDRAWN);
        assertThat(withdrawn.reason()).contains("rule three-in-three-days was deleted");
        assertThat(only(pipeline.standing()).phase()).isEqualTo(Announced.Phase.RESOLVED);
    }

    private static Pipeline pipeline(Rule... rules) {
        return new Pipeline(new SameSiteDayFamily(), List.of(rules));
    }

    /** An attack on a day, told of when it is over, under the date as its id. */
    private static ReportBuilder attackOn(String date) {
        return aReport().id(date).on(date);
    }

    /** An attack at an instant, told of at once, under the instant as its id. */
    private static ReportBuilder attackAt(String instant) {
        return aReport().id(instant).at(instant);
    }

    private static Report accept(Pipeline pipeline, ReportBuilder... reports) {
        Report last = null;
        for (ReportBuilder report : reports) {
            last = report.build();
            pipeline.accept(last);
        }
        return last;
    }

    private static List<Transition> transitions(Pipeline pipeline) {
        return pipeline.alerts().stream().map(Alert::transition).toList();
    }

    private static List<Transition> notified(Pipeline pipeline) {
        return pipeline.alerts().stream()
                .filter(Alert::notifies)
                .map(Alert::transition)
                .toList();
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }
}
