package io.tocsin.watch;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * What a scope's own past predicts for one window, and how rarely chance alone brings a count.
 *
 * <p>Counts are negative binomial: Poisson, with a rate that is Gamma distributed from window to window. The mean is
 * integrated out (Jeffreys prior, conjugate), and so is the dispersion, over a small grid weighed by what it makes of
 * the past. Windows slide, so a recurrence is that of episodes, not of one window in a row of them; docs/quality.md has
 * the formula, its sources and how well it is calibrated. Immutable.
 */
public final class Prediction {

    /** The fewest windows that tell anything of how far counts spread. */
    public static final int FEWEST = 8;

    /** The longest recurrence that is told apart, in days. */
    public static final double LONGEST = 1_000_000;

    /**
     * The smallest count that is ever unusual. One incident is no cluster; where nothing happened for long, the prior
     * alone would say how rare it is, not the past.
     */
    static final int SMALLEST = 2;

    /** Variance by mean; the first is as good as Poisson. Each weighs its reciprocal before the past is seen. */
    private static final double[] DISPERSIONS = {1.0001, 1.2, 1.5, 2, 3, 4.5, 7, 12, 20, 40, 100};

    /** What the prior of the mean adds to the incidents of the past. */
    private static final double PRIOR = 0.5;

    /** The least sum of the shapes of all windows: with one or less, the mean would have no finite expectation. */
    private static final double LEAST_SHAPE = 2;

    /** A dispersion that weighs less adds nothing that can be told apart. */
    private static final double NEGLIGIBLE = 1e-9;

    private static final int FARTHEST = 10_000;
    private static final double MILLIS_A_DAY = Duration.ofDays(1).toMillis();

    private final double days;
    private final double steps;
    private final int windows;
    private final double events;
    private final int start;
    private final double[] shapes;
    private final double[] atStart;

    private Prediction(int[] past, Duration within, Duration grain) {
        days = within.toMillis() / MILLIS_A_DAY;
        steps = grain.isZero() ? Double.POSITIVE_INFINITY : Math.max(1, days * MILLIS_A_DAY / grain.toMillis());
        windows = past.length;
        events = PRIOR + Arrays.stream(past).asLongStream().sum();
        start = Math.max(1, (int) Math.ceil(expected()));
        double[] candidates = Arrays.stream(DISPERSIONS)
                .map(dispersion -> Math.max(expected() / (dispersion - 1), LEAST_SHAPE / windows))
                .distinct()
                .toArray();
        double[] weights = weights(past, candidates, events);
        int[] kept = IntStream.range(0, weights.length)
                .filter(i -> weights[i] > NEGLIGIBLE)
                .toArray();
        shapes = Arrays.stream(kept).mapToDouble(i -> candidates[i]).toArray();
        atStart = Arrays.stream(kept)
                .mapToDouble(i -> weights[i] * chance(candidates[i], start))
                .toArray();
    }

    /**
     * Of a scope whose incidents are known to the instant.
     *
     * @param past counts of the consecutive windows that came before, in any order; at least {@link #FEWEST}
     * @param within length of a window
     */
    public static Prediction of(int[] past, Duration within) {
        return of(past, within, Duration.ZERO);
    }

    /**
     * Of a scope whose incidents are known to so much time only: windows then differ in steps of it, and a count is
     * reached less often by chance.
     *
     * @param past counts of the consecutive windows that came before, in any order; at least {@link #FEWEST}
     * @param within length of a window
     * @param grain such as a day; zero for instants
     */
    public static Prediction of(int[] past, Duration within, Duration grain) {
        if (past.length < FEWEST) {
            throw new IllegalArgumentException("past has " + past.length + " windows, fewer than " + FEWEST);
        }
        if (Arrays.stream(past).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("past has a negative count: " + Arrays.toString(past));
        }
        if (within.toMillis() < 1) {
            throw new IllegalArgumentException("within " + within + " is not positive");
        }
        if (grain.isNegative()) {
            throw new IllegalArgumentException("grain " + grain + " is negative");
        }
        return new Prediction(past, within, grain);
    }

    /** The incidents that are expected in a window. */
    public double expected() {
        return events / windows;
    }

    /** By chance a window reaches the count once in so many days; at most {@link #LONGEST}. */
    public double recurrenceDays(int count) {
        Climb climb = new Climb();
        while (climb.count < count && !climb.ended()) {
            climb.rise();
        }
        return climb.recurrence;
    }

    /** The smallest count, of at least two, that by chance comes at most once in that time. */
    public int least(Duration atMostOnceIn) {
        double wanted = Math.min(LONGEST, atMostOnceIn.toMillis() / MILLIS_A_DAY);
        Climb climb = new Climb();
        while ((climb.recurrence < wanted || climb.count < SMALLEST) && !climb.ended()) {
            climb.rise();
        }
        return climb.count;
    }

    /** What each dispersion weighs: the reciprocal of it, times the chance of such a past, the mean integrated out. */
    private static double[] weights(int[] past, double[] shapes, double events) {
        int[] sorted = past.clone();
        Arrays.sort(sorted);
        double[] weights = new double[shapes.length];
        for (int i = 0; i < shapes.length; i++) {
            double shape = shapes[i];
            double none = LogGamma.value(shape);
            double last = none;
            double chance = Math.log(shape) / 2
                    + LogBeta.value(shape * past.length, events)
                    - Math.log1p(events / past.length / shape);
            for (int j = 0; j < sorted.length; j++) {
                last = j > 0 && sorted[j] == sorted[j - 1] ? last : LogGamma.value(shape + sorted[j]);
                chance += last - none;
            }
            weights[i] = chance;
        }
        double best = Arrays.stream(weights).max().orElseThrow();
        Arrays.setAll(weights, i -> Math.exp(weights[i] - best));
        double sum = Arrays.stream(weights).sum();
        Arrays.setAll(weights, i -> weights[i] / sum);
        return weights;
    }

    /** Of a count, the mean integrated out: beta negative binomial. */
    private double chance(double shape, int count) {
        return Math.exp(LogBeta.value(shape * (windows + 1), events + count)
                - LogBeta.value(shape * windows, events)
                - LogBeta.value(shape, count)
                - Math.log(count));
    }

    /** From count to count, beginning above what is expected; the recurrence never falls. */
    private final class Climb {
        private final double[] chances = atStart.clone();
        private int count = start - 1;
        private double recurrence = days;

        boolean ended() {
            return recurrence >= LONGEST || count - start >= FARTHEST;
        }

        void rise() {
            count++;
            double here = 0;
            double next = 0;
            double arriving = 0;
            for (int i = 0; i < shapes.length; i++) {
                double shape = shapes[i];
                double all = shape * (windows + 1);
                double mean = all > 1 ? shape * (events + count) / (all - 1) : count;
                here += chances[i];
                arriving += chances[i] * Math.min(count, mean);
                chances[i] *= (shape + count) * (events + count) / ((count + 1.0) * (all + events + count));
                next += chances[i];
            }
            recurrence = Math.max(recurrence, Math.min(LONGEST, days / episodes(here, next, arriving)));
        }

        /** Episodes in the time of a window, see docs/quality.md. */
        private double episodes(double here, double next, double arriving) {
            double sideBySide = next < here ? Math.min(1, here * here / (here - next)) : 1;
            double lasting = count * here - (count + 1) * next;
            double fleeting = count * here - arriving;
            double sliding = Math.max(sideBySide, (lasting + fleeting) / 2);
            double stepping = 1 / Math.hypot(1 / sliding, 1 / (steps * sideBySide));
            return Math.max(sideBySide, stepping);
        }
    }
}
