package io.tocsin.news;

import io.tocsin.incident.Source;
import io.tocsin.news.find.Facts;
import io.tocsin.news.lexicon.Countries;
import io.tocsin.news.text.Prose;
import io.tocsin.news.text.Prose.Paragraph;
import io.tocsin.news.text.Sentence;
import io.tocsin.news.text.Sentences;
import io.tocsin.places.Placing;
import io.tocsin.places.gazetteer.Gazetteer;
import io.tocsin.places.placing.GazetteerPlacing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The reader as it is shipped, loaded once, and texts in the shapes that its rooms take. */
public final class Newsroom {

    public static final Gazetteer GAZETTEER = Gazetteer.load(Optional.empty());
    public static final Placing PLACING = new GazetteerPlacing(GAZETTEER);
    public static final Countries COUNTRIES = Countries.load(GAZETTEER);
    public static final ArticleReader READER = ArticleReader.with(GAZETTEER, PLACING);
    public static final Sentences SENTENCES = Sentences.load();

    /** A Thursday. */
    public static final LocalDate TODAY = LocalDate.of(2020, 8, 27);

    private static final Source SOURCE = new Source("example-news", Source.Kind.NEWS, 0.5);

    private Newsroom() {}

    /** An article without a title, published at noon of {@link #TODAY}. */
    public static Article article(String text) {
        return article(Optional.empty(), text, TODAY);
    }

    public static Article article(Optional<String> title, String text, LocalDate day) {
        Instant published = day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        return new Article(
                "https://example.com/1", SOURCE, title, text, Optional.of("en"), published, Optional.empty());
    }

    public static Article inLanguage(Optional<String> language, String text) {
        Article article = article(text);
        return new Article(
                article.url(),
                article.source(),
                article.title(),
                text,
                language,
                article.publishedAt(),
                article.fetchedAt());
    }

    public static Reading read(String text) {
        return READER.read(article(text));
    }

    /** The text as one paragraph of prose. */
    public static List<Sentence> sentences(String text) {
        return SENTENCES.of(new Prose(text, List.of(new Paragraph(new Span(0, text.length()), false))));
    }

    /** The text as the sentence that it is. */
    public static Sentence sentence(String text) {
        List<Sentence> sentences = sentences(text);
        if (sentences.size() != 1) {
            throw new IllegalArgumentException(sentences.size() + " sentences: " + text);
        }
        return sentences.get(0);
    }

    /** The sentence, without any times or places. */
    public static Facts facts(Sentence sentence) {
        return new Facts(sentence, 0, List.of(), List.of());
    }
}
