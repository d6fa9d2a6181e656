package io.tocsin.connectors.news;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.impl.XmlFixerReader;
import io.tocsin.connectors.web.Redacted;
import io.tocsin.connectors.web.Response;
import io.tocsin.connectors.web.SourceFault;
import io.tocsin.connectors.web.SourceFault.Kind;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaders;

/** Reads feeds of all kinds. */
final class FeedReader {

    /** What a feed brings. */
    record Brought(List<NewsEntry> entries, Optional<String> language) {}

    private FeedReader() {}

    /** @throws SourceFault if it is no feed, or none that can be read */
    static Brought read(Response answer) throws SourceFault {
        try {
            String text = FeedText.of(answer.body(), answer.charset());
            Document document = builder().build(new XmlFixerReader(new StringReader(text)));
            SyndFeed feed = new SyndFeedInput().build(document);
            Optional<String> language = Optional.ofNullable(feed.getLanguage()).flatMap(Languages::tag);
            return new Brought(
                    feed.getEntries().stream()
                            .map(entry -> entry(entry, answer.address()))
                            .toList(),
                    language);
        } catch (IOException | JDOMException | FeedException | IllegalArgumentException e) {
            throw new SourceFault(
                    Kind.CHANGED_SCHEMA,
                    Redacted.text(answer.address()) + " is no feed that can be read: "
                            + String.valueOf(e.getMessage()).replaceAll("\\s+", " "),
                    e);
        }
    }

    private static SAXBuilder builder() {
        SAXBuilder builder = new SAXBuilder(XMLReaders.NONVALIDATING);
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
        builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        builder.setExpandEntities(false);
        builder.setXMLFilter(new DepthFilter());
        return builder;
    }

    private static NewsEntry entry(SyndEntry entry, URI feed) {
        String link = Stream.of(entry.getLink(), entry.getUri())
                .filter(address -> address != null && !address.isBlank())
                .findFirst()
                .orElse("");
        return new NewsEntry(
                address(link, feed),
                link,
                Html.text(Optional.ofNullable(entry.getTitle()).orElse("")),
                longest(entry.getContents().stream()),
                longest(Stream.ofNullable(entry.getDescription())),
                instant(entry.getPublishedDate()).or(() -> instant(entry.getUpdatedDate())),
                instant(entry.getUpdatedDate()));
    }

    private static String longest(Stream<SyndContent> contents) {
        return contents.map(SyndContent::getValue)
                .filter(value -> value != null)
                .map(Html::text)
                .reduce("", (one, other) -> one.length() >= other.length() ? one : other);
    }

    private static Optional<Instant> instant(Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }

    private static Optional<URI> address(String link, URI feed) {
        try {
            URI resolved = feed.resolve(new URI(link.strip().replace(" ", "%20")));
            boolean web = !link.isBlank()
                    && ("http".equalsIgnoreCase(resolved.getScheme()) || "https".equalsIgnoreCase(resolved.getScheme()))
                    && resolved.getHost() != null;
            return web ? Optional.of(resolved) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
