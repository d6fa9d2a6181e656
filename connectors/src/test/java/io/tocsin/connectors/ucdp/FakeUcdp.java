package io.tocsin.connectors.ucdp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.FakeSource.Asked;
import io.tocsin.connectors.polling.PollingRig;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** UCDP's API as its documentation describes it: releases in pages from 0 on, with the rows' number, for who shows the token. */
final class FakeUcdp implements AutoCloseable {

    static final String TOKEN = "s3cret token";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final FakeSource source = new FakeSource();
    private final Map<String, List<ObjectNode>> releases = new TreeMap<>();

    FakeSource source() {
        return source;
    }

    /** The settings that lead here. */
    PollingRig configure(PollingRig rig) {
        return rig.with("ucdp.token", TOKEN)
                .with("ucdp.version", "25.1")
                .with("ucdp.since", "2024-01-01")
                .with("ucdp.page.size", "3")
                .with("ucdp.api.url", source.url("/api"));
    }

    static String path(String version) {
        return "/api/gedevents/" + version;
    }

    /** A row, all cells as usual. */
    static ObjectNode row(int id) {
        return MAPPER.createObjectNode()
                .put("id", id)
                .put("relid", "IRQ-2024-1-524-" + id)
                .put("year", 2024)
                .put("code_status", "Clear")
                .put("type_of_violence", 1)
                .put("conflict_name", "Iraq: Government")
                .put("dyad_name", "Government of Iraq - IS")
                .put("side_a", "Government of Iraq")
                .put("side_b", "IS")
                .put("number_of_sources", -1)
                .put(
                        "source_article",
                        "\"Agence France Presse,2024-03-05,Iraq, again\";\"Reuters News,2024-03-06,\"\"Two\"\" dead\"")
                .put("source_office", "")
                .put("source_headline", "Iraq, again")
                .put("where_prec", 1)
                .put("where_coordinates", "Al Fallūjah town")
                .put("adm_1", "Al Anbār province")
                .putNull("adm_2")
                .put("latitude", 33.355813)
                .put("longitude", 43.786124)
                .put("country", "Iraq")
                .put("country_id", 645)
                .put("event_clarity", 1)
                .put("date_prec", 1)
                .put("date_start", "2024-03-04T00:00:00")
                .put("date_end", "2024-03-04T00:00:00")
                .put("deaths_a", 1)
                .put("deaths_b", 2)
                .put("deaths_civilians", 3)
                .put("deaths_unknown", 0)
                .put("best", 6)
                .put("high", 8)
                .put("low", 5);
    }

    /** A release is out, or out again. */
    FakeUcdp release(String version, ObjectNode... rows) {
        releases.put(version, Arrays.asList(rows));
        source.on(path(version), (asked, exchange) -> answer(version, asked, exchange));
        return this;
    }

    private void answer(String version, Asked asked, FakeSource.Exchange exchange)
            throws IOException, InterruptedException {
        boolean known =
                asked.header("x-ucdp-access-token").filter(TOKEN::equals).isPresent();
        if (!known) {
            FakeSource.status(401).to(asked, exchange);
            return;
        }
        int size = asked.field("pagesize").map(Integer::parseInt).orElse(100);
        int page = asked.field("page").map(Integer::parseInt).orElse(0);
        List<ObjectNode> all = releases.get(version);
        ArrayNode result = MAPPER.createArrayNode();
        all.stream().skip((long) size * page).limit(size).forEach(result::add);
        ObjectNode body = MAPPER.createObjectNode()
                .put("TotalCount", all.size())
                .put("TotalPages", (all.size() + size - 1) / size)
                .put("PreviousPageUrl", "")
                .put("NextPageUrl", "");
        body.set("Result", result);
        FakeSource.json(body.toString()).to(asked, exchange);
    }

    @Override
    public void close() {
        source.close();
    }
}
