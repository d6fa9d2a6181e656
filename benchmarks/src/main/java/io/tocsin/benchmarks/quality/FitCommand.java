package io.tocsin.benchmarks.quality;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fit}: writes the weights of the pair score anew. */
@Command(name = "fit", description = "Writes the weights of the pair score anew.", mixinStandardHelpOptions = true)
public final class FitCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            defaultValue = "../shared/data",
            description = "Labelled data. Default: ${DEFAULT-VALUE}.")
    private Path data;

    @Option(names = "--seed", defaultValue = "20260101", description = "Of what is drawn. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--weights",
            defaultValue = "streams-app/src/main/resources/io/tocsin/resolve/pair-weights.tsv",
            description = "Where the weights go. Default: ${DEFAULT-VALUE}.")
    private Path weights;

    @Override
    public Integer call() throws Exception {
        new Quality(data, seed).fit(weights);
        return 0;
    }
}
