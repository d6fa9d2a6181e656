package io.tocsin.news;

import io.tocsin.incident.Source;
import java.time.Instant;
import java.util.Optional;

/**
 * A news text, as published.
 *
 * @param url where it was published; its identity
 * @param language BCP 47 tag; where it is missing, the words tell
 * @param publishedAt the reading's "today": what the text says of days is counted from here
 * @param fetchedAt when a connector received it
 */
public record Article(
        String url,
        Source source,
        Optional<String> title,
        String text,
        Optional<String> language,
        Instant publishedAt,
        Optional<Instant> fetchedAt) {}
