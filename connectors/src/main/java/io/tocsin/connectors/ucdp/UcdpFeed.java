package io.tocsin.connectors.ucdp;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.connectors.polling.Feed;
import io.tocsin.connectors.polling.OffsetEntries;
import io.tocsin.connectors.polling.PollingConfig;
import io.tocsin.connectors.polling.Step;
import io.tocsin.connectors.publishing.Publication;
import io.tocsin.connectors.ucdp.UcdpApi.Page;
import io.tocsin.connectors.web.SourceFault;
import io.tocsin.connectors.web.SourceFault.Kind;
import io.tocsin.connectors.web.Web;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * UCDP's releases, one after the other. Each poll looks for the next yearly release, then for the next candidate events, and
 * publishes what is out, a page a step; after a yearly release it takes back what that no longer has.
 *
 * <pre>
 *   25.1 ─► 25.0.1 ─► 25.0.2 … ─► 26.1 ─► what 25.1 and 25.0.x had and 26.1 has not ─► 26.0.1 …
 * </pre>
 */
final class UcdpFeed implements Feed<UcdpCursor> {

    private final String name;
    private final Duration interval;
    private final Duration silence;
    private final Version first;
    private final UcdpApi api;
    private final UcdpReports reports;
    private final ReleaseIndex index;

    private UcdpFeed(PollingConfig config, String name, UcdpApi api) {
        this.name = name;
        this.interval = config.interval();
        this.silence = config.expectedInterval();
        this.first = Version.parse(config.getString(UcdpPlugin.VERSION));
        this.api = api;
        this.reports = new UcdpReports(config.getDouble(UcdpPlugin.RELIABILITY));
        this.index = new ReleaseIndex(api, reports);
    }

    static UcdpFeed of(PollingConfig config) {
        List<String> countries =
                config.getList(UcdpPlugin.COUNTRIES).stream().sorted().toList();
        String since = config.getString(UcdpPlugin.SINCE);
        UcdpApi api = new UcdpApi(
                config.getString(UcdpPlugin.API_URL),
                config.getPassword(UcdpPlugin.TOKEN),
                since,
                countries,
                config.getInt(UcdpPlugin.PAGE_SIZE));
        String selection = countries.isEmpty() ? "everywhere" : String.join(", ", countries);
        return new UcdpFeed(config, "ucdp: " + selection + " since " + since, api);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String sourceId() {
        return "ucdp";
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
    public UcdpCursor start() {
        return UcdpCursor.START;
    }

    @Override
    public UcdpCursor resume(OffsetEntries offset) {
        return UcdpCursor.fromMap(offset);
    }

    @Override
    public Step<UcdpCursor> next(UcdpCursor at, Web web) throws SourceFault {
        return switch (at.stage()) {
            case LOOKING -> look(at, web);
            case ROWS -> rows(at, web);
            case RETRACTIONS -> retractions(at, web);
        };
    }

    private Step<UcdpCursor> look(UcdpCursor at, Web web) throws SourceFault {
        if (at.yearly().isEmpty()) {
            Page page = api.page(web, first, 0).orElseThrow(() -> nothingThere(first));
            if (page.rows().isEmpty()) {
                throw nothingThere(first);
            }
            return Step.more(List.of(), at.read(first, page.total()));
        }
        for (Optional<Version> next : List.of(at.nextYearly(), at.nextCandidate())) {
            Version version = next.orElseThrow();
            Optional<Page> page =
                    api.page(web, version, 0).filter(found -> !found.rows().isEmpty());
            if (page.isPresent()) {
                return Step.more(List.of(), at.read(version, page.get().total()));
            }
        }
        if (!api.anyRows(web, at.yearly().get())) {
            throw nothingThere(at.yearly().get());
        }
        return Step.last(List.of(), at);
    }

    private static SourceFault nothingThere(Version version) {
        return new SourceFault(
                Kind.EMPTY_ANSWER,
                "UCDP has no rows at all in version " + version + "; check " + UcdpPlugin.VERSION + ", "
                        + UcdpPlugin.SINCE + " and " + UcdpPlugin.COUNTRIES);
    }

    private Step<UcdpCursor> rows(UcdpCursor at, Web web) throws SourceFault {
        Version version = at.reading().orElseThrow();
        Page page = api.page(web, version, at.page()).orElseThrow(() -> nothingThere(version));
        if (page.rows().isEmpty()) {
            throw nothingThere(version);
        }
        if (page.total() != at.total()) {
            // the release was replaced while it was read: its pages do not fit together
            return Step.more(List.of(), at.read(version, page.total()));
        }
        reports.requireColumns(version, page.rows());
        List<Publication> found = new ArrayList<>();
        for (int i = 0; i < page.rows().size(); i++) {
            JsonNode row = page.rows().get(i);
            found.add(reports.report(row, UcdpReports.original(row, name, version, at.page(), i), version));
        }
        if (!page.last()) {
            return Step.more(found, at.nextPage());
        }
        boolean replaces = version.yearly() && at.yearly().isPresent();
        return Step.more(found, replaces ? at.retract(0) : at.done());
    }

    private Step<UcdpCursor> retractions(UcdpCursor at, Web web) throws SourceFault {
        Version version = at.reading().orElseThrow();
        List<Version> replaced = version.replaced();
        if (at.replaced() >= replaced.size()) {
            index.forget();
            return Step.more(List.of(), at.done());
        }
        Version old = replaced.get(at.replaced());
        Optional<Page> page = at.published(old) ? api.page(web, old, at.page()) : Optional.empty();
        if (page.isEmpty()) {
            return Step.more(List.of(), at.retract(at.replaced() + 1));
        }
        List<Publication> found = takenBack(page.get(), at.page(), old, version, index.countries(version, web));
        return Step.more(found, page.get().last() ? at.retract(at.replaced() + 1) : at.nextPage());
    }

    /** Retractions of what the new release no longer has, and of what it has in another country than before. */
    private List<Publication> takenBack(
            Page page, long number, Version old, Version now, Map<String, String> countries) {
        List<Publication> found = new ArrayList<>();
        for (int i = 0; i < page.rows().size(); i++) {
            JsonNode row = page.rows().get(i);
            String country = countries.get(UcdpReports.id(row));
            boolean moved = country != null && !country.equals(reports.country(row));
            if (country == null || moved) {
                int revision = moved ? now.revision() - 1 : now.revision();
                reports.retraction(row, UcdpReports.original(row, name, old, number, i), revision)
                        .ifPresent(found::add);
            }
        }
        return found;
    }
}
