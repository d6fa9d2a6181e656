package io.tocsin.benchmarks.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fit-reading}: writes the weights anew by which the reader decides what of an article to tell. */
@Command(
        name = "fit-reading",
        description = "Writes the weights anew by which the reader decides what of an article to tell.",
        mixinStandardHelpOptions = true)
public final class FitReadingCommand implements Callable<Integer> {

    /** The labelled articles by which rules and weights are made. */
    public static final Path ARTICLES = Path.of("benchmarks", "reading", "tuning");

    private static final Path SIGN_WEIGHTS = Path.of("streams-app/src/main/resources/io/tocsin/news/signs.tsv");

    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "Labelled articles. Default: benchmarks/reading/tuning.")
    private Optional<Path> articles = Optional.empty();

    @Override
    public Integer call() throws IOException {
        SignWeights weights = SignWeights.of(articles.orElse(ARTICLES));
        System.out.print(summary("By the rules alone", weights.byRules()));
        System.out.print(summary("With weights of the other nine tenths", weights.crossValidated()));
        Files.write(SIGN_WEIGHTS, weights.table());
        return 0;
    }

    private static String summary(String how, ReadingScore score) {
        return String.format(
                Locale.ROOT,
                "%s: %d of %d incidents found, %d false, F1 %.3f%n",
                how,
                score.found(),
                score.incidents(),
                score.falseIncidents(),
                score.f1());
    }
}
