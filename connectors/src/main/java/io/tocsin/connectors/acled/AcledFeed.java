package io.tocsin.connectors.acled;

import io.tocsin.connectors.acled.AcledApi.Page;
import io.tocsin.connectors.acled.AcledCursor.Stage;
import io.tocsin.connectors.polling.Feed;
import io.tocsin.connectors.polling.OffsetEntries;
import io.tocsin.connectors.polling.PollingConfig;
import io.tocsin.connectors.polling.Step;
import io.tocsin.connectors.publishing.Publication;
import io.tocsin.connectors.web.SourceFault;
import io.tocsin.connectors.web.SourceFault.Kind;
import io.tocsin.connectors.web.Web;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The changes of ACLED's living dataset. Each poll asks for everything that changed since the last one's window, in pages, and
 * leaves what is younger than the settling time to the next: nothing is asked for twice, nothing falls between two polls.
 *
 * <pre>
 *   from              until = ACLED's clock − settle        now
 *   ├──── this poll ────┼──────────── the next poll ─────────
 * </pre>
 */
final class AcledFeed implements Feed<AcledCursor> {

    private static final long MOST_PAGES = 100_000;

    private final String name;
    private final Duration interval;
    private final Duration silence;
    private final Duration settle;
    private final int pageSize;
    private final AcledApi api;
    private final AcledPages pages;

    private AcledFeed(PollingConfig config, String name, AcledApi api) {
        this.name = name;
        this.interval = config.interval();
        this.silence = config.expectedInterval();
        this.settle = Duration.ofMillis(config.getLong(AcledPlugin.SETTLE));
        this.pageSize = config.getInt(AcledPlugin.PAGE_SIZE);
        this.api = api;
        this.pages = new AcledPages(name, new AcledReports(config.getDouble(AcledPlugin.RELIABILITY)));
    }

    static AcledFeed of(PollingConfig config, Clock clock) {
        List<String> countries =
                config.getList(AcledPlugin.COUNTRIES).stream().sorted().toList();
        LocalDate since = LocalDate.parse(config.getString(AcledPlugin.SINCE));
        AcledLogin login = new AcledLogin(
                URI.create(config.getString(AcledPlugin.TOKEN_URL)),
                config.getString(AcledPlugin.USERNAME),
                config.getPassword(AcledPlugin.PASSWORD),
                clock);
        AcledApi api = new AcledApi(config.getString(AcledPlugin.API_URL), login, countries, since, clock);
        String selection = countries.isEmpty() ? "everywhere" : String.join(", ", countries);
        return new AcledFeed(config, "acled: " + selection + " since " + since, api);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String sourceId() {
        return "acled";
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
    public AcledCursor start() {
        return AcledCursor.START;
    }

    @Override
    public AcledCursor resume(OffsetEntries offset) {
        return AcledCursor.fromMap(offset);
    }

    @Override
    public Step<AcledCursor> next(AcledCursor at, Web web) throws SourceFault {
        if (at.page() > MOST_PAGES) {
            throw new SourceFault(Kind.CHANGED_SCHEMA, "there is no end of pages");
        }
        return switch (at.stage()) {
            case ROWS, ROWS_AGAIN -> rows(at, web);
            case DELETIONS, DELETIONS_UNDER_WAY -> deletions(at, web);
        };
    }

    private Step<AcledCursor> rows(AcledCursor at, Web web) throws SourceFault {
        Page page = api.rows(web, at.from(), at.page(), pageSize);
        AcledCursor poll = at.until() == 0 ? at.over(page.now() - settle.toSeconds(), page.now()) : at;
        Prefixes learnt = pages.learn(poll.prefixes(), page.rows());
        List<Publication> found = pages.reports(page.rows(), poll, learnt);
        AcledCursor read = poll.nextPage(page.rows().size(), learnt);
        if (page.full()) {
            return Step.more(found, read);
        }
        requireRows(read, web);
        return at.stage() == Stage.ROWS_AGAIN
                ? Step.last(found, read.done(learnt))
                : Step.more(found, read.on(Stage.DELETIONS, learnt));
    }

    /** An account that has lost its rights gets empty answers: where no row has changed, there must at least be rows. */
    private void requireRows(AcledCursor read, Web web) throws SourceFault {
        boolean rowsThere = read.rows() > 0 || !api.rows(web, 0, 1, 1).rows().isEmpty();
        if (!rowsThere) {
            throw new SourceFault(
                    Kind.EMPTY_ANSWER,
                    "ACLED has no rows at all for this selection; check the names of " + AcledPlugin.COUNTRIES + ", "
                            + AcledPlugin.SINCE + " and the rights of the account");
        }
    }

    private Step<AcledCursor> deletions(AcledCursor at, Web web) throws SourceFault {
        Page page = api.deletions(web, at.first() ? at.began() : at.from(), at.page(), pageSize);
        List<Publication> found = pages.retractions(page.rows(), at);
        Stage stage = pages.anyDeletedSince(page.rows(), at.began()) ? Stage.DELETIONS_UNDER_WAY : at.stage();
        if (page.full()) {
            return Step.more(found, at.nextPage(stage));
        }
        boolean rowsMayHaveMoved = stage == Stage.DELETIONS_UNDER_WAY && at.rows() > pageSize;
        return rowsMayHaveMoved
                ? Step.more(found, at.on(Stage.ROWS_AGAIN, at.prefixes()))
                : Step.last(found, at.done(at.prefixes()));
    }
}
