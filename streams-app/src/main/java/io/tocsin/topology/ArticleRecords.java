package io.tocsin.topology;

import io.tocsin.incident.InvalidField;
import io.tocsin.incident.Source;
import io.tocsin.news.Article;
import java.util.Optional;

/** Articles between their Avro record and the domain. */
public final class ArticleRecords {

    /** No url is longer, in characters. */
    private static final int LONGEST_URL = 4_000;

    private ArticleRecords() {}

    /**
     * The article that the record holds.
     *
     * @throws InvalidField if a value breaks a constraint
     */
    public static Article article(io.tocsin.avro.Article from) {
        return new Article(
                url(from.getUrl()),
                ReportRecords.source(from.getSource()),
                Optional.ofNullable(from.getTitle()).filter(title -> !title.isBlank()),
                text(from.getText()),
                Optional.ofNullable(from.getLanguage()).filter(language -> !language.isBlank()),
                from.getPublishedAt(),
                Optional.ofNullable(from.getFetchedAt()));
    }

    /** The record of the article. */
    public static io.tocsin.avro.Article record(Article from) {
        Source source = from.source();
        return new io.tocsin.avro.Article(
                from.url(),
                ReportRecords.record(source),
                from.title().orElse(null),
                from.text(),
                from.language().orElse(null),
                from.publishedAt(),
                from.fetchedAt().orElse(null));
    }

    private static String url(String url) {
        if (url.isBlank()) {
            throw new InvalidField("url", "is blank; it tells the article from others");
        }
        if (url.length() > LONGEST_URL || url.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidField(
                    "url", "is longer than " + LONGEST_URL + " characters, or contains a control character");
        }
        return url;
    }

    private static String text(String text) {
        if (text.isBlank()) {
            throw new InvalidField("text", "is blank; there is nothing to read");
        }
        return text;
    }
}
