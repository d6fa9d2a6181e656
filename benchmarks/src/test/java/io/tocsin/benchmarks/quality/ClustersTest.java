package io.tocsin.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClustersTest {

    private static final List<Labelled> REPORTS = Press.labelled("a", "a", "a", "b", "b", "c");

    @Test
    void arePerfectWhenTheyAreTheEvents() {
        Clusters clusters = Clusters.measure(REPORTS, new int[] {1, 1, 1, 2, 2, 3});

        assertThat(clusters.f1()).isEqualTo(1);
        assertThat(clusters.merged()).isZero();
        assertThat(clusters.whole()).isEqualTo(1);
    }

    /** By hand: precision (3·1 + 2·2/3 + 1/3) / 6, recall (2·2/3 + 1/3 + 2 + 1) / 6, for {a a} {a} {b b c}. */
    @Test
    void areMeasuredReportByReport() {
        Clusters clusters = Clusters.measure(REPORTS, new int[] {1, 1, 2, 3, 3, 3});

        assertThat(clusters.precision()).isCloseTo((3 + 4 / 3.0 + 1 / 3.0) / 6, within(1e-12));
        assertThat(clusters.recall()).isCloseTo((4 / 3.0 + 1 / 3.0 + 3) / 6, within(1e-12));
        assertThat(clusters.clusters()).isEqualTo(3);
        assertThat(clusters.merged()).isEqualTo(1);
        assertThat(clusters.mixed()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(clusters.whole()).isZero();
    }
}
