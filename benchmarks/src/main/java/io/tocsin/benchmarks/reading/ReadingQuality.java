package io.tocsin.benchmarks.reading;

import io.tocsin.incident.Report;
import io.tocsin.incident.Source;
import io.tocsin.news.Article;
import io.tocsin.news.ArticleReader;
import io.tocsin.places.Placing;
import io.tocsin.places.gazetteer.Gazetteer;
import io.tocsin.places.placing.GazetteerPlacing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Measures how well articles are read. */
public final class ReadingQuality {

    /** What a press article is worth does not matter to its reading. */
    private static final double RELIABILITY = 0.5;

    private ReadingQuality() {}

    /**
     * What Tocsin makes of the articles of a folder, compared with their labels.
     *
     * @throws IllegalArgumentException if a label is wrong; it says in which text
     */
    public static ReadingScore measure(Path folder) throws IOException {
        Gazetteer gazetteer = Gazetteer.load(Optional.empty());
        Placing placing = new GazetteerPlacing(gazetteer);
        ArticleReader reader = ArticleReader.with(gazetteer, placing);
        return measure(folder, placing, article -> reader.read(article).reports());
    }

    /** The same for any reader. */
    static ReadingScore measure(Path folder, Placing placing, Function<Article, List<Report>> reader)
            throws IOException {
        ArticleJudge judge = new ArticleJudge(placing);
        return new ReadingScore(ArticleFolder.read(folder).stream()
                .map(labelled -> judge.judge(labelled, reader.apply(article(labelled))))
                .toList());
    }

    private static Article article(LabelledArticle labelled) {
        return article(labelled, labelled.text());
    }

    /** The article with another text. */
    static Article article(LabelledArticle labelled, String text) {
        return new Article(
                labelled.url(),
                new Source(labelled.publisher(), Source.Kind.NEWS, RELIABILITY),
                Optional.empty(),
                text,
                Optional.empty(),
                labelled.publishedAt(),
                Optional.empty());
    }
}
