package io.tocsin.connectors.acled;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.connectors.web.Json;
import io.tocsin.connectors.web.Request;
import io.tocsin.connectors.web.Response;
import io.tocsin.connectors.web.SourceFault;
import io.tocsin.connectors.web.SourceFault.Kind;
import io.tocsin.connectors.web.Web;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** ACLED's two lists, page by page. For one thread. */
final class AcledApi {

    private static final List<String> ROW_COLUMNS =
            List.of("event_id_cnty", "event_date", "event_type", "sub_event_type", "country", "timestamp");
    private static final List<String> DELETION_COLUMNS = List.of("event_id_cnty", "deleted_timestamp");
    private static final String AT_LEAST = ">=";

    private final String address;
    private final AcledLogin login;
    private final List<String> countries;
    private final LocalDate since;
    private final Clock clock;

    AcledApi(String address, AcledLogin login, List<String> countries, LocalDate since, Clock clock) {
        this.address = address;
        this.login = login;
        this.countries = countries;
        this.since = since;
        this.clock = clock;
    }

    /**
     * @param full whether there may be another page
     * @param now ACLED's clock, in seconds since 1970; our own where it does not tell
     */
    record Page(List<AcledRow> rows, boolean full, long now) {}

    /** A page of the rows that have changed at a time or later. */
    Page rows(Web web, long changedFrom, long page, int size) throws SourceFault {
        Map<String, String> query = query(page, size);
        query.put("event_date", since.toString());
        query.put("event_date_where", AT_LEAST);
        if (!countries.isEmpty()) {
            query.put("country", String.join("|", countries));
        }
        if (changedFrom > 0) {
            query.put("timestamp", Long.toString(changedFrom));
            query.put("timestamp_where", AT_LEAST);
        }
        return page(web, "/acled/read", query, size, ROW_COLUMNS);
    }

    /** A page of the deletions that were made at a time or later. */
    Page deletions(Web web, long deletedFrom, long page, int size) throws SourceFault {
        Map<String, String> query = query(page, size);
        query.put("deleted_timestamp", Long.toString(deletedFrom));
        query.put("deleted_timestamp_where", AT_LEAST);
        return page(web, "/deleted/read", query, size, DELETION_COLUMNS);
    }

    private static Map<String, String> query(long page, int size) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("_format", "json");
        query.put("limit", Integer.toString(size));
        query.put("page", Long.toString(page));
        return query;
    }

    private Page page(Web web, String path, Map<String, String> query, int size, List<String> columns)
            throws SourceFault {
        URI uri = URI.create(address + path + "?" + encoded(query));
        Response response = ask(web, uri);
        JsonNode data = data(path, response);
        List<AcledRow> rows = new ArrayList<>(data.size());
        data.forEach(row -> rows.add(new AcledRow(row)));
        requireColumns(path, rows, columns);
        Instant now = response.serverTime().orElseGet(clock::instant);
        return new Page(rows, rows.size() >= size, now.getEpochSecond());
    }

    private static String encoded(Map<String, String> query) {
        return query.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A token may expire between two pages, or be revoked: a refusal is answered once with a new one. */
    private Response ask(Web web, URI uri) throws SourceFault {
        try {
            return askOnce(web, uri);
        } catch (SourceFault e) {
            if (e.kind() != Kind.UNAUTHORIZED) {
                throw e;
            }
            login.refused();
            return askOnce(web, uri);
        }
    }

    private Response askOnce(Web web, URI uri) throws SourceFault {
        return web.ask(Request.get(uri).accepting("application/json").withBearer(login.token(web)));
    }

    private static JsonNode data(String path, Response response) throws SourceFault {
        JsonNode answer = Json.object(response);
        boolean failed = answer.has("success") && !answer.get("success").asBoolean(true);
        if (failed) {
            throw new SourceFault(Kind.REFUSED, path + " answered that it did not succeed");
        }
        JsonNode data = answer.path("data");
        if (!data.isArray()) {
            throw new SourceFault(Kind.CHANGED_SCHEMA, path + " has no list named data");
        }
        return data;
    }

    /** Columns that no row has are a change of the schema, not of a row. */
    private static void requireColumns(String path, List<AcledRow> rows, List<String> columns) throws SourceFault {
        List<String> missing = columns.stream()
                .filter(column -> rows.stream().noneMatch(row -> row.node().has(column)))
                .toList();
        if (!rows.isEmpty() && !missing.isEmpty()) {
            throw new SourceFault(Kind.CHANGED_SCHEMA, path + " has no columns " + missing + " any more");
        }
    }
}
