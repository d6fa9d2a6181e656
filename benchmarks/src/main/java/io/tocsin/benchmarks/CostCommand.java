package io.tocsin.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cost}: processor time of a report, by what lies in the store. */
@Command(
        name = "cost",
        description = "Processor time of a report, by what lies in the store.",
        mixinStandardHelpOptions = true)
final class CostCommand implements Callable<Integer> {

    private static final int ROUNDS = 1;
    private static final Duration LIMIT = Duration.ofHours(1);

    @Option(
            names = "--reports",
            defaultValue = "1000000",
            description = "Reports of the past. Default: ${DEFAULT-VALUE}.")
    private int reports;

    @Option(
            names = "--warm-up-reports",
            defaultValue = "100000",
            description = "Reports between past and probe. Default: ${DEFAULT-VALUE}.")
    private int warmUpReports;

    @Option(
            names = "--probe",
            defaultValue = "20000",
            description = "Reports whose cost is measured. Default: ${DEFAULT-VALUE}.")
    private int probe;

    @Option(
            names = "--pasts",
            split = ",",
            defaultValue = "empty,country,town",
            description = "What lies there; city is another, and long. Default: ${DEFAULT-VALUE}.")
    private Set<Past> pasts = Set.of();

    @Mixin
    private RunOptions options;

    @Mixin
    private ResultFile json;

    @Override
    public Integer call() throws IOException {
        Settings settings = options.settings(reports, EnumSet.of(Contestant.TOCSIN), LiveOptions.NONE, ROUNDS, LIMIT);
        Machine machine = Machine.here();
        System.out.println(machine);
        System.out.println(settings.facts());
        CostReports costReports = new CostReports(reports, warmUpReports, probe, options.seed());
        List<Cost.Run> runs = new Cost(settings, costReports, EnumSet.copyOf(pasts), Bench::say).measure();
        System.out.print(CostSummary.text(runs));
        json.write(CostSummary.json(machine, settings, runs));
        return 0;
    }
}
