package io.tocsin.benchmarks.quality;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code quality}: how well reports become incidents. */
@Command(name = "quality", description = "How well reports become incidents.", mixinStandardHelpOptions = true)
public final class QualityCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            defaultValue = "../shared/data",
            description = "Labelled data. Default: ${DEFAULT-VALUE}.")
    private Path data;

    @Option(names = "--seed", defaultValue = "20260101", description = "Of what is drawn. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Override
    public Integer call() throws Exception {
        System.out.print(new Quality(data, seed).measure());
        return 0;
    }
}
