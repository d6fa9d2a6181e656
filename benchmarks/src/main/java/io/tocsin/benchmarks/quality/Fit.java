package io.tocsin.benchmarks.quality;

import io.tocsin.resolve.Finding;
import io.tocsin.resolve.PairScore;
import io.tocsin.resolve.WeightTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Fits the table of weights on labelled reports: the weights by {@link Regression}, then the threshold that gives the
 * best B-cubed F1 among those that merge at most {@link #MOST_MERGED} of the incidents falsely. The same reports give
 * the same text.
 */
final class Fit {

    /** Share of incidents; the goal is 0.01, the rest is room for chance. */
    static final double MOST_MERGED = 0.0075;

    /** A near miss scores above the threshold less this. */
    static final double NEAR = 3;

    private static final double LOWEST = -1;
    private static final double HIGHEST = 5;
    private static final double STEP = 0.05;
    private static final double FLOOR = -20;

    private Fit() {}

    /** The lines of the table. */
    static List<String> table(List<Labelled> training, WeightTable before) {
        Tally tally = Tally.of(training);
        double[] weights = Regression.fit(tally, before);
        List<String> rows = rows(tally, weights, before);
        double threshold = threshold(training, rows);
        List<String> lines = new ArrayList<>(header());
        lines.addAll(bounds(threshold, threshold - NEAR));
        lines.addAll(rows);
        return lines;
    }

    private static double threshold(List<Labelled> training, List<String> rows) {
        List<String> lines = new ArrayList<>(bounds(0, FLOOR));
        lines.addAll(rows);
        PairScore pairs = new PairScore(WeightTable.parse("fitted", lines));
        Links links = new Links(
                training,
                new Candidates(training),
                (one, other) -> pairs.score(one, other).total());
        double best = HIGHEST;
        double bestF1 = 0;
        for (int i = 0; LOWEST + i * STEP < HIGHEST; i++) {
            double threshold = LOWEST + i * STEP;
            Clusters clusters = Clusters.measure(training, links.groups(threshold, threshold - NEAR));
            if (clusters.mergedShare() <= MOST_MERGED && clusters.f1() > bestF1) {
                best = threshold;
                bestF1 = clusters.f1();
            }
        }
        return best;
    }

    private static List<String> rows(Tally tally, double[] weights, WeightTable before) {
        List<String> rows = new ArrayList<>();
        for (Finding finding : Finding.values()) {
            rows.add(String.format(
                    Locale.ROOT,
                    "%s\t%.3f\t%.3f\t%d\t%d",
                    finding.label(),
                    weights[finding.ordinal()] + 0.0,
                    before.stated(finding),
                    tally.same(finding),
                    tally.different(finding)));
        }
        return rows;
    }

    private static List<String> bounds(double threshold, double nearMiss) {
        return List.of(
                String.format(Locale.ROOT, "%s\t%.3f\t0\t0\t0", WeightTable.THRESHOLD, threshold),
                String.format(Locale.ROOT, "%s\t%.3f\t0\t0\t0", WeightTable.NEAR_MISS, nearMiss));
    }

    private static List<String> header() {
        return List.of(
                "# What the findings of comparing two reports weigh: natural logarithms of likelihood ratios, added up.",
                "# Written by `benchmarks/run fit` (docs/quality.md); only the column `stated` is set by hand: what the",
                "# fit holds to as far as the training pairs do not tell otherwise. A score above `threshold` is a link,",
                "# above `near-miss` a near miss.",
                "# name\tweight\tstated\tpairs of one event\tpairs of two");
    }
}
