package io.tocsin.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a measurement is made with.
 *
 * @param reports that are replayed
 * @param rounds of both contestants
 * @param seconds that latency is measured for, after the warm-up
 * @param warmUp seconds of the same load that are not measured
 * @param rate of live reports, a second
 * @param heap of the streams JVM, as {@code -Xmx} takes it
 * @param limit after which a run is given up
 * @param set properties of the contestants that differ from Tocsin's defaults
 * @param contestants of throughput
 * @param folder where the broker and the state live while it runs
 */
record Settings(
        int reports,
        int rounds,
        int seconds,
        int warmUp,
        int rate,
        long seed,
        String heap,
        Duration limit,
        Map<String, String> set,
        Set<Contestant> contestants,
        Path folder) {

    Settings {
        if (reports < 1 || rounds < 1 || seconds < 1 || warmUp < 0 || rate < 1) {
            throw new IllegalArgumentException("reports, rounds, seconds and rate must be positive");
        }
    }

    /** Those that matter to a reader of the figures. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("reports", reports);
        facts.put("rounds", rounds);
        facts.put("seconds", seconds);
        facts.put("warmUp", warmUp);
        facts.put("rate", rate);
        facts.put("seed", seed);
        facts.put("heap", heap);
        facts.put("set", set);
        facts.put("contestants", contestants);
        facts.put("partitions", Lane.PARTITIONS);
        facts.put("threads", Lane.THREADS);
        return facts;
    }

    /** Options of the streams JVM. */
    List<String> streamsOptions() {
        return List.of("-Xmx" + heap);
    }
}
