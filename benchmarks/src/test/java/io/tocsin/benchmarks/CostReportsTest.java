package io.tocsin.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.avro.Place;
import io.tocsin.avro.Report;
import io.tocsin.avro.SourceKind;
import io.tocsin.places.Cells;
import io.tocsin.places.Coordinates;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CostReportsTest {

    private static final int PAST = 20_050;
    private static final CostReports REPORTS = new CostReports(PAST, 1_000, 2_000, 7);

    @Test
    void areTheSameForTheSameSeed() {
        CostReports again = new CostReports(PAST, 1_000, 2_000, 7);
        CostReports other = new CostReports(PAST, 1_000, 2_000, 8);

        assertThat(list(again.probe())).isEqualTo(list(REPORTS.probe())).isNotEqualTo(list(other.probe()));
        assertThat(list(again.warmUp())).isEqualTo(list(REPORTS.warmUp()));
        assertThat(list(again.past(Past.CITY))).isEqualTo(list(REPORTS.past(Past.CITY)));
    }

    @ParameterizedTest
    @EnumSource(Past.class)
    void areAsManyAfterAnyPastAndNoneTwice(Past past) {
        List<Report> all = all(past);

        assertThat(list(REPORTS.past(past))).hasSize(PAST);
        assertThat(all).hasSize(REPORTS.total());
        assertThat(all.size() - list(REPORTS.probe()).size()).isEqualTo(REPORTS.before());
        assertThat(all.stream().map(report -> report.getSource().getId() + report.getId()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Past.class)
    void lieInOrderOfPublicationWithinTenYears(Past past) {
        for (Iterator<Report> part : List.of(REPORTS.past(past), REPORTS.probe())) {
            List<Instant> published =
                    list(part).stream().map(Report::getPublishedAt).toList();
            assertThat(published).isSorted();
            assertThat(published.get(0)).isAfterOrEqualTo(Instant.parse("2013-01-01T00:00:00Z"));
            assertThat(published.get(published.size() - 1)).isBefore(CostReports.END);
        }
    }

    @Test
    void areInOnePartitionEachSoThatAnEmptyPastLeavesTheTaskOfTheProbeEmpty() {
        assertThat(partitions(REPORTS.probe())).isEqualTo(partitions(REPORTS.past(Past.COUNTRY)));
        assertThat(partitions(REPORTS.past(Past.EMPTY))).doesNotContainAnyElementsOf(partitions(REPORTS.probe()));
        assertThat(partitions(REPORTS.warmUp())).doesNotContainAnyElementsOf(partitions(REPORTS.probe()));
    }

    @Test
    void areInEveryTownInTheOneMonthInWhichItsPastIs() {
        Map<Integer, Set<YearMonth>> probe = months(REPORTS.probe());

        assertThat(probe).hasSize(Land.TOWNS).isEqualTo(months(REPORTS.past(Past.TOWN)));
        assertThat(probe.values()).allMatch(months -> months.size() == 1);
        assertThat(new HashSet<>(probe.values())).hasSize(Land.TOWNS);
        assertThat(months(REPORTS.past(Past.CITY))).isEqualTo(probe);
    }

    @Test
    void areEquallyManyInEveryTown() {
        assertThat(perTown(REPORTS.probe()).values()).allMatch(reports -> reports == 20);
        assertThat(perTown(REPORTS.past(Past.TOWN)).values()).allMatch(reports -> reports == 200 || reports == 201);
    }

    @Test
    void areHalfNewsWhereTheyAreToBeMatched() {
        assertThat(shareOfNews(REPORTS.probe())).isCloseTo(0.5, within(0.05));
        assertThat(shareOfNews(REPORTS.warmUp())).isCloseTo(0.5, within(0.05));
        assertThat(shareOfNews(REPORTS.past(Past.COUNTRY))).isZero();
    }

    @Test
    void introduceEverySiteOfTheProbeWithWhatNobodyRemembers() {
        List<Report> introduction = list(REPORTS.introduction());

        assertThat(introduction.stream().map(Report::getPlace).collect(Collectors.toSet()))
                .hasSameSizeAs(introduction)
                .containsAll(
                        list(REPORTS.probe()).stream().map(Report::getPlace).toList());
        assertThat(introduction)
                .allMatch(report -> Duration.between(report.getOccurrence().getUntil(), report.getPublishedAt())
                                .compareTo(Duration.ofDays(36_500))
                        > 0);
    }

    @Test
    void lieInATownOfFewKilometresOrACityOfSeveralCells() {
        Land here = Land.here();
        for (int town = 0; town < Land.TOWNS; town++) {
            assertThat(cells(here.town(town))).hasSizeLessThanOrEqualTo(3);
            assertThat(cells(here.quarters(town))).hasSizeGreaterThanOrEqualTo(7);
        }
    }

    @Test
    void crowdTheTownsButNotTheCitiesAtFullSize() {
        assertThat(shareInCrowds(Past.TOWN)).isGreaterThan(0.8);
        assertThat(shareInCrowds(Past.CITY)).isLessThan(0.1);
    }

    /** How many of the reports lie in a cell with more than 100 on their day, in the first five towns. */
    private static double shareInCrowds(Past past) {
        int reports = 50_000;
        Iterator<Report> all = new CostReports(1_000_000, 1, Land.TOWNS, 7).past(past);
        Map<String, Integer> blocks = new HashMap<>();
        for (int i = 0; i < reports; i++) {
            Report report = all.next();
            blocks.merge(
                    report.getOccurrence().getFrom()
                            + cells(List.of(report.getPlace())).toString(),
                    1,
                    Integer::sum);
        }
        return blocks.values().stream()
                        .filter(size -> size > 100)
                        .mapToInt(size -> size)
                        .sum()
                / (double) reports;
    }

    private static Set<String> cells(List<Place> places) {
        return places.stream()
                .map(place -> Cells.of(new Coordinates(place.getLat(), place.getLon())))
                .collect(Collectors.toSet());
    }

    private static double shareOfNews(Iterator<Report> reports) {
        List<Report> all = list(reports);
        return all.stream()
                        .filter(report -> report.getSource().getKind() == SourceKind.NEWS)
                        .count()
                / (double) all.size();
    }

    private static Map<Integer, Set<YearMonth>> months(Iterator<Report> reports) {
        return list(reports).stream()
                .collect(Collectors.groupingBy(
                        CostReportsTest::town,
                        Collectors.mapping(
                                report -> YearMonth.from(
                                        report.getOccurrence().getFrom().atOffset(ZoneOffset.UTC)),
                                Collectors.toCollection(TreeSet::new))));
    }

    private static Map<Integer, Long> perTown(Iterator<Report> reports) {
        return list(reports).stream().collect(Collectors.groupingBy(CostReportsTest::town, Collectors.counting()));
    }

    /** The number in "Town 12 site 3" or "City 12 quarter 3". */
    private static int town(Report report) {
        return Integer.parseInt(report.getPlace().getSite().split(" ", -1)[1]);
    }

    private static Set<Integer> partitions(Iterator<Report> reports) {
        return list(reports).stream()
                .map(report -> report.getPlace().getCountry())
                .distinct()
                .map(country -> Utils.toPositive(Utils.murmur2(country.getBytes(UTF_8))) % Lane.PARTITIONS)
                .collect(Collectors.toSet());
    }

    private static List<Report> all(Past past) {
        List<Report> all = new ArrayList<>();
        REPORTS.past(past).forEachRemaining(all::add);
        REPORTS.warmUp().forEachRemaining(all::add);
        REPORTS.introduction().forEachRemaining(all::add);
        REPORTS.probe().forEachRemaining(all::add);
        return all;
    }

    private static List<Report> list(Iterator<Report> reports) {
        List<Report> list = new ArrayList<>();
        reports.forEachRemaining(list::add);
        return list;
    }
}
