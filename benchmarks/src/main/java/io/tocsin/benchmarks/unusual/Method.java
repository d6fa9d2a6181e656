package io.tocsin.benchmarks.unusual;

import io.tocsin.watch.Prediction;
import java.time.Duration;
import java.util.Arrays;

/** How unusual each incident finds things: it alarms where that reaches a threshold. Time is in days. */
interface Method {

    /** For each of the instants, the higher the more unusual; zero before a full history. */
    double[] values(double[] instants, double from);

    /** The recurrence of the count in the window, by the history before it. */
    record Ours(int within, int history, Duration grain) implements Method {
        @Override
        public double[] values(double[] instants, double from) {
            double[] values = new double[instants.length];
            forEach(instants, from, (i, count, prediction) -> values[i] = prediction.recurrenceDays(count));
            return values;
        }

        /** For each of the instants the smallest count that is unusual, where it is reached; else zero. */
        int[] least(double[] instants, Duration atMostOnceIn) {
            int[] least = new int[instants.length];
            forEach(instants, 0, (i, count, prediction) -> {
                int smallest = prediction.least(atMostOnceIn);
                least[i] = count >= smallest ? smallest : 0;
            });
            return least;
        }

        private interface Visitor {
            void visit(int index, int count, Prediction prediction);
        }

        /** Each instant after a full history at which the count could be unusual. */
        private void forEach(double[] instants, double from, Visitor visitor) {
            for (int i = 0; i < instants.length; i++) {
                boolean last = i + 1 == instants.length || instants[i + 1] > instants[i];
                if (last && instants[i] >= Math.max(from, history + within)) {
                    int first = firstWithin(instants, i, within);
                    int count = i - first + 1;
                    double end = instants[i] - within;
                    double mean = (double) (first - firstAfter(instants, end - windows() * within)) / windows();
                    // What is no more than a standard deviation above the mean comes every few weeks at least.
                    if (count > mean + Math.sqrt(mean)) {
                        int[] past = past(instants, first, end);
                        visitor.visit(i, count, Prediction.of(past, Duration.ofDays(within), grain));
                    }
                }
            }
        }

        private int windows() {
            return history / within;
        }

        private int[] past(double[] instants, int before, double end) {
            int[] past = new int[windows()];
            for (int i = before - 1; i >= 0; i--) {
                int window = (int) ((end - instants[i]) / within);
                if (window >= past.length) {
                    break;
                }
                past[window]++;
            }
            return past;
        }
    }

    /** The count in the window. */
    record Count(int within, int history) implements Method {
        @Override
        public double[] values(double[] instants, double from) {
            double[] values = new double[instants.length];
            for (int i = 0; i < instants.length; i++) {
                boolean after = instants[i] >= Math.max(from, history + within);
                values[i] = after ? i - firstWithin(instants, i, within) + 1 : 0;
            }
            return values;
        }
    }

    /**
     * EARS C2 (Hutwagner et al. 2003): the count of the day, less the mean of the seven days that ended three days before, by
     * their standard deviation, which is at least a half. Not at the day's end but as soon as an incident makes it so.
     */
    record EarsC2(int start) implements Method {
        private static final int BASELINE = 7;
        private static final int GUARD = 2;
        private static final double LEAST_DEVIATION = 0.5;

        @Override
        public double[] values(double[] instants, double from) {
            double[] values = new double[instants.length];
            for (int i = 0; i < instants.length; i++) {
                if (instants[i] >= Math.max(from, start)) {
                    values[i] = value(instants, i);
                }
            }
            return values;
        }

        private static double value(double[] instants, int last) {
            int today = (int) instants[last];
            int[] days = new int[1 + GUARD + BASELINE];
            for (int i = last; i >= 0 && today - (int) instants[i] < days.length; i--) {
                days[today - (int) instants[i]]++;
            }
            int[] baseline = Arrays.copyOfRange(days, 1 + GUARD, days.length);
            double mean = Arrays.stream(baseline).average().orElseThrow();
            double variance = Arrays.stream(baseline)
                            .mapToDouble(count -> (count - mean) * (count - mean))
                            .sum()
                    / (BASELINE - 1);
            return (days[0] - mean) / Math.max(LEAST_DEVIATION, Math.sqrt(variance));
        }
    }

    private static int firstAfter(double[] instants, double time) {
        int notYet = -1;
        int after = instants.length;
        while (after - notYet > 1) {
            int middle = (notYet + after) >>> 1;
            if (instants[middle] > time) {
                after = middle;
            } else {
                notYet = middle;
            }
        }
        return after;
    }

    private static int firstWithin(double[] instants, int last, int within) {
        int first = last;
        while (first > 0 && instants[last] - instants[first - 1] < within) {
            first--;
        }
        return first;
    }
}
