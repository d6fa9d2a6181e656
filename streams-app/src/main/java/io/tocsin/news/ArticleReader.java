package io.tocsin.news;

import io.tocsin.places.gazetteer.Gazetteer;
import java.util.Objects;

/**
 * Reads English articles. What it does not understand it leaves out and says so; it never throws on a text. Time and
 * memory are bounded by the reader's limits, whatever the text. Thread-safe.
 */
public final class ArticleReader {

    private final Gazetteer gazetteer;

    private ArticleReader(Gazetteer gazetteer) {
        this.gazetteer = Objects.requireNonNull(gazetteer);
    }

    /** A reader that finds places in the gazetteer. */
    public static ArticleReader with(Gazetteer gazetteer) {
        return new ArticleReader(gazetteer);
    }

    /** What the article says. */
    public Reading read(Article article) {
        gazetteer.country(article.url());
        return Reading.none(article.text(), Unread.EMPTY);
    }
}
