package io.tocsin.benchmarks.reading;

import io.tocsin.benchmarks.ResultFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code reading}: how well articles are read. */
@Command(name = "reading", description = "How well articles are read.", mixinStandardHelpOptions = true)
public final class ReadingCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER", description = "Labelled articles, such as benchmarks/reading/tuning.")
    private Path articles;

    @Mixin
    private ResultFile json;

    @Override
    public Integer call() throws IOException {
        ReadingScore score = ReadingQuality.measure(articles);
        if (!json.isStandardOutput()) {
            System.out.print(score.text());
        }
        json.write(score.json());
        return 0;
    }
}
