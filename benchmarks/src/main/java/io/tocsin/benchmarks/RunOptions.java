package io.tocsin.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** How the pipeline is run, whatever is measured of it. */
final class RunOptions {

    private static final int ROUNDS = 3;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    @Option(names = "--rounds", description = "Runs of each contestant. Default: 3; cost: 1.")
    private Optional<Integer> rounds = Optional.empty();

    @Option(names = "--seed", defaultValue = "20260101", description = "Of the reports. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--heap", defaultValue = "1g", description = "Of the streams JVM. Default: ${DEFAULT-VALUE}.")
    private String heap;

    @Option(names = "--limit", description = "Seconds after which a run is given up. Default: 600; cost: 3600.")
    private Optional<Integer> limit = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "PROPERTY=VALUE",
            description = "A property of all contestants, such as kafka.commit.interval.ms=1000.")
    private Map<String, String> set = Map.of();

    @Option(
            names = "--folder",
            defaultValue = "benchmarks/target/bed",
            description = "Where broker and state live meanwhile. Default: ${DEFAULT-VALUE}.")
    private Path folder;

    long seed() {
        return seed;
    }

    /** Of a replay. */
    Settings settings(int reports, Set<Contestant> contestants) {
        return settings(reports, contestants, LiveOptions.NONE);
    }

    Settings settings(int reports, Set<Contestant> contestants, LiveOptions live) {
        return settings(reports, contestants, live, ROUNDS, LIMIT);
    }

    /** @param usualRounds unless others are asked for, as with the limit */
    Settings settings(
            int reports, Set<Contestant> contestants, LiveOptions live, int usualRounds, Duration usualLimit) {
        return new Settings(
                reports,
                rounds.orElse(usualRounds),
                live.seconds(),
                live.warmUp(),
                live.rate(),
                seed,
                heap,
                limit.map(Duration::ofSeconds).orElse(usualLimit),
                set,
                EnumSet.copyOf(contestants),
                folder);
    }
}
