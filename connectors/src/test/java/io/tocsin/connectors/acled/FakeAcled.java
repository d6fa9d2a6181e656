package io.tocsin.connectors.acled;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.FakeSource.Answer;
import io.tocsin.connectors.polling.FakeSource.Asked;
import io.tocsin.connectors.polling.PollingRig;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * ACLED's API as its documentation describes it: tokens for a password or a refresh token, rows by page and limit with the newest
 * events first, filters on timestamp, event_date and country, and the deleted endpoint.
 */
final class FakeAcled implements AutoCloseable {

    static final String ROWS = "/api/acled/read";
    static final String DELETED = "/api/deleted/read";
    static final String TOKEN = "/oauth/token";
    static final String PASSWORD = "correct horse";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Comparator<ObjectNode> NEWEST_FIRST = Comparator.comparing(
                    (ObjectNode row) -> row.path("event_date").asText())
            .reversed()
            .thenComparing(row -> row.path("event_id_cnty").asText());

    private final FakeSource source = new FakeSource();
    private final Map<String, ObjectNode> rows = new ConcurrentSkipListMap<>();
    private final Map<String, ObjectNode> deleted = new ConcurrentSkipListMap<>();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final Set<String> refreshTokens = ConcurrentHashMap.newKeySet();
    private final AtomicInteger issued = new AtomicInteger();
    private final Clock clock;

    /** @param clock ACLED's own */
    FakeAcled(Clock clock) {
        this.clock = clock;
        source.on(TOKEN, this::token);
        source.on(
                ROWS,
                allowed(asked -> page(
                        asked,
                        rows.values().stream()
                                .filter(atLeast(asked, "timestamp"))
                                .filter(since(asked))
                                .filter(in(asked))
                                .sorted(NEWEST_FIRST)
                                .toList())));
        source.on(
                DELETED,
                allowed(asked -> page(
                        asked,
                        deleted.values().stream()
                                .filter(atLeast(asked, "deleted_timestamp"))
                                .toList())));
    }

    FakeSource source() {
        return source;
    }

    /** The settings that lead here. */
    PollingRig configure(PollingRig rig) {
        return rig.with("acled.username", "desk@example.org")
                .with("acled.password", PASSWORD)
                .with("acled.since", "2026-01-01")
                .with("acled.page.size", "3")
                .with("acled.api.url", source.url("/api"))
                .with("acled.token.url", source.url(TOKEN));
    }

    /** A row that changed at a time, all other cells as usual. */
    static ObjectNode row(String id, Instant changed) {
        return MAPPER.createObjectNode()
                .put("event_id_cnty", id)
                .put("event_date", "2026-05-20")
                .put("year", "2026")
                .put("time_precision", "1")
                .put("disorder_type", "Political violence")
                .put("event_type", "Explosions/Remote violence")
                .put("sub_event_type", "Shelling/artillery/missile attack")
                .put("actor1", "Unidentified Armed Group (Iraq)")
                .put("assoc_actor_1", "")
                .put("inter1", "Political militia")
                .put("actor2", "Military Forces of the United States (2025-)")
                .put("assoc_actor_2", "")
                .put("inter2", "External/Other forces")
                .put("interaction", "Political militia-External/Other forces")
                .put("civilian_targeting", "")
                .put("iso", "368")
                .put("region", "Middle East")
                .put("country", "Iraq")
                .put("admin1", "Al Anbar")
                .put("admin2", "Heet")
                .put("admin3", "")
                .put("location", "Ain Al Assad")
                .put("latitude", "33.7856")
                .put("longitude", "42.4412")
                .put("geo_precision", "1")
                .put("source", "AFP; Al Sumaria; AFP")
                .put("source_scale", "National-International")
                .put("notes", "On 20 May 2026, rockets were fired at the base.")
                .put("fatalities", "2")
                .put("tags", "")
                .put("timestamp", Long.toString(changed.getEpochSecond()));
    }

    void put(ObjectNode... changed) {
        for (ObjectNode row : changed) {
            rows.put(row.get("event_id_cnty").asText(), row);
        }
    }

    void delete(String id, Instant when) {
        rows.remove(id);
        deleted.put(
                id,
                MAPPER.createObjectNode()
                        .put("event_id_cnty", id)
                        .put("deleted_timestamp", Long.toString(when.getEpochSecond())));
    }

    void loseAllRows() {
        rows.clear();
    }

    void expireTokens() {
        tokens.clear();
    }

    void expireRefreshTokens() {
        refreshTokens.clear();
    }

    private void token(Asked asked, FakeSource.Exchange exchange) throws java.io.IOException, InterruptedException {
        boolean password = asked.field("password").filter(PASSWORD::equals).isPresent();
        boolean refresh =
                asked.field("refresh_token").filter(refreshTokens::contains).isPresent();
        if (!password && !refresh) {
            FakeSource.status(400).to(asked, exchange);
            return;
        }
        int number = issued.incrementAndGet();
        tokens.add("access-" + number);
        refreshTokens.add("refresh-" + number);
        ObjectNode token = MAPPER.createObjectNode()
                .put("token_type", "Bearer")
                .put("expires_in", 86400)
                .put("access_token", "access-" + number)
                .put("refresh_token", "refresh-" + number);
        answer(token.toString()).to(asked, exchange);
    }

    private Answer allowed(java.util.function.Function<Asked, String> text) {
        return (asked, exchange) -> {
            boolean known = asked.header("authorization")
                    .map(value -> value.substring("Bearer ".length()))
                    .filter(tokens::contains)
                    .isPresent();
            (known ? answer(text.apply(asked)) : FakeSource.status(401)).to(asked, exchange);
        };
    }

    private Answer answer(String json) {
        return FakeSource.at(clock.instant(), FakeSource.json(json));
    }

    private static Predicate<ObjectNode> atLeast(Asked asked, String column) {
        long least = asked.field(column).map(Long::parseLong).orElse(0L);
        return row -> row.path(column).asLong() >= least;
    }

    private static Predicate<ObjectNode> since(Asked asked) {
        String day = asked.field("event_date").orElse("");
        return row -> row.path("event_date").asText().compareTo(day) >= 0;
    }

    private static Predicate<ObjectNode> in(Asked asked) {
        List<String> countries = asked.field("country")
                .map(names -> List.of(names.split("\\|", -1)))
                .orElse(List.of());
        return row ->
                countries.isEmpty() || countries.contains(row.path("country").asText());
    }

    private static String page(Asked asked, List<ObjectNode> found) {
        int limit = asked.field("limit").map(Integer::parseInt).orElse(5000);
        int page = asked.field("page").map(Integer::parseInt).orElse(1);
        ArrayNode data = MAPPER.createArrayNode();
        found.stream().skip((long) limit * (page - 1)).limit(limit).forEach(data::add);
        return MAPPER.createObjectNode()
                .put("status", 200)
                .put("success", true)
                .put("count", data.size())
                .set("data", data)
                .toString();
    }

    @Override
    public void close() {
        source.close();
    }
}
