package io.tocsin.benchmarks.reading;

import io.tocsin.news.Article;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Articles as long as those of agencies, made of labelled ones: each goes on with the next until it is long enough. */
public final class LongArticles {

    /** Bytes of an article, about. */
    public static final int LENGTH = 3_000;

    private LongArticles() {}

    /** As many as the folder has. */
    public static List<Article> of(Path folder) throws IOException {
        List<LabelledArticle> labelled = ArticleFolder.read(folder);
        return IntStream.range(0, labelled.size())
                .mapToObj(first -> article(labelled, first))
                .toList();
    }

    private static Article article(List<LabelledArticle> labelled, int first) {
        StringBuilder text = new StringBuilder();
        for (int at = first; text.length() < LENGTH; at++) {
            text.append(labelled.get(at % labelled.size()).text()).append("\n\n");
        }
        return ReadingQuality.article(labelled.get(first), text.substring(0, LENGTH));
    }
}
