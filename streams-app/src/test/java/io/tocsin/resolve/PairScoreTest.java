package io.tocsin.resolve;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.fixtures.ReportBuilder;
import io.tocsin.incident.Category;
import io.tocsin.incident.Report;
import io.tocsin.incident.Source;
import io.tocsin.incident.TargetKind;
import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PairScoreTest {

    private static final WeightTable TABLE = WeightTable.shipped();
    private static final PairScore PAIRS = new PairScore(TABLE);
    private static final Coordinates BALAD = new Coordinates(33.94, 44.36);

    @Test
    void isTheSameWhicheverReportComesFirst() {
        AnyReports any = new AnyReports(1);
        for (int i = 0; i < 20_000; i++) {
            Report one = any.next();
            Report other = any.next();

            assertThat(PAIRS.score(one, other)).isEqualTo(PAIRS.score(other, one));
        }
    }

    @Test
    void isTheSameEachTime() {
        AnyReports any = new AnyReports(2);
        AnyReports again = new AnyReports(2);
        PairScore anew = new PairScore(WeightTable.shipped());
        for (int i = 0; i < 5_000; i++) {
            assertThat(PAIRS.score(any.next(), any.next())).isEqualTo(anew.score(again.next(), again.next()));
        }
    }

    @Test
    void isTheSumOfTheWeightsOfAllFindingsWhereItIsNotOutOfReach() {
        AnyReports any = new AnyReports(3);
        int scored = 0;
        for (int i = 0; i < 20_000; i++) {
            Report one = any.next();
            Report other = any.next();
            List<Finding> findings = PairScore.compare(one, other);
            double sum = 0;
            for (Finding finding : findings) {
                sum += TABLE.weight(finding);
            }

            Score score = PAIRS.score(one, other);

            if (findings.isEmpty() || sum <= TABLE.nearMiss()) {
                assertThat(score).isEqualTo(Score.OUT_OF_REACH);
            } else {
                assertThat(score.total()).isCloseTo(sum, within(1e-9));
                assertThat(score.weights().stream()
                                .mapToDouble(Score.Weight::value)
                                .sum())
                        .isCloseTo(sum, within(1e-9));
                scored++;
            }
        }
        assertThat(scored).isGreaterThan(100);
    }

    @Test
    void neverLinksTwoReportsOfOneDatabase() {
        ReportBuilder report = aReport().by("acled").kind(Source.Kind.DATABASE).in(at(BALAD));

        assertThat(PAIRS.score(report.id("1").build(), report.id("2").build())).isEqualTo(Score.OUT_OF_REACH);
    }

    @Test
    void linksWhatTwoDatabasesSayOfOneAttack() {
        ReportBuilder report = aReport().in(at(BALAD)).killed(3).summary("Rockets hit the air base at Balad");

        Score score = PAIRS.score(
                report.by("acled").build(),
                report.by("gtd")
                        .summary("Three killed as rockets hit Balad air base")
                        .build());

        assertThat(PAIRS.links(score)).isTrue();
        assertThat(score.reasons()).anyMatch(reason -> reason.startsWith("same-day +"));
    }

    @Test
    void fallsAsTheDaysMoveApart() {
        List<Double> totals = new ArrayList<>();
        for (int hours = 0; hours <= 72; hours++) {
            Instant later = Instant.parse("2021-05-04T12:00:00Z").plus(Duration.ofHours(hours));
            totals.add(sum(twin("a").at("2021-05-04T12:00:00Z"), twin("b").at(later)));
        }

        assertThat(totals).isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(totals.get(72)).isLessThan(totals.get(0));
    }

    @Test
    void fallsAsThePlacesMoveApart() {
        List<Double> totals = new ArrayList<>();
        for (int step = 0; step <= 40; step++) {
            Coordinates there = new Coordinates(BALAD.lat() + step / 400.0, BALAD.lon());
            totals.add(sum(twin("a").in(at(BALAD)), twin("b").in(at(there))));
        }

        assertThat(totals).isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(totals.get(40)).isLessThan(totals.get(0));
    }

    @ParameterizedTest
    @MethodSource("findings")
    void finds(Finding expected, ReportBuilder one, ReportBuilder other) {
        assertThat(PairScore.compare(
                        one.by("a").kind(Source.Kind.NEWS).build(),
                        other.by("b").kind(Source.Kind.NEWS).build()))
                .contains(expected);
    }

    static Stream<Arguments> findings() {
        return Stream.of(
                Arguments.of(
                        Finding.SAME_DAY, aReport().on("2021-05-04"), aReport().on("2021-05-04")),
                Arguments.of(
                        Finding.NEXT_DAY, aReport().on("2021-05-04"), aReport().on("2021-05-05")),
                Arguments.of(
                        Finding.DAYS_APART,
                        aReport().on("2021-05-04"),
                        aReport().on("2021-05-06")),
                Arguments.of(
                        Finding.WITHIN_THREE_HOURS,
                        aReport().at("2021-05-04T10:00:00Z"),
                        aReport().at("2021-05-04T12:30:00Z")),
                Arguments.of(
                        Finding.WITHIN_2_KM, aReport().in(at(BALAD)), aReport().in(at(new Coordinates(33.955, 44.36)))),
                Arguments.of(
                        Finding.SITE_ALIKE,
                        aReport().in(named("Ain Al Assad")),
                        aReport().in(named("Ain al-Asad"))),
                Arguments.of(
                        Finding.OTHER_SITE,
                        aReport().in(named("Ain Al Assad")),
                        aReport().in(named("Hit"))),
                Arguments.of(
                        Finding.SAME_PROVINCE,
                        aReport().in(named("Hit")),
                        aReport().in(inProvince("Al Anbar"))),
                Arguments.of(Finding.SAME_FAMILY, aReport(), aReport().category(Category.MISSILE)),
                Arguments.of(
                        Finding.KIN_FAMILY,
                        aReport().category(Category.ASSASSINATION),
                        aReport().category(Category.DRONE)),
                Arguments.of(Finding.OTHER_FAMILY, aReport(), aReport().category(Category.RIOT)),
                Arguments.of(
                        Finding.SAME_MANY_KILLED,
                        aReport().killed(12),
                        aReport().killed(12)),
                Arguments.of(
                        Finding.CLOSE_MANY_KILLED,
                        aReport().killed(12),
                        aReport().killed(14)),
                Arguments.of(
                        Finding.FAR_FROM_KILLED, aReport().killed(12), aReport().killed(2)),
                Arguments.of(Finding.KILLED_UNKNOWN, aReport().killed(12), aReport()),
                Arguments.of(
                        Finding.CLOSE_INJURED, aReport().injured(9), aReport().injured(8)),
                Arguments.of(
                        Finding.OTHER_QUANTITY, aReport().quantity(2), aReport().quantity(3)),
                Arguments.of(
                        Finding.SAME_ORIGIN, aReport().origins("AFP"), aReport().origins("AP", "AFP")),
                Arguments.of(
                        Finding.OTHER_TARGET_KIND,
                        aReport().target(TargetKind.BASE),
                        aReport().target(TargetKind.MEDIA)),
                Arguments.of(
                        Finding.TARGET_NAME_ALIKE,
                        aReport().targetNamed("Qassem Suleimani", TargetKind.MILITARY),
                        aReport().targetNamed("Qasem Soleimani", TargetKind.MILITARY)),
                Arguments.of(
                        Finding.MOST_WORDS,
                        aReport().summary("Two rockets hit the airport of Baghdad"),
                        aReport().summary("Rocket hits Baghdad airport, killing one")),
                Arguments.of(
                        Finding.OTHER_WORDS,
                        aReport().summary("Two rockets"),
                        aReport().summary("A car exploded")),
                Arguments.of(
                        Finding.SAME_ARTICLE,
                        aReport().article("urn:example:1"),
                        aReport().article("urn:example:1")),
                Arguments.of(
                        Finding.PUBLISHED_THE_SAME_DAY,
                        aReport().published("2021-05-04T20:00:00Z"),
                        aReport().published("2021-05-05T06:00:00Z")),
                Arguments.of(
                        Finding.PUBLISHED_WEEKS_APART,
                        aReport().published("2021-05-04T20:00:00Z"),
                        aReport().published("2021-06-04T20:00:00Z")));
    }

    private static double sum(ReportBuilder one, ReportBuilder other) {
        List<Finding> findings = PairScore.compare(one.build(), other.build());
        return findings.isEmpty()
                ? Double.NEGATIVE_INFINITY
                : findings.stream().mapToDouble(TABLE::weight).sum();
    }

    private static ReportBuilder twin(String source) {
        return aReport().by(source).in(at(BALAD)).published("2021-05-10T00:00:00Z");
    }

    private static Place at(Coordinates point) {
        return new Place(
                "IQ",
                Optional.of("Salah ad Din"),
                Optional.empty(),
                Optional.of("Balad Air Base"),
                Optional.of(point),
                PlacePrecision.SITE);
    }

    private static Place named(String site) {
        return new Place(
                "IQ",
                Optional.of("Al Anbar"),
                Optional.empty(),
                Optional.of(site),
                Optional.empty(),
                PlacePrecision.SITE);
    }

    private static Place inProvince(String province) {
        return new Place(
                "IQ",
                Optional.of(province),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PlacePrecision.PROVINCE);
    }
}
