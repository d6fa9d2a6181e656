package io.tocsin.connectors.ucdp;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.connectors.web.Json;
import io.tocsin.connectors.web.Request;
import io.tocsin.connectors.web.SourceFault;
import io.tocsin.connectors.web.SourceFault.Kind;
import io.tocsin.connectors.web.Web;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;

/** UCDP's list of events, release by release and page by page. For one thread. */
final class UcdpApi {

    private static final String TOKEN_HEADER = "x-ucdp-access-token";

    private final String address;
    private final Password token;
    private final String since;
    private final List<String> countries;
    private final int pageSize;

    /** @param countries Gleditsch-Ward numbers; empty for all */
    UcdpApi(String address, Password token, String since, List<String> countries, int pageSize) {
        this.address = address;
        this.token = token;
        this.since = since;
        this.countries = countries;
        this.pageSize = pageSize;
    }

    /**
     * @param rows those of the page
     * @param total how many rows there are on all pages
     * @param last whether no page follows
     */
    record Page(List<JsonNode> rows, long total, boolean last) {}

    /** A page, counted from 0; nothing where there is no such release. */
    Optional<Page> page(Web web, Version version, long page) throws SourceFault {
        return page(web, version, page, pageSize);
    }

    /** Whether a release has any rows. */
    boolean anyRows(Web web, Version version) throws SourceFault {
        return page(web, version, 0, 1).filter(found -> !found.rows().isEmpty()).isPresent();
    }

    private Optional<Page> page(Web web, Version version, long page, int size) throws SourceFault {
        StringBuilder uri = new StringBuilder(address)
                .append("/gedevents/")
                .append(version)
                .append("?pagesize=")
                .append(size)
                .append("&page=")
                .append(page)
                .append("&StartDate=")
                .append(since);
        if (!countries.isEmpty()) {
            uri.append("&Country=").append(String.join(",", countries));
        }
        Request request = Request.get(URI.create(uri.toString())).accepting("application/json");
        try {
            return Optional.of(read(version, page, size, Json.object(web.ask(shown(request)))));
        } catch (SourceFault e) {
            if (e.kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Request shown(Request request) {
        return token.value().isEmpty() ? request : request.withHeader(TOKEN_HEADER, token.value());
    }

    private static Page read(Version version, long page, int size, JsonNode answer) throws SourceFault {
        JsonNode result = answer.path("Result");
        JsonNode total = answer.path("TotalCount");
        if (!result.isArray() || !total.canConvertToLong()) {
            throw new SourceFault(Kind.CHANGED_SCHEMA, "the events of " + version + " lack Result or TotalCount");
        }
        List<JsonNode> rows = new ArrayList<>(result.size());
        result.forEach(rows::add);
        boolean last = (page + 1) * size >= total.longValue();
        if (rows.isEmpty() && page * size < total.longValue()) {
            throw new SourceFault(
                    Kind.EMPTY_ANSWER,
                    "page " + page + " of " + version + " is empty, though there are " + total.longValue() + " rows");
        }
        return new Page(rows, total.longValue(), last);
    }
}
