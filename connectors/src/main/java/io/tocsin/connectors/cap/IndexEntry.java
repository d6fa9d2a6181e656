package io.tocsin.connectors.cap;

import io.tocsin.connectors.polling.Digests;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One entry of an index feed.
 *
 * @param id what the feed calls it, empty where it does not
 * @param digest of what identifies it and says when it was changed
 * @param updated as the feed writes it, empty where it does not
 * @param link where its document is
 * @param alert the alert itself, where the entry holds it
 * @param original the bytes of that alert
 * @param hints what the entry says of its alert
 */
record IndexEntry(
        String id,
        String digest,
        String updated,
        Optional<URI> link,
        Optional<Element> alert,
        Optional<byte[]> original,
        Hints hints) {

    /** What index feeds of weather services say of an alert beside linking to it; empty where they do not. */
    record Hints(Optional<String> status, List<String> categories, String title) {

        static final Hints NONE = new Hints(Optional.empty(), List.of(), "");

        Hints {
            categories = List.copyOf(categories);
        }
    }

    /** A feed that is a single alert. */
    static IndexEntry alone(Element alert, byte[] document, URI address) {
        return new IndexEntry(
                address.toString(),
                Digests.of(document),
                "",
                Optional.of(address),
                Optional.of(alert),
                Optional.of(document),
                Hints.NONE);
    }

    static IndexEntry of(Element item, Optional<Element> alert, Optional<String> text, Links links) {
        Optional<URI> link = links.document(item);
        String updated = item.value("updated")
                .or(() -> item.value("pubDate"))
                .or(() -> item.value("date"))
                .orElse("");
        String id = item.value("id").or(() -> item.value("guid")).orElse("");
        String inside = text.orElse("");
        return new IndexEntry(
                id,
                Digests.of(id, updated, link.map(URI::toString).orElse(""), inside),
                updated,
                link,
                alert,
                text.map(characters -> characters.getBytes(StandardCharsets.UTF_8)),
                alert.isPresent() ? Hints.NONE : hints(item));
    }

    /** The alert within an entry. */
    static Optional<Element> alert(Element item) {
        return item.children().stream()
                .flatMap(child -> Stream.concat(Stream.of(child), child.children().stream()))
                .filter(CapReader::isAlert)
                .findFirst();
    }

    private static Hints hints(Element item) {
        List<Element> cap = item.children().stream().filter(CapReader::isCap).toList();
        return new Hints(
                values(cap, "status").stream().findFirst(),
                values(cap, "category"),
                String.join(" | ", values(cap, "event")) + " | "
                        + item.value("title").orElse(""));
    }

    private static List<String> values(List<Element> elements, String name) {
        return elements.stream()
                .filter(element -> element.name().equals(name))
                .map(Element::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
