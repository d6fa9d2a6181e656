package io.tocsin.resolve;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static io.tocsin.fixtures.ReportBuilder.site;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.tocsin.fixtures.ReportBuilder;
import io.tocsin.fixtures.SameSiteDayFamily;
import io.tocsin.incident.Category;
import io.tocsin.incident.Estimate;
import io.tocsin.incident.Incident;
import io.tocsin.incident.Incident.Member;
import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.Report;
import io.tocsin.incident.ReportId;
import io.tocsin.incident.TargetKind;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import io.tocsin.resolve.Resolution.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ResolverTest {

    private static final Place ASSAD = site("IQ", "Al Anbar", "Hit", "Ain Al Assad");

    private final ReportsInMemory known = new ReportsInMemory(new SameSiteDayFamily());
    private final Resolver resolver = new Resolver(new SameSiteDayFamily());
    private final Map<String, Incident> incidents = new TreeMap<>();

    @Test
    void makesAnIncidentOfTheFirstReport() {
        Resolution resolution = resolve(aReport().by("acled").id("7"));

        assertThat(resolution.outcome()).contains(Outcome.NEW);
        IncidentChange change = only(resolution);
        assertThat(change.before()).isEmpty();
        assertThat(members(change.after())).containsExactly(new ReportId("acled", "7"));
    }

    @Test
    void takesOutWhatTheIncidentWasWhenASecondSourceConfirmsIt() {
        Incident first = only(resolve(aReport().by("acled").published("2021-05-05T00:00:00Z")))
                .after()
                .orElseThrow();

        IncidentChange change = only(resolve(aReport().by("ucdp").published("2021-05-06T00:00:00Z")));

        assertThat(change.id()).isEqualTo(first.id());
        assertThat(members(change.before())).containsExactly(new ReportId("acled", "1"));
        assertThat(members(change.after())).containsExactly(new ReportId("acled", "1"), new ReportId("ucdp", "1"));
    }

    @Test
    void takesTheIncidentOverWhenAnOlderReportArrivesLate() {
        Incident first = only(resolve(aReport().by("acled").published("2021-05-05T00:00:00Z")))
                .after()
                .orElseThrow();

        Resolution resolution = resolve(aReport().by("ucdp").published("2021-05-04T22:00:00Z"));

        IncidentChange gone = change(resolution, first.id());
        assertThat(gone.after()).isEmpty();
        Incident survivor = resolution.changes().stream()
                .flatMap(change -> change.after().stream())
                .findFirst()
                .orElseThrow();
        assertThat(gone.mergedInto()).contains(survivor.id());
        assertThat(survivor.members()).hasSize(2);
    }

    @Test
    void joinsTwoIncidentsThatOneReportTies() {
        Matching anyOfTwoSites = new TwoSites();
        Resolver joining = new Resolver(anyOfTwoSites);
        ReportsInMemory two = new ReportsInMemory(anyOfTwoSites);
        two.apply(joining.resolve(aReport().by("a").in(ASSAD).build(), two));
        two.apply(joining.resolve(aReport().by("b").build(), two));

        Resolution resolution =
                joining.resolve(aReport().by("c").in(TwoSites.BETWEEN).build(), two);

        assertThat(resolution.changes()).hasSize(2);
        assertThat(resolution.changes().stream().flatMap(change -> members(change.before()).stream()))
                .containsExactlyInAnyOrder(new ReportId("a", "1"), new ReportId("b", "1"));
        assertThat(resolution.changes().stream().flatMap(change -> change.after().stream()))
                .singleElement()
                .satisfies(joined -> assertThat(joined.members()).hasSize(3));
    }

    @Test
    void neverJoinsTwoReportsOfOneSource() {
        resolve(aReport().by("acled").id("1"));
        resolve(aReport().by("acled").id("2"));
        Resolution resolution = resolve(aReport().by("ucdp"));

        assertThat(resolution.changes())
                .extracting(change -> members(change.after()))
                .containsExactlyInAnyOrder(
                        List.of(new ReportId("acled", "1"), new ReportId("ucdp", "1")),
                        List.of(new ReportId("acled", "2")));
        assertThat(resolution.changes().stream()
                        .flatMap(change -> change.after().stream())
                        .filter(incident -> incident.members().size() == 1))
                .singleElement()
                .satisfies(almost -> assertThat(almost.nearMisses())
                        .extracting(Member::report)
                        .containsExactly(new ReportId("ucdp", "1")));
    }

    @Test
    void saysNothingOfARepeat() {
        resolve(aReport());

        Resolution again = resolve(aReport().received(Instant.parse("2021-05-06T00:00:00Z")));

        assertThat(again.outcome()).contains(Outcome.REPEAT);
        assertThat(again.changes()).isEmpty();
        assertThat(again.remember()).isEmpty();
    }

    @Test
    void ignoresARevisionThatIsOlderThanTheOneKnown() {
        resolve(aReport().revision(2).killed(3).published("2021-05-05T00:00:00Z"));

        Resolution stale = resolve(aReport().revision(1).killed(9).published("2021-05-05T00:00:00Z"));

        assertThat(stale.outcome()).contains(Outcome.STALE);
        assertThat(stale.changes()).isEmpty();
    }

    @Test
    void takesARevisionOutOfOneDayAndPutsItIntoAnother() {
        resolve(aReport().on("2021-05-04").published("2021-05-05T00:00:00Z"));

        IncidentChange change =
                only(resolve(aReport().revision(1).on("2021-05-03").published("2021-05-06T00:00:00Z")));

        assertThat(change.before().orElseThrow().instant()).isEqualTo("2021-05-04T12:00:00Z");
        assertThat(change.after().orElseThrow().instant()).isEqualTo("2021-05-03T12:00:00Z");
    }

    @Test
    void makesAnotherIncidentOfAReportThatMovesToAnotherCountry() {
        String inIraq = only(resolve(aReport())).id();
        ReportBuilder moved = aReport().revision(1).in(site("SY", "Deir ez-Zor", "Abu Kamal", "Abu Kamal"));

        List<IncidentChange> changes = resolve(moved).changes();
        IncidentChange elsewhere = only(new Resolver(new SameSiteDayFamily())
                .resolve(moved.build(), new ReportsInMemory(new SameSiteDayFamily())));

        assertThat(changes)
                .extracting(IncidentChange::id)
                .as("where both countries are one task's, the names are as where they are not")
                .containsExactlyInAnyOrder(inIraq, elsewhere.id());
        assertThat(changes.stream().filter(change -> change.id().equals(inIraq)))
                .singleElement()
                .satisfies(gone -> {
                    assertThat(gone.after()).isEmpty();
                    assertThat(gone.mergedInto())
                            .as("taken back, as another task would")
                            .isEmpty();
                });
    }

    /** Where the other country is another task's, nobody there knows of the first report. */
    @Test
    void ruledTogetherOrNotNoIncidentLiesInTwoCountries() {
        resolve(aReport().by("acled"));
        resolve(aReport().by("desk").in(ASSAD));
        Ruling together = new Ruling(Ruling.Kind.TOGETHER, Instant.parse("2021-05-06T00:00:00Z"), "act-1", "the same");
        known.apply(
                resolver.rule(together, Set.of(Pair.of(new ReportId("acled", "1"), new ReportId("desk", "1"))), known));

        Resolution moved =
                resolve(aReport().by("desk").revision(1).in(site("SY", "Deir ez-Zor", "Abu Kamal", "Abu Kamal")));

        assertThat(moved.changes())
                .extracting(change -> members(change.after()))
                .containsExactlyInAnyOrder(List.of(new ReportId("acled", "1")), List.of(new ReportId("desk", "1")));
    }

    @Test
    void takesTheIncidentBackWhenItsOnlyReportIs() {
        resolve(aReport());

        Resolution resolution = resolve(aReport().revision(1).retracted());

        assertThat(resolution.outcome()).contains(Outcome.RETRACTED);
        assertThat(only(resolution).after()).isEmpty();
        assertThat(only(resolution).mergedInto()).isEmpty();
    }

    @Test
    void remembersARetractionThatComesFirst() {
        assertThat(resolve(aReport().revision(1).retracted()).changes()).isEmpty();

        assertThat(resolve(aReport()).changes()).isEmpty();
    }

    @Test
    void bringsARetractedReportBackWithAHigherRevision() {
        resolve(aReport().revision(1).retracted());

        Resolution back = resolve(aReport().revision(2));

        assertThat(back.outcome()).contains(Outcome.REVISED);
        assertThat(only(back).after()).isPresent();
    }

    @Test
    void countsTheRevisionsOfAnIncidentUp() {
        List<Integer> revisions = new ArrayList<>();
        for (int revision = 0; revision < 4; revision++) {
            revisions.add(
                    only(resolve(aReport().revision(revision).killed(revision))).revision());
        }

        assertThat(revisions).containsExactly(0, 1, 2, 3);
    }

    @Test
    void choosesTheSameOfTwoContradictoryTextsWhicheverCameFirst() {
        for (int i = 0; i < 100; i++) {
            // The names differ each time, so that no lucky order of a hash map lets a wrong choice pass.
            String first = "a" + i;
            String second = "b" + i;
            ReportBuilder greater = aReport().id("r" + i).attributes(Map.of(first, "2", second, "1"));
            ReportBuilder lesser = aReport().id("r" + i).attributes(Map.of(first, "1", second, "2"));

            resolve(i % 2 == 0 ? greater : lesser);
            Resolution contradiction = resolve(i % 2 == 0 ? lesser : greater);

            assertThat(contradiction.outcome()).contains(Outcome.CONTRADICTION);
            assertThat(known.find(new ReportId("acled", "r" + i)).orElseThrow().report())
                    .as("of names %s and %s", first, second)
                    .isEqualTo(greater.build());
        }
    }

    @Test
    void linksNothingThroughABlockThatIsTooCrowded() {
        rememberCrowd(Bounds.DEFAULT.crowd());

        Resolution oneTooMany =
                resolve(aReport().by("source-" + Bounds.DEFAULT.crowd()).build());

        assertThat(oneTooMany.changes()).hasSize(Bounds.DEFAULT.crowd() + 1);
        assertThat(oneTooMany.changes().stream().flatMap(change -> change.before().stream()))
                .singleElement()
                .satisfies(incident -> assertThat(incident.members()).hasSize(Bounds.DEFAULT.crowd()));
        assertThat(oneTooMany.changes())
                .flatExtracting(change -> members(change.after()))
                .hasSize(Bounds.DEFAULT.crowd() + 1);
        assertThat(oneTooMany.changes())
                .allMatch(change -> change.after().orElseThrow().members().size() == 1);
    }

    @Test
    void linksAgainWhenTheCrowdThinsOut() {
        rememberCrowd(Bounds.DEFAULT.crowd() + 1);

        Resolution thinner =
                resolve(aReport().by("source-7").revision(1).retracted().build());

        assertThat(thinner.changes().stream().flatMap(change -> change.after().stream()))
                .singleElement()
                .satisfies(incident -> assertThat(incident.members()).hasSize(Bounds.DEFAULT.crowd()));
        assertThat(thinner.changes().stream().flatMap(change -> change.before().stream()))
                .hasSize(Bounds.DEFAULT.crowd() + 1);
    }

    @Test
    void takesFromEachReportWhatItKnowsBest() {
        resolve(aReport()
                .by("vague")
                .reliable(0.2)
                .category(Category.ROCKET)
                .killed(5)
                .tags(List.of("base"))
                .published("2021-05-05T00:00:00Z"));
        resolve(aReport()
                .by("sharp")
                .reliable(0.9)
                .at("2021-05-04T03:10:00Z")
                .category(Category.MISSILE)
                .target(TargetKind.BASE, "coalition")
                .claimedBy("Someone")
                .killed(3)
                .quantity(7)
                .summary("Missiles hit the base")
                .origins("AFP")
                .tags(List.of("night"))
                .published("2021-05-06T00:00:00Z"));

        Incident incident = incidents().get(0);

        assertThat(incident.instant()).isEqualTo("2021-05-04T03:10:00Z");
        assertThat(incident.category()).isEqualTo(Category.MISSILE);
        assertThat(incident.target().orElseThrow().affiliation()).contains("coalition");
        assertThat(incident.perpetrator().orElseThrow().name()).isEqualTo("Someone");
        assertThat(incident.casualties().killed().count()).isEqualTo(3);
        assertThat(incident.quantity()).hasValue(7);
        assertThat(incident.summary()).contains("Missiles hit the base");
        assertThat(incident.origins()).containsExactly("AFP", "vague");
        assertThat(incident.tags()).containsExactly("base", "night");
        assertThat(incident.confidence()).isCloseTo(0.92, offset(1e-9));
        assertThat(incident.firstReportedAt()).isEqualTo("2021-05-05T00:00:00Z");
        assertThat(incident.lastReportedAt()).isEqualTo("2021-05-06T00:00:00Z");
    }

    @Test
    void countsTenPapersThatReprintOneAgencyAsOneOrigin() {
        for (int paper = 0; paper < 10; paper++) {
            resolve(aReport().by("paper-" + paper).reliable(0.5).origins("AFP"));
        }

        assertThat(incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.origins()).containsExactly("AFP");
            assertThat(incident.confidence()).isEqualTo(0.5);
        });
    }

    @Test
    void takesAnAgencyAndItsReprintForOneOrigin() {
        resolve(aReport().by("afp").reliable(0.8));
        resolve(aReport().by("paper").reliable(0.5).origins("AFP"));

        assertThat(incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.origins()).containsExactly("AFP");
            assertThat(incident.confidence()).isCloseTo(0.8, offset(1e-9));
        });
    }

    @Test
    void countsByTheNewestFigureOfAnAuthorityAndSpansAllThatStand() {
        resolve(aReport().by("agency").reliable(0.8).killed(7).published("2021-05-05T00:00:00Z"));
        resolve(aReport().by("ministry").reliable(0.9).killed(12).published("2021-05-06T00:00:00Z"));
        resolve(aReport().by("rumour").reliable(0.3).killed(40).published("2021-05-07T00:00:00Z"));
        resolve(aReport().by("silent").reliable(0.9).published("2021-05-08T00:00:00Z"));

        assertThat(incidents().get(0).casualties().killed())
                .isEqualTo(new Estimate(OptionalInt.of(7), OptionalInt.of(12), OptionalInt.of(40)));
        assertThat(incidents().get(0).casualties().injured()).isEqualTo(Estimate.NONE);
    }

    @Test
    void followsTheOnlyFiguresThereAreHoweverUnreliable() {
        resolve(aReport().by("rumour").reliable(0.3).killed(4).published("2021-05-05T00:00:00Z"));
        resolve(aReport().by("hearsay").reliable(0.2).killed(6).published("2021-05-07T00:00:00Z"));
        resolve(aReport().by("silent").reliable(0.9).published("2021-05-08T00:00:00Z"));

        assertThat(incidents().get(0).casualties().killed().count()).isEqualTo(6);
    }

    @Test
    void linksNoReportsWhoseSiteIsUncertain() {
        Place somewhereNear = ReportBuilder.place("IQ", "Al Anbar", "Hit", "Ain Al Assad", PlacePrecision.DISTRICT);
        resolve(aReport().by("acled").in(somewhereNear));
        resolve(aReport().by("ucdp").in(somewhereNear));

        assertThat(incidents()).hasSize(2);
    }

    private List<Incident> incidents() {
        return List.copyOf(incidents.values());
    }

    private Resolution resolve(ReportBuilder report) {
        return resolve(report.build());
    }

    private Resolution resolve(Report report) {
        Resolution resolution = resolver.resolve(report, known);
        known.apply(resolution);
        resolution.changes().forEach(change -> change.before().ifPresent(was -> incidents.remove(was.id())));
        resolution.changes().forEach(change -> change.after().ifPresent(is -> incidents.put(is.id(), is)));
        return resolution;
    }

    /** So many reports of one event by as many sources; taken in without linking them, which would take long. */
    private void rememberCrowd(int number) {
        Resolver strangers = new Resolver(new Strangers());
        for (int i = 0; i < number; i++) {
            known.apply(strangers.resolve(aReport().by("source-" + i).build(), known));
        }
    }

    private static IncidentChange only(Resolution resolution) {
        assertThat(resolution.changes()).hasSize(1);
        return resolution.changes().get(0);
    }

    private static IncidentChange change(Resolution resolution, String id) {
        return resolution.changes().stream()
                .filter(change -> change.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<ReportId> members(Optional<Incident> incident) {
        return incident.stream()
                .flatMap(i -> i.members().stream())
                .map(Member::report)
                .toList();
    }

    /** Links what lies between two sites with what lies at either. */
    private static final class TwoSites implements Matching {

        static final Place BETWEEN = site("IQ", "Al Anbar", "Hit", "Between");

        @Override
        public List<Home> homes(Known report) {
            return List.of(new Home(0, "everywhere", ""));
        }

        @Override
        public List<Blocks> near(Known report) {
            return List.of(Blocks.of(new Block(0, "everywhere", "")));
        }

        @Override
        public boolean mayLink(Report report, String source) {
            return true;
        }

        @Override
        public Optional<Link> compare(Known one, Known other) {
            boolean between = one.report().place().equals(BETWEEN)
                    || other.report().place().equals(BETWEEN);
            return Optional.of(between ? new Link(1, List.of("near")) : new Link(-1, List.of("not far")));
        }
    }

    /** Looks for reports where they lie, and links none. */
    private static final class Strangers implements Matching {

        @Override
        public List<Home> homes(Known report) {
            return new SameSiteDayFamily().homes(report);
        }

        @Override
        public List<Blocks> near(Known report) {
            return new SameSiteDayFamily().near(report);
        }

        @Override
        public boolean mayLink(Report report, String source) {
            return false;
        }

        @Override
        public Optional<Link> compare(Known one, Known other) {
            return Optional.empty();
        }
    }
}
