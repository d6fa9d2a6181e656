package io.tocsin.benchmarks;

import io.tocsin.benchmarks.reading.ArticlesPerSecond;
import io.tocsin.benchmarks.reading.LongArticles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** How fast articles are read, how fast a reader starts, and what it keeps. */
final class ReadingSpeed {

    private static final int WARM_UPS = 6;
    private static final int MEASURED = 5;
    private static final int ITERATION_SECONDS = 5;
    private static final int STARTS = 5;
    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> FIGURES = List.of(
            ReaderProcess.GAZETTEER,
            ReaderProcess.READER,
            ReaderProcess.FIRST,
            ReaderProcess.GAZETTEER_MEMORY,
            ReaderProcess.READER_MEMORY,
            ReaderProcess.LATER_MEMORY);

    private final Path folder;
    private final String heap;

    ReadingSpeed(Path folder, String heap) {
        this.folder = folder;
        this.heap = heap;
    }

    /** The figures, for people. */
    String measure() {
        return perSecond() + starts();
    }

    private String perSecond() {
        try {
            Collection<RunResult> results = new Runner(new OptionsBuilder()
                            .include(ArticlesPerSecond.class.getName() + ".article")
                            .param("folder", folder.toString())
                            .warmupIterations(WARM_UPS)
                            .warmupTime(TimeValue.seconds(ITERATION_SECONDS))
                            .measurementIterations(MEASURED)
                            .measurementTime(TimeValue.seconds(ITERATION_SECONDS))
                            .forks(1)
                            .threads(1)
                            .jvmArgs("-Xmx" + heap)
                            .addProfiler(GCProfiler.class)
                            .verbosity(VerboseMode.SILENT)
                            .build())
                    .run();
            RunResult run = results.iterator().next();
            Statistics speed = run.getPrimaryResult().getStatistics();
            double allocated = run.getSecondaryResults().get(ALLOCATED).getScore();
            return String.format(
                    Locale.ROOT,
                    "articles of %,d characters: %.0f a second and thread (most %.0f, least %.0f), %.1f MB allocated each%n",
                    LongArticles.LENGTH,
                    speed.getMean(),
                    speed.getMax(),
                    speed.getMin(),
                    allocated / 1e6);
        } catch (RunnerException e) {
            throw new IllegalStateException("the articles could not be read", e);
        }
    }

    private String starts() {
        List<List<Long>> starts = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            try (ChildJvm child =
                    ChildJvm.start(ReaderProcess.class, List.of("-Xmx" + heap), List.of(folder.toString()))) {
                starts.add(FIGURES.stream()
                        .map(figure -> Long.parseLong(child.await(figure, PATIENCE)))
                        .toList());
            }
        }
        StringBuilder text = new StringBuilder();
        for (int figure = 0; figure < FIGURES.size(); figure++) {
            int column = figure;
            List<Long> values = new ArrayList<>(
                    starts.stream().map(start -> start.get(column)).toList());
            Collections.sort(values);
            text.append(String.format(
                    Locale.ROOT,
                    "%-20s median %,7d   least %,7d   most %,7d%n",
                    FIGURES.get(figure),
                    values.get(STARTS / 2),
                    values.get(0),
                    values.get(STARTS - 1)));
        }
        return text.toString();
    }
}
