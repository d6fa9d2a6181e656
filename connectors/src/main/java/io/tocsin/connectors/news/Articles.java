package io.tocsin.connectors.news;

import io.tocsin.avro.Article;
import io.tocsin.avro.Source;
import io.tocsin.connectors.polling.Digests;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/** Articles made of what feed and page say of them. */
final class Articles {

    static final int LONGEST_TEXT = 200_000;

    private static final int LONGEST_TITLE = 1_000;

    /** By so much a publisher's clock may be ahead; what is dated later still is not believed. */
    private static final Duration SKEW = Duration.ofHours(1);

    private final Source source;
    private final Optional<String> language;
    private final Clock clock;

    /** @param language that of all articles, where the settings say */
    Articles(Source source, Optional<String> language, Clock clock) {
        this.source = source;
        this.language = language;
        this.clock = clock;
    }

    /** What tells one state of an article from the next. */
    static String digest(Article article) {
        return Digests.of(Optional.ofNullable(article.getTitle()).orElse(""), article.getText());
    }

    /**
     * An article.
     *
     * @param page what its page says, where it was read
     * @param found what is known of the answers that it was found in
     */
    Article article(NewsEntry entry, Optional<Page> page, Found found, Optional<String> feedLanguage) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String ownText = page.map(Page::text).filter(text -> !text.isEmpty()).orElseGet(entry::text);
        URI address = page.map(Page::address)
                .orElseGet(() -> Addresses.plain(entry.link().orElseThrow()));
        Optional<String> title = Optional.of(entry.title())
                .filter(text -> !text.isEmpty())
                .or(() -> page.flatMap(Page::title))
                .map(text -> cut(text.replace('\n', ' '), LONGEST_TITLE));
        return new Article(
                address.toString(),
                source,
                title.orElse(null),
                cut(ownText, LONGEST_TEXT),
                language.or(() -> page.flatMap(Page::language))
                        .or(() -> feedLanguage)
                        .orElse(null),
                published(entry, page, found, now),
                now);
    }

    /**
     * What is known of answers.
     *
     * @param serverTime the publisher's clock
     * @param lastModified when the page was changed
     */
    record Found(Optional<Instant> serverTime, Optional<Instant> lastModified) {}

    private static Instant published(NewsEntry entry, Optional<Page> page, Found found, Instant now) {
        Instant latest = found.serverTime().orElse(now).plus(SKEW);
        return Stream.of(entry.published(), page.flatMap(Page::published), found.lastModified())
                .flatMap(Optional::stream)
                .filter(time -> !time.isAfter(latest))
                .findFirst()
                .orElseGet(() -> found.serverTime().orElse(now))
                .truncatedTo(ChronoUnit.MILLIS);
    }

    private static String cut(String text, int longest) {
        int end = Math.min(text.length(), longest);
        boolean splits = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, splits ? end - 1 : end);
    }
}
