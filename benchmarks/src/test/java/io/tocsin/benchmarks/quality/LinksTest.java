package io.tocsin.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinksTest {

    private static final List<Labelled> REPORTS = Press.labelled("a", "b", "c");
    private static final double NEVER = Double.NEGATIVE_INFINITY;

    @Test
    void makeChainsUnlessTheEndsDisagree() {
        Links links = new Links(REPORTS, everyPair(3), (one, other) -> score(index(one), index(other)));

        assertThat(links.groups(1, NEVER)).containsOnly(0);
        assertThat(links.groups(1, 0)).isEqualTo(new int[] {0, 0, 2});
        assertThat(links.groups(5, 0)).isEqualTo(new int[] {0, 1, 2});
    }

    private static double score(int one, int other) {
        return one + other == 1 ? 4 : one + other == 3 ? 3 : NEVER;
    }

    private static int index(Object report) {
        for (int i = 0; i < REPORTS.size(); i++) {
            if (REPORTS.get(i).report().equals(report)) {
                return i;
            }
        }
        throw new IllegalArgumentException("unknown report");
    }

    private static Links.Pairs everyPair(int reports) {
        return meeting -> {
            for (int higher = 0; higher < reports; higher++) {
                for (int lower = 0; lower < higher; lower++) {
                    meeting.of(lower, higher);
                }
            }
        };
    }
}
