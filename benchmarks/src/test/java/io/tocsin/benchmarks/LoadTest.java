package io.tocsin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.Report;
import io.tocsin.watch.Rule;
import io.tocsin.watch.grammar.RuleReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** The full job is as full as it says. */
class LoadTest {

    private static final int REPORTS = 20_000;

    @Test
    void hasTwentyRulesOverFiveKindsOfScope() {
        RuleReader.Result read = RuleReader.read(Load.THREE_SOURCES.rules());

        assertThat(read.problems()).isEmpty();
        assertThat(read.rules()).hasSize(20).extracting(Rule::id).doesNotHaveDuplicates();
        assertThat(read.rules().stream().map(rule -> rule.per().kind()).distinct())
                .hasSize(5);
    }

    @Test
    void tellsTheSameFromTheSameSeedByThreeSourcesWithRepeats() {
        List<Report> reports = all(Load.THREE_SOURCES.reports(REPORTS, 7));

        assertThat(all(Load.THREE_SOURCES.reports(REPORTS, 7))).isEqualTo(reports);
        assertThat(reports).hasSize(REPORTS);
        Map<String, Long> bySource = reports.stream()
                .distinct()
                .collect(Collectors.groupingBy(report -> report.getSource().getId(), Collectors.counting()));
        assertThat(bySource).hasSize(3);
        double incidents = bySource.get(ReportMaker.DATABASE.getId());
        Percentage nearly = Percentage.withPercentage(5);
        assertThat(bySource.get(ReportMaker.NEWS.getId()) / incidents * 100)
                .isCloseTo(ThreeSources.PERCENT_TOLD_BY_NEWS, nearly);
        assertThat(bySource.get("authorities") / incidents * 100)
                .isCloseTo(ThreeSources.PERCENT_TOLD_BY_AUTHORITIES, nearly);
        long distinct = reports.stream().distinct().count();
        assertThat(100.0 * (REPORTS - distinct) / distinct).isCloseTo(ThreeSources.PERCENT_REPEATED, nearly);
    }

    private static List<Report> all(Iterator<Report> reports) {
        List<Report> all = new ArrayList<>();
        reports.forEachRemaining(all::add);
        return all;
    }
}
