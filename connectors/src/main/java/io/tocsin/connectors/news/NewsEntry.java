package io.tocsin.connectors.news;

import io.tocsin.connectors.polling.Digests;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * One entry of a feed, its texts without markup.
 *
 * @param link where the article is; nothing where the feed gives no address
 * @param name what the feed calls it
 * @param content the article's text, where the feed has it; empty elsewhere
 * @param teaser what the feed says about it
 * @param published when the publisher says that it was published
 * @param updated when the publisher says that it was last changed
 */
record NewsEntry(
        Optional<URI> link,
        String name,
        String title,
        String content,
        String teaser,
        Optional<Instant> published,
        Optional<Instant> updated) {

    /** The same for all versions of an entry. */
    String key() {
        return Digests.of(link.map(Addresses::plain).map(URI::toString).orElse(name));
    }

    /** Another one for each version. */
    String version() {
        return Digests.of(title, content, teaser, published.toString(), updated.toString());
    }

    /** The longest text that the feed itself has. */
    String text() {
        return content.length() >= teaser.length() ? content : teaser;
    }
}
