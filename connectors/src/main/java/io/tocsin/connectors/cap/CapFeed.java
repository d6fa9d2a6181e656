package io.tocsin.connectors.cap;

import io.tocsin.connectors.polling.Digests;
import io.tocsin.connectors.polling.Feed;
import io.tocsin.connectors.polling.OffsetEntries;
import io.tocsin.connectors.polling.Step;
import io.tocsin.connectors.web.Redacted;
import io.tocsin.connectors.web.Request;
import io.tocsin.connectors.web.Response;
import io.tocsin.connectors.web.SourceFault;
import io.tocsin.connectors.web.SourceFault.Kind;
import io.tocsin.connectors.web.Web;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An index feed of CAP messages, or a single message that changes in place. Each step asks for the index and reads some of the entries
 * that are new or changed, those updated first first; the index counts as read once none is left.
 */
final class CapFeed implements Feed<CapCursor> {

    static final int MOST_PAGES = 20;

    /** Servers name CAP and feeds in all these ways; what is no XML is found out by reading it. */
    static final String[] XML_TYPES = {
        "application/cap+xml",
        "application/atom+xml",
        "application/rss+xml",
        "application/rdf+xml",
        "application/xml",
        "text/xml",
        "text/plain",
        "application/octet-stream"
    };

    private final String sourceId;
    private final URI address;
    private final Duration interval;
    private final Duration silence;
    private final int mostEntries;
    private final CapDocuments documents;

    CapFeed(
            String sourceId,
            URI address,
            Duration interval,
            Duration silence,
            int mostEntries,
            CapDocuments documents) {
        this.sourceId = sourceId;
        this.address = address;
        this.interval = interval;
        this.silence = silence;
        this.mostEntries = mostEntries;
        this.documents = documents;
    }

    /** The address is named without its query, which may hold a secret, but another query is another feed. */
    @Override
    public String name() {
        String query = Optional.ofNullable(address.getRawQuery())
                .map(text -> " " + Digests.of(text))
                .orElse("");
        return sourceId + ": " + Redacted.text(address) + query;
    }

    @Override
    public String sourceId() {
        return sourceId;
    }

    @Override
    public Duration interval() {
        return interval;
    }

    @Override
    public Optional<Duration> expectedInterval() {
        return Optional.of(silence);
    }

    @Override
    public CapCursor start() {
        return CapCursor.START;
    }

    @Override
    public CapCursor resume(OffsetEntries offset) {
        return CapCursor.fromMap(offset);
    }

    @Override
    public Step<CapCursor> next(CapCursor at, Web web) throws SourceFault {
        Response first = web.ask(Request.get(address).accepting(XML_TYPES).unlessUnchanged(at.validators()));
        if (first.unchanged()) {
            return Step.last(List.of(), at);
        }
        Map<String, IndexEntry> listed = listed(first, web);
        List<IndexEntry> unread = listed.values().stream()
                .filter(entry -> !at.seen().contains(entry.digest()))
                .sorted(Comparator.comparing(IndexEntry::updated))
                .toList();
        CapDocuments.Reading reading = documents.read(unread, at.chains(), web);
        boolean over = reading.read().size() == unread.size();
        Step<CapCursor> step = over
                ? Step.last(
                        reading.publications(),
                        at.read(first.validators(), Set.copyOf(listed.keySet()), reading.chains()))
                : Step.more(reading.publications(), at.reading(reading.read(), reading.chains()));
        return step.leavingOut(reading.leftOut());
    }

    /** The entries of all pages; only the first page is known to be unchanged or not. */
    private Map<String, IndexEntry> listed(Response first, Web web) throws SourceFault {
        Map<String, IndexEntry> listed = new LinkedHashMap<>();
        List<URI> asked = new ArrayList<>(List.of(address));
        Optional<Response> page = Optional.of(first);
        while (page.isPresent()) {
            CapIndex index = index(page.get());
            index.entries().forEach(entry -> listed.putIfAbsent(entry.digest(), entry));
            requireBounds(listed.size(), asked.size());
            Optional<URI> next = index.next().filter(link -> !asked.contains(link));
            next.ifPresent(asked::add);
            page = next.isPresent() ? Optional.of(ask(next.get(), web)) : Optional.empty();
        }
        return listed;
    }

    private static Response ask(URI page, Web web) throws SourceFault {
        return web.ask(Request.get(page).accepting(XML_TYPES));
    }

    private CapIndex index(Response page) throws SourceFault {
        try {
            return CapIndex.read(page.body(), page.address());
        } catch (UnusableMessageException e) {
            throw new SourceFault(
                    Kind.CHANGED_SCHEMA,
                    Redacted.text(page.address()) + " " + e.getMessage() + " ("
                            + e.reason().code() + ")",
                    e);
        }
    }

    private void requireBounds(int entries, int pages) throws SourceFault {
        if (entries > mostEntries) {
            throw new SourceFault(
                    Kind.TOO_LARGE,
                    "the index lists more than the " + mostEntries + " entries that " + CapPlugin.MOST_ENTRIES
                            + " allows");
        }
        if (pages > MOST_PAGES) {
            throw new SourceFault(Kind.TOO_LARGE, "the index has more than " + MOST_PAGES + " pages");
        }
    }
}
