package io.tocsin.connectors.ucdp;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.connectors.ucdp.UcdpApi.Page;
import io.tocsin.connectors.web.SourceFault;
import io.tocsin.connectors.web.SourceFault.Kind;
import io.tocsin.connectors.web.Web;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which events a release has, and in which country. Kept in memory while it is needed; a restart reads it again. For one thread. */
final class ReleaseIndex {

    private final UcdpApi api;
    private final UcdpReports reports;
    private Optional<Version> version = Optional.empty();
    private Map<String, String> countries = Map.of();

    ReleaseIndex(UcdpApi api, UcdpReports reports) {
        this.api = api;
        this.reports = reports;
    }

    /** The country of each event by its id, empty where it is not known. */
    Map<String, String> countries(Version of, Web web) throws SourceFault {
        if (!version.equals(Optional.of(of))) {
            countries = read(of, web);
            version = Optional.of(of);
        }
        return countries;
    }

    private Map<String, String> read(Version of, Web web) throws SourceFault {
        Map<String, String> found = new HashMap<>();
        long number = 0;
        Page page;
        do {
            page = api.page(web, of, number)
                    .filter(any -> !any.rows().isEmpty())
                    .orElseThrow(
                            () -> new SourceFault(Kind.EMPTY_ANSWER, "the rows of version " + of + " are gone again"));
            for (JsonNode row : page.rows()) {
                found.put(UcdpReports.id(row), reports.country(row));
            }
            number++;
        } while (!page.last());
        return found;
    }

    void forget() {
        version = Optional.empty();
        countries = Map.of();
    }
}
