package io.tocsin.connectors.news;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A feed as the settings list it.
 *
 * @param name unique in the connector
 * @param source the id of the publisher
 * @param language what its articles are written in, where the settings say
 * @param interval from one poll to the next, where it is not that of all
 * @param expectedInterval the longest silence in ordinary times, where it is not that of all
 */
record SourceEntry(
        String name,
        URI url,
        String source,
        double reliability,
        Optional<String> language,
        Optional<Duration> interval,
        Optional<Duration> expectedInterval,
        Text text) {

    /** Where the text of an article is taken from. */
    enum Text {
        /** From the feed where it has the whole of it, else from the page. */
        AUTO,
        /** From the feed, though it may be a teaser only. */
        FEED,
        /** From the page. */
        PAGE
    }
}
