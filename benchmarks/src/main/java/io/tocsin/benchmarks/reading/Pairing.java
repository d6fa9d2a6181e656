package io.tocsin.benchmarks.reading;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntBinaryOperator;

/** The best way to give each of some labels at most one report, and each report to at most one label. */
final class Pairing {

    /** More labels than that would take too long. */
    static final int MOST = 16;

    private static final int NONE = -1;
    private static final int IMPOSSIBLE = Integer.MIN_VALUE;

    private Pairing() {}

    /**
     * The pairs of the largest sum of worths; of several such, always the same.
     *
     * @param worth of a label with a report, by their numbers; 0 or less for two that cannot be a pair
     * @return numbers of the reports by those of the labels
     */
    static Map<Integer, Integer> best(int labels, int reports, IntBinaryOperator worth) {
        if (labels > MOST) {
            throw new IllegalArgumentException(labels + " incidents in an article are more than " + MOST);
        }
        int masks = 1 << labels;
        int[][] labelOf = new int[reports][masks];
        int[] sums = new int[masks];
        Arrays.fill(sums, IMPOSSIBLE);
        sums[0] = 0;
        for (int report = 0; report < reports; report++) {
            sums = with(report, labels, sums, labelOf[report], worth);
        }
        return pairs(reports, labelOf, largest(sums));
    }

    private static int[] with(int report, int labels, int[] sums, int[] labelOf, IntBinaryOperator worth) {
        int[] next = sums.clone();
        Arrays.fill(labelOf, NONE);
        for (int label = 0; label < labels; label++) {
            int value = worth.applyAsInt(label, report);
            for (int mask = 0; value > 0 && mask < sums.length; mask++) {
                int without = mask & ~(1 << label);
                if (without != mask && sums[without] != IMPOSSIBLE && sums[without] + value > next[mask]) {
                    next[mask] = sums[without] + value;
                    labelOf[mask] = label;
                }
            }
        }
        return next;
    }

    private static int largest(int... sums) {
        int best = 0;
        for (int mask = 1; mask < sums.length; mask++) {
            best = sums[mask] > sums[best] ? mask : best;
        }
        return best;
    }

    private static Map<Integer, Integer> pairs(int reports, int[][] labelOf, int best) {
        Map<Integer, Integer> pairs = new TreeMap<>();
        int mask = best;
        for (int report = reports - 1; report >= 0; report--) {
            int label = labelOf[report][mask];
            if (label != NONE) {
                pairs.put(label, report);
                mask &= ~(1 << label);
            }
        }
        return pairs;
    }
}
