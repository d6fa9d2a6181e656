package io.tocsin.benchmarks;

import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** What throughput is measured of. */
final class ReplayOptions {

    @Option(
            names = "--reports",
            defaultValue = "1000000",
            description = "Reports to replay. Default: ${DEFAULT-VALUE}.")
    private int reports;

    @Option(
            names = "--contestants",
            split = ",",
            defaultValue = "identity,floor,fixed-rule,tocsin",
            converter = ByLabel.class,
            description = "Of throughput. Default: ${DEFAULT-VALUE}.")
    private Set<Contestant> contestants = Set.of();

    int reports() {
        return reports;
    }

    Set<Contestant> contestants() {
        return contestants;
    }

    private static final class ByLabel implements ITypeConverter<Contestant> {
        @Override
        public Contestant convert(String label) {
            return Contestant.of(label);
        }
    }
}
