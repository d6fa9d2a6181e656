package io.tocsin.connectors.news;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page tells machines about itself. */
final class PageFacts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEPEST_JSON = 8;
    private static final List<String> DATES = List.of(
            "meta[property=article:published_time]",
            "meta[property=og:article:published_time]",
            "meta[itemprop=datePublished]",
            "meta[name=parsely-pub-date]",
            "meta[name=pubdate]",
            "meta[name=date]",
            "meta[name=dc.date.issued]",
            "meta[name=dcterms.created]");

    private PageFacts() {}

    /** The address that the page has among its peers. */
    static URI address(Document page, URI found) {
        return Stream.of("link[rel=canonical]", "meta[property=og:url]")
                .flatMap(where -> page.select(where).stream())
                .map(element -> element.attr(element.nameIs("link") ? "href" : "content"))
                .flatMap(address -> Addresses.canonical(address, found).stream())
                .findFirst()
                .orElseGet(() -> Addresses.plain(found));
    }

    static Optional<String> language(Document page) {
        return page.select("html[lang]").stream()
                .map(html -> html.attr("lang"))
                .flatMap(given -> Languages.tag(given).stream())
                .findFirst();
    }

    static Optional<String> title(Document page) {
        return Stream.concat(
                        page.select("meta[property=og:title]").stream().map(meta -> meta.attr("content")),
                        Stream.of(page.title()))
                .map(Html::text)
                .filter(title -> !title.isEmpty())
                .findFirst();
    }

    /** When the publisher says that the article was published: in the page's head, else in its linked data. */
    static Optional<Instant> published(Document page) {
        return DATES.stream()
                .flatMap(where -> page.select(where).stream())
                .flatMap(meta -> instant(meta.attr("content")).stream())
                .findFirst()
                .or(() -> page.select("script[type=application/ld+json]").stream()
                        .flatMap(script -> linkedDate(script).stream())
                        .findFirst());
    }

    private static Optional<Instant> linkedDate(Element script) {
        try {
            return published(JSON.readTree(script.data()), 0);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> published(JsonNode node, int depth) {
        if (depth > DEEPEST_JSON) {
            return Optional.empty();
        }
        Optional<Instant> own = Optional.of(node.path("datePublished"))
                .filter(JsonNode::isTextual)
                .flatMap(date -> instant(date.asText()));
        if (own.isPresent()) {
            return own;
        }
        for (JsonNode child : node) {
            Optional<Instant> within = published(child, depth + 1);
            if (within.isPresent()) {
                return within;
            }
        }
        return Optional.empty();
    }

    /** A time with its offset; one without could be half a day off and says nothing. */
    static Optional<Instant> instant(String text) {
        return parsed(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                .or(() -> parsed(
                        text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"), DateTimeFormatter.ISO_OFFSET_DATE_TIME))
                .or(() -> parsed(text, DateTimeFormatter.RFC_1123_DATE_TIME));
    }

    private static Optional<Instant> parsed(String text, DateTimeFormatter format) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip(), format).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
