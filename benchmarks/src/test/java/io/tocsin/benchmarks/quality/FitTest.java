package io.tocsin.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.resolve.Finding;
import io.tocsin.resolve.PairScore;
import io.tocsin.resolve.WeightTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class FitTest {

    private static final Halves HALVES = Halves.of(Retelling.of(Press.reports(12, 4_000), 13), 14);
    private static final WeightTable SHIPPED = WeightTable.shipped();

    @Test
    void givesTheSameTextForTheSameReports() {
        List<String> table = Fit.table(HALVES.training(), SHIPPED);

        assertThat(Fit.table(HALVES.training(), WeightTable.parse("fitted", table)))
                .isEqualTo(table);
    }

    @Test
    void keepsWhatWasStatedOfFindingsThatWereNeverSeen() {
        WeightTable fitted = WeightTable.parse("fitted", Fit.table(HALVES.training(), SHIPPED));

        assertThat(fitted.weight(Finding.OTHER_QUANTITY))
                .isCloseTo(SHIPPED.stated(Finding.OTHER_QUANTITY), within(0.05));
    }

    @Test
    void tellsEventsApartThatItHasNotSeen() {
        WeightTable fitted = WeightTable.parse("fitted", Fit.table(HALVES.training(), SHIPPED));
        PairScore pairs = new PairScore(fitted);
        Links links = new Links(
                HALVES.test(),
                new Candidates(HALVES.test()),
                (one, other) -> pairs.score(one, other).total());

        Clusters clusters = Clusters.measure(HALVES.test(), links.groups(fitted.threshold(), fitted.nearMiss()));

        assertThat(clusters.f1()).isGreaterThan(0.9);
        assertThat(clusters.mergedShare()).isLessThan(0.02);
    }
}
