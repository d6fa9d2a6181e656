package io.tocsin.benchmarks;

import io.tocsin.benchmarks.reading.FitReadingCommand;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reading-speed}: how fast articles are read. */
@Command(name = "reading-speed", description = "How fast articles are read.", mixinStandardHelpOptions = true)
final class ReadingSpeedCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "Articles, such as benchmarks/reading/tuning.")
    private Optional<Path> articles = Optional.empty();

    @Option(names = "--heap", defaultValue = "1g", description = "Of the reading JVM. Default: ${DEFAULT-VALUE}.")
    private String heap;

    @Override
    public Integer call() throws Exception {
        System.out.println(Machine.here());
        System.out.print(
                new ReadingSpeed(articles.orElse(FitReadingCommand.ARTICLES).toAbsolutePath(), heap).measure());
        return 0;
    }
}
