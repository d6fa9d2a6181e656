package io.tocsin.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.avro.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final long SEED = 7;
    private static final int REPORTS = 100_000;

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(history(1_000, SEED)).isEqualTo(history(1_000, SEED));
        assertThat(history(1_000, SEED)).isNotEqualTo(history(1_000, SEED + 1));
    }

    @Test
    void isInOrderOfPublicationAndAsLongAsItsReports() {
        List<Report> history = history(REPORTS, SEED);

        List<Instant> published = history.stream().map(Report::getPublishedAt).toList();
        assertThat(published).isSorted();
        assertThat(Duration.between(published.get(0), published.get(REPORTS - 1)))
                .isCloseTo(Duration.ofDays(REPORTS / History.REPORTS_PER_DAY), Duration.ofMinutes(1));
        assertThat(history.stream().map(Report::getId).distinct()).hasSize(REPORTS);
    }

    @Test
    void spreadsEvenlyOverThePartitions() {
        int[] perPartition = new int[Lane.PARTITIONS];
        history(REPORTS, SEED).forEach(report -> perPartition[partition(report)]++);

        for (int reports : perPartition) {
            assertThat(reports / (double) REPORTS).isCloseTo(0.25, within(0.01));
        }
    }

    @Test
    void hasTheSharesThatAreDocumented() {
        List<Report> history = history(REPORTS, SEED);

        assertThat(share(history, report -> late(report) == 0)).isCloseTo(0.70, within(0.01));
        assertThat(share(history, report -> late(report) == 1)).isCloseTo(0.25, within(0.01));
        assertThat(share(history, report -> report.getTarget() != null)).isCloseTo(0.60, within(0.01));
        assertThat(share(history, report -> report.getCasualties() != null)).isCloseTo(0.80, within(0.01));
        assertThat(history.stream()
                        .mapToInt(report -> report.getSummary().length())
                        .average()
                        .orElseThrow())
                .isCloseTo(100, within(10.0));
    }

    @Test
    void bringsOneToTwoInTenReportsToThreeAttacksInThreeDays() {
        Map<String, Map<Long, Integer>> counts = new HashMap<>();
        int reached = 0;
        for (Report report : history(REPORTS, SEED)) {
            String site = report.getPlace().getSite();
            long day = Duration.between(Instant.EPOCH, report.getOccurrence().getFrom())
                    .toDays();
            counts.computeIfAbsent(site, s -> new HashMap<>()).merge(day, 1, Integer::sum);
            if (anyThreeDaysWith(counts.get(site), day) >= 3) {
                reached++;
            }
        }

        assertThat(reached / (double) REPORTS).isBetween(0.10, 0.20);
    }

    private static int anyThreeDaysWith(Map<Long, Integer> counts, long day) {
        int most = 0;
        for (long first = day - 2; first <= day; first++) {
            int sum = 0;
            for (long other = first; other < first + 3; other++) {
                sum += counts.getOrDefault(other, 0);
            }
            most = Math.max(most, sum);
        }
        return most;
    }

    private static long late(Report report) {
        return Duration.between(report.getOccurrence().getFrom(), report.getPublishedAt())
                .toDays();
    }

    private static double share(List<Report> history, Predicate<Report> which) {
        return history.stream().filter(which).count() / (double) history.size();
    }

    private static int partition(Report report) {
        return Utils.toPositive(Utils.murmur2(report.getPlace().getCountry().getBytes(UTF_8))) % Lane.PARTITIONS;
    }

    private static List<Report> history(int reports, long seed) {
        List<Report> history = new ArrayList<>();
        new History(reports, seed).forEachRemaining(history::add);
        return history;
    }
}
