package io.tocsin.connectors.cap;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds what entries of a feed lead to: their CAP document rather than the page for people. */
final class Links {

    private static final String CAP_TYPE = "application/cap+xml";

    private final URI base;

    /** @param base where the feed was found */
    Links(URI base) {
        this.base = base;
    }

    /** Where the address leads from the feed; nothing where it is no address of the web. */
    Optional<URI> resolve(String address) {
        try {
            URI resolved = base.resolve(new URI(address.strip().replace(" ", "%20")));
            boolean web =
                    "http".equalsIgnoreCase(resolved.getScheme()) || "https".equalsIgnoreCase(resolved.getScheme());
            return web && resolved.getHost() != null ? Optional.of(resolved) : Optional.empty();
        } catch (java.net.URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The CAP document of an entry: what says that it is one, else what may be one; never what says that it is something else. */
    Optional<URI> document(Element entry) {
        return addressed(entry, "link", "href", Links::saysCap)
                .or(() -> addressed(entry, "content", "src", Links::saysCap))
                .or(() -> addressed(entry, "enclosure", "url", Links::saysCap))
                .or(() -> addressed(entry, "link", "href", Links::mayBeCap))
                .or(() -> entry.value("link").flatMap(this::resolve))
                .or(() -> entry.children("guid")
                        .filter(guid -> guid.attribute("isPermaLink")
                                .filter("false"::equals)
                                .isEmpty())
                        .map(Element::text)
                        .filter(text -> text.startsWith("http"))
                        .findFirst()
                        .flatMap(this::resolve));
    }

    private Optional<URI> addressed(Element entry, String child, String attribute, Predicate<Element> wanted) {
        return entry.children(child)
                .filter(wanted)
                .findFirst()
                .flatMap(link -> link.attribute(attribute))
                .flatMap(this::resolve);
    }

    private static boolean saysCap(Element link) {
        return link.attribute("type").filter(type -> type.startsWith(CAP_TYPE)).isPresent();
    }

    private static boolean mayBeCap(Element link) {
        boolean document =
                List.of("alternate", "enclosure").contains(link.attribute("rel").orElse("alternate"));
        boolean xml = link.attribute("type")
                .map(type -> type.contains("xml") && !type.contains("html"))
                .orElse(true);
        return document && xml;
    }
}
