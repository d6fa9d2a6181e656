package io.tocsin.connectors.news;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * What a page says about its article.
 *
 * @param address its own address
 * @param text its main text; empty where none was found
 */
public record Page(
        URI address, Optional<String> title, String text, Optional<String> language, Optional<Instant> published) {}
