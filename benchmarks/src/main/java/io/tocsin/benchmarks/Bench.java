package io.tocsin.benchmarks;

import io.tocsin.benchmarks.gdelt.GdeltCommand;
import io.tocsin.benchmarks.growth.GrowthCommand;
import io.tocsin.benchmarks.quality.FitCommand;
import io.tocsin.benchmarks.quality.QualityCommand;
import io.tocsin.benchmarks.reading.FitReadingCommand;
import io.tocsin.benchmarks.reading.ReadingCommand;
import io.tocsin.benchmarks.reading.ReadingRe3dCommand;
import io.tocsin.benchmarks.unusual.CalibrateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command: one for each thing that is measured, and one for each table of weights that is made by measuring. */
@Command(
        name = "benchmarks/run",
        description =
                "Measures the pipeline against a topology that only copies, and how well reports become incidents.",
        subcommands = {
            SpeedCommand.OfThroughput.class,
            SpeedCommand.OfLatency.class,
            SpeedCommand.OfAll.class,
            CostCommand.class,
            ProfileCommand.class,
            GrowthCommand.class,
            GdeltCommand.class,
            QualityCommand.class,
            FitCommand.class,
            CalibrateCommand.class,
            ReadingCommand.class,
            ReadingSpeedCommand.class,
            ReadingRe3dCommand.class,
            FitReadingCommand.class
        },
        mixinStandardHelpOptions = true)
public final class Bench {

    private Bench() {}

    /** Runs the command. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Bench()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** Progress. */
    static void say(String progress) {
        System.err.println(progress);
    }
}
