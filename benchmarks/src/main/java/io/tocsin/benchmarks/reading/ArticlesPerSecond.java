package io.tocsin.benchmarks.reading;

import io.tocsin.news.Article;
import io.tocsin.news.ArticleReader;
import io.tocsin.news.Reading;
import io.tocsin.places.gazetteer.Gazetteer;
import io.tocsin.places.placing.GazetteerPlacing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How many articles one thread reads. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ArticlesPerSecond {

    /** Where the articles are. */
    @Param("reading/tuning")
    public String folder;

    private ArticleReader reader;
    private List<Article> articles;
    private int next;

    /** Loads the reader and the articles. */
    @Setup
    public void prepare() throws IOException {
        Gazetteer gazetteer = Gazetteer.load(Optional.empty());
        reader = ArticleReader.with(gazetteer, new GazetteerPlacing(gazetteer));
        articles = LongArticles.of(Path.of(folder));
    }

    /** Reads the next one. */
    @Benchmark
    public Reading article() {
        next = next + 1 == articles.size() ? 0 : next + 1;
        return reader.read(articles.get(next));
    }
}
