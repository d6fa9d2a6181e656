package io.tocsin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CostSummaryTest {

    private static final List<Cost.Run> RUNS = List.of(
            run(Past.EMPTY, 1, 100),
            run(Past.COUNTRY, 1, 150),
            run(Past.TOWN, 1, 110),
            run(Past.CITY, 1, 400),
            run(Past.EMPTY, 2, 200),
            run(Past.COUNTRY, 2, 320),
            run(Past.TOWN, 2, 240),
            run(Past.CITY, 2, 600));

    @Test
    void comparesWithinARoundAndTakesTheMedian() {
        assertThat(CostSummary.ratios(RUNS).get("country")).isEqualTo(1.55);
        assertThat(CostSummary.ratios(RUNS).get("city")).isEqualTo(3.5);
    }

    @Test
    void saysWhetherTheBoundIsKept() {
        assertThat(CostSummary.text(RUNS))
                .contains("ratio town/empty, in threads, median: 1.15 (at most 2)")
                .contains("ratio city/empty, in threads, median: 3.50 (more than 2)");
    }

    private static Cost.Run run(Past past, int round, double streamMicros) {
        return new Cost.Run(past, round, 1_000, 100, streamMicros, 2 * streamMicros, 1, 900, 700, 0, 1);
    }
}
