package io.tocsin.benchmarks.quality;

import io.tocsin.resolve.Feature;
import io.tocsin.resolve.Finding;
import io.tocsin.resolve.WeightTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Logistic regression on findings: the weights that make the labels of the pairs most likely, drawn towards the stated
 * weights as strongly as {@link #DRAWN} pairs would, so that what was never seen keeps its stated weight. A finding never
 * outweighs a closer one: its weight is that of the closer one less a step that is not negative. Features that tell the
 * same share their weight, unlike in a sum of ratios that are each counted alone. Newton's method, one parameter at a
 * time in a fixed order, so the same pairs give the same weights.
 */
final class Regression {

    /** How many pairs of one kind it takes to outweigh what was stated. */
    static final double DRAWN = 4;

    private static final int MOST_SWEEPS = 400;
    private static final double SETTLED = 1e-6;
    private static final Finding[] FINDINGS = Finding.values();

    private final List<Tally.Row> rows;
    private final double[] stated = new double[FINDINGS.length];
    private final double[] weights = new double[FINDINGS.length];
    private final double[] scores;
    private final List<List<Finding>> within = new ArrayList<>();
    private final List<int[]> touched = new ArrayList<>();

    private Regression(Tally tally, WeightTable table) {
        this.rows = tally.rows();
        this.scores = new double[rows.size()];
        for (Finding finding : FINDINGS) {
            stated[finding.ordinal()] = table.stated(finding);
            weights[finding.ordinal()] = table.stated(finding);
            within.add(
                    List.of(FINDINGS).stream().filter(f -> isWithin(f, finding)).toList());
        }
        for (int i = 0; i < scores.length; i++) {
            for (Finding finding : rows.get(i).findings()) {
                scores[i] += stated[finding.ordinal()];
            }
        }
        for (Finding finding : FINDINGS) {
            touched.add(touchedBy(within.get(finding.ordinal())));
        }
    }

    /** The weights, by ordinal of the finding. */
    static double[] fit(Tally tally, WeightTable table) {
        Regression regression = new Regression(tally, table);
        double moved = Double.MAX_VALUE;
        for (int sweep = 0; sweep < MOST_SWEEPS && moved > SETTLED; sweep++) {
            moved = 0;
            for (Finding finding : FINDINGS) {
                moved = Math.max(moved, Math.abs(regression.improve(finding)));
            }
            for (Feature feature : Feature.values()) {
                moved = Math.max(moved, Math.abs(regression.level(feature)));
            }
        }
        return regression.weights;
    }

    /**
     * Hands what all findings of the feature have in common to the prior, which is not drawn to what was stated of it;
     * no score changes by that.
     */
    private double level(Feature feature) {
        if (feature == Feature.PRIOR) {
            return 0;
        }
        double common = 0;
        int findings = 0;
        for (Finding finding : FINDINGS) {
            if (finding.feature() == feature) {
                common += weights[finding.ordinal()] - stated[finding.ordinal()];
                findings++;
            }
        }
        common /= findings;
        for (Finding finding : FINDINGS) {
            if (finding.feature() == feature) {
                weights[finding.ordinal()] -= common;
            }
        }
        weights[Finding.ANY_PAIR.ordinal()] += common;
        return common;
    }

    /** Moves the finding, and with it all that hang on it, to where the objective is least. */
    private double improve(Finding finding) {
        int[] rowsTouched = touched.get(finding.ordinal());
        double slope = 0;
        double curve = 0;
        for (int i : rowsTouched) {
            Tally.Row row = rows.get(i);
            double p = 1 / (1 + Math.exp(-scores[i]));
            double pairs = row.same() + row.different();
            slope += pairs * p - row.same();
            curve += pairs * p * (1 - p);
        }
        double drawn = finding == Finding.ANY_PAIR ? 0 : DRAWN;
        for (Finding moving : within.get(finding.ordinal())) {
            slope += drawn * (weights[moving.ordinal()] - stated[moving.ordinal()]);
            curve += drawn;
        }
        double step = Math.max(-1, Math.min(1, -slope / curve));
        Optional<Finding> closer = finding.closer();
        if (closer.isPresent()) {
            step = Math.min(step, weights[closer.get().ordinal()] - weights[finding.ordinal()]);
        }
        for (Finding moving : within.get(finding.ordinal())) {
            weights[moving.ordinal()] += step;
        }
        for (int i : rowsTouched) {
            scores[i] += step;
        }
        return step;
    }

    private int[] touchedBy(List<Finding> findings) {
        return IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).findings().stream().anyMatch(findings::contains))
                .toArray();
    }

    private static boolean isWithin(Finding finding, Finding root) {
        return finding == root
                || finding.closer().map(closer -> isWithin(closer, root)).orElse(false);
    }
}
