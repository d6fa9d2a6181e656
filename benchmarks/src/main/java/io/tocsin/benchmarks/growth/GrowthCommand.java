package io.tocsin.benchmarks.growth;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code growth}: what an incident costs as incidents, rules and scopes grow in number. */
@Command(
        name = "growth",
        description = "What an incident costs as incidents, rules and scopes grow in number.",
        mixinStandardHelpOptions = true)
public final class GrowthCommand implements Callable<Integer> {

    @Option(
            names = "--rounds",
            defaultValue = "5",
            description = "Of few and many, in turn. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--scopes",
            defaultValue = "1000000",
            description = "With an open alert each. Default: ${DEFAULT-VALUE}.")
    private int scopes;

    @Option(
            names = "--folder",
            defaultValue = "benchmarks/target/bed",
            description = "Where the stores live meanwhile. Default: ${DEFAULT-VALUE}.")
    private Path folder;

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(folder);
        System.out.print(new Growth(folder, scopes, rounds, System.err::println).measure());
        return 0;
    }
}
