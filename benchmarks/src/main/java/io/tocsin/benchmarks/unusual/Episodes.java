package io.tocsin.benchmarks.unusual;

/** How often it fires, an episode being one firing. Time is in days. */
final class Episodes {

    private Episodes() {}

    /** The product's: of counts that reach what is least, joined over gaps shorter than the window. */
    static int of(double[] instants, int[] least, int within) {
        int episodes = 0;
        double until = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < instants.length; i++) {
            int first = i - least[i] + 1;
            if (least[i] > 0 && first >= 0 && instants[i] - instants[first] < within) {
                episodes += instants[i] - until >= within ? 1 : 0;
                until = Math.max(until, instants[first] + within);
            }
        }
        return episodes;
    }

    /** Of alarms, whatever their cause: joined where they are less than so much apart. */
    static int of(double[] instants, double[] values, double threshold, double apart) {
        int episodes = 0;
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < instants.length; i++) {
            if (values[i] >= threshold) {
                episodes += instants[i] - last >= apart ? 1 : 0;
                last = instants[i];
            }
        }
        return episodes;
    }
}
