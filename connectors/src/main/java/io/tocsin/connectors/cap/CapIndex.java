package io.tocsin.connectors.cap;

import io.tocsin.connectors.cap.UnusableMessageException.Reason;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a feed lists.
 *
 * @param next the page of the index that follows, where there is one
 */
record CapIndex(List<IndexEntry> entries, Optional<URI> next) {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    CapIndex {
        entries = List.copyOf(entries);
    }

    /** Reads Atom, RSS 0.9 to 2.0, or a single alert, which is an index of itself. */
    static CapIndex read(byte[] document, URI address) throws UnusableMessageException {
        String text = XmlBytes.text(document);
        Element root = XmlText.parse(text);
        if (CapReader.isAlert(root)) {
            return new CapIndex(List.of(IndexEntry.alone(root, document, address)), Optional.empty());
        }
        Links links = new Links(address);
        List<IndexEntry> entries = new ArrayList<>();
        List<Element> alerts = new ArrayList<>();
        collectAlerts(root, alerts);
        AlertTexts texts = AlertTexts.in(text);
        for (Element item : items(root)) {
            Optional<Element> inside = IndexEntry.alert(item);
            Optional<String> its = inside.flatMap(alert -> texts.text(alerts.indexOf(alert), alerts.size()));
            entries.add(IndexEntry.of(item, inside, its, links));
        }
        return new CapIndex(entries, next(root, links));
    }

    private static List<Element> items(Element root) throws UnusableMessageException {
        return switch (root.name()) {
            case "feed" ->
                root.children("entry")
                        .filter(entry -> entry.namespace().equals(ATOM))
                        .toList();
            case "rss" ->
                root.children("channel")
                        .flatMap(channel -> channel.children("item"))
                        .toList();
            case "RDF" -> root.children("item").toList();
            default ->
                throw new UnusableMessageException(
                        Reason.NOT_CAP, "is neither a feed nor an alert: its root is '" + root.name() + "'");
        };
    }

    /** In the order of the document; depth is bounded by {@link XmlText#DEEPEST}. */
    private static void collectAlerts(Element element, List<Element> alerts) {
        if (CapReader.isAlert(element)) {
            alerts.add(element);
        }
        element.children().forEach(child -> collectAlerts(child, alerts));
    }

    private static Optional<URI> next(Element root, Links links) {
        return root.children("link")
                .filter(link -> link.namespace().equals(ATOM))
                .filter(link -> link.attribute("rel").filter("next"::equals).isPresent())
                .findFirst()
                .flatMap(link -> link.attribute("href"))
                .flatMap(links::resolve);
    }
}
