package io.tocsin.connectors.news;

import io.tocsin.connectors.news.FeedReader.Brought;
import io.tocsin.connectors.polling.Feed;
import io.tocsin.connectors.polling.OffsetEntries;
import io.tocsin.connectors.polling.Step;
import io.tocsin.connectors.web.Redacted;
import io.tocsin.connectors.web.Request;
import io.tocsin.connectors.web.Response;
import io.tocsin.connectors.web.SourceFault;
import io.tocsin.connectors.web.SourceFault.Kind;
import io.tocsin.connectors.web.Validators;
import io.tocsin.connectors.web.Web;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A news feed. Each step asks for the feed and publishes some of the entries that are new or changed, the oldest first; it counts as
 * read once none is left.
 */
final class NewsFeed implements Feed<NewsCursor> {

    static final int MOST_ENTRIES = 500;

    private static final String[] FEED_TYPES = {
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/xml",
        "text/xml",
        "text/plain",
        "application/octet-stream"
    };

    private final SourceEntry settings;
    private final Duration interval;
    private final Duration silence;
    private final NewsEntries entries;

    /**
     * @param interval and silence, where the feed has none of its own
     */
    NewsFeed(SourceEntry settings, Duration interval, Duration silence, NewsEntries entries) {
        this.settings = settings;
        this.interval = settings.interval().orElse(interval);
        this.silence = settings.expectedInterval().orElse(silence);
        this.entries = entries;
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public String sourceId() {
        return settings.source();
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
    public NewsCursor start() {
        return NewsCursor.START;
    }

    @Override
    public NewsCursor resume(OffsetEntries offset) {
        return NewsCursor.fromMap(offset);
    }

    @Override
    public Step<NewsCursor> next(NewsCursor at, Web web) throws SourceFault {
        Response answer =
                web.ask(Request.get(settings.url()).accepting(FEED_TYPES).unlessUnchanged(at.validators()));
        if (answer.unchanged()) {
            return Step.last(List.of(), at);
        }
        Brought brought = FeedReader.read(answer);
        Map<String, NewsEntry> listed = listed(brought);
        requireEntries(listed, at.known());
        List<NewsEntry> unread = unread(listed, at.known());
        NewsEntries.Reading reading = entries.read(unread, brought.language(), at.known(), web);
        Known known = at.known().with(reading.read());
        boolean over = reading.givesUp() || reading.read().size() == unread.size();
        if (!over) {
            return Step.more(reading.publications(), new NewsCursor(Validators.NONE, known));
        }
        Known settled = known.settled(listed.keySet());
        boolean whole = reading.read().size() == unread.size() && !settled.waiting();
        return Step.last(
                reading.publications(), new NewsCursor(whole ? answer.validators() : Validators.NONE, settled));
    }

    private static Map<String, NewsEntry> listed(Brought brought) {
        Map<String, NewsEntry> listed = new LinkedHashMap<>();
        brought.entries().stream().limit(MOST_ENTRIES).forEach(entry -> listed.putIfAbsent(entry.key(), entry));
        return listed;
    }

    private void requireEntries(Map<String, NewsEntry> listed, Known known) throws SourceFault {
        boolean lost = listed.isEmpty() && !known.all().isEmpty();
        if (lost) {
            throw new SourceFault(
                    Kind.EMPTY_ANSWER, Redacted.text(settings.url()) + " has no entries, though it had some before");
        }
    }

    private static List<NewsEntry> unread(Map<String, NewsEntry> listed, Known known) {
        return listed.values().stream()
                .filter(entry -> known.item(entry.key())
                        .filter(item -> item.read(entry.version()))
                        .isEmpty())
                .sorted(Comparator.comparing(entry -> entry.published().orElse(Instant.MAX)))
                .toList();
    }
}
