package io.tocsin.benchmarks.unusual;

import java.util.Arrays;
import java.util.Random;

/**
 * A kind of scope to simulate. Time is in days.
 *
 * @param aDay incidents a day, on average
 * @param dispersion variance by mean of a day's count; 1 is Poisson
 * @param lasting for so many days the rate, which is Gamma distributed, stays the same
 */
record World(double aDay, double dispersion, int lasting) {

    /** A time in which the rate is so many times as high. */
    record Surge(double from, double days, double times) {
        static final Surge NONE = new Surge(0, 0, 1);

        boolean holds(double at) {
            return at >= from && at < from + days;
        }
    }

    /** The sorted instants of one scope's incidents. */
    double[] instants(int days, Surge surge, long seed) {
        Random random = new Random(seed);
        double[] instants = new double[64];
        int size = 0;
        double rate = aDay;
        for (int day = 0; day < days; day++) {
            if (day % lasting == 0) {
                rate = rate(random);
            }
            int most = poisson(rate * surge.times(), random);
            for (int i = 0; i < most; i++) {
                double at = day + random.nextDouble();
                if (surge.holds(at) || random.nextDouble() * surge.times() < 1) {
                    instants = size == instants.length ? Arrays.copyOf(instants, 2 * size) : instants;
                    instants[size++] = at;
                }
            }
        }
        double[] sorted = Arrays.copyOf(instants, size);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The same, known to the day only: noon. */
    static double[] toTheDay(double[] instants) {
        return Arrays.stream(instants).map(at -> Math.floor(at) + 0.5).toArray();
    }

    private double rate(Random random) {
        return dispersion == 1 ? aDay : gamma(aDay / (dispersion - 1), random) * (dispersion - 1);
    }

    /** Marsaglia and Tsang 2000. */
    private static double gamma(double shape, Random random) {
        if (shape < 1) {
            return gamma(shape + 1, random) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + x / Math.sqrt(9 * d), 3);
            if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    /** Counts the arrivals of a Poisson process of that mean in unit time. */
    private static int poisson(double mean, Random random) {
        int count = -1;
        for (double at = 0; at < mean; at -= Math.log1p(-random.nextDouble())) {
            count++;
        }
        return Math.max(count, 0);
    }
}
