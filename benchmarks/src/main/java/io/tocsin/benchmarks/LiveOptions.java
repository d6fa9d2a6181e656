package io.tocsin.benchmarks;

import picocli.CommandLine.Option;

/** A live load, as latency is measured under. */
final class LiveOptions {

    /** For what has no such load. */
    static final LiveOptions NONE = new LiveOptions();

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "Time to measure latency. Default: ${DEFAULT-VALUE}.")
    private int seconds = 60;

    @Option(
            names = "--warm-up",
            defaultValue = "60",
            description = "Seconds of latency before it is measured. Default: ${DEFAULT-VALUE}.")
    private int warmUp = 60;

    @Option(names = "--rate", defaultValue = "1000", description = "Live reports a second. Default: ${DEFAULT-VALUE}.")
    private int rate = 1_000;

    int seconds() {
        return seconds;
    }

    int warmUp() {
        return warmUp;
    }

    int rate() {
        return rate;
    }
}
