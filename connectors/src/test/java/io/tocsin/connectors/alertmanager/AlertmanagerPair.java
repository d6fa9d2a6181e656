package io.tocsin.connectors.alertmanager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.avro.Alert;
import io.tocsin.connectors.SinkPair;
import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.FakeSource.Asked;
import io.tocsin.connectors.web.WebConfig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Two Alertmanagers, which want to be told of every alert as it stands. */
public final class AlertmanagerPair implements SinkPair {

    private static final String PATH = "/api/v2/alerts";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<FakeSource> both = List.of(
            new FakeSource().on(PATH, FakeSource.status(200)), new FakeSource().on(PATH, FakeSource.status(200)));

    @Override
    public List<Map<String, String>> configurations() {
        return both.stream()
                .map(alertmanager -> Map.of(
                        "connector.class",
                        AlertmanagerConnector.class.getName(),
                        "tasks.max",
                        "1",
                        AlertmanagerConfig.URLS,
                        alertmanager.url(""),
                        WebConfig.ALLOW_PRIVATE,
                        "true"))
                .toList();
    }

    @Override
    public List<String> lacking(Collection<Alert> published) {
        Map<String, String> wanted = new HashMap<>();
        published.forEach(
                alert -> wanted.put(alert.getId(), alert.getSeverity().name().toLowerCase(Locale.ROOT)));
        List<String> lacking = new ArrayList<>();
        for (FakeSource alertmanager : both) {
            Map<String, String> told = told(alertmanager);
            wanted.forEach((id, severity) -> {
                if (!severity.equals(told.get(id))) {
                    lacking.add(id + " " + severity);
                }
            });
        }
        return lacking;
    }

    /** The severity of each open alert as it was told last. */
    private static Map<String, String> told(FakeSource alertmanager) {
        Map<String, String> told = new HashMap<>();
        for (Asked asked : alertmanager.asked(PATH)) {
            tree(asked.body()).forEach(posting -> {
                if (Instant.parse(posting.get("endsAt").asText()).isAfter(Instant.now())) {
                    told.put(
                            posting.at("/labels/tocsin_alert").asText(),
                            posting.at("/labels/severity").asText());
                }
            });
        }
        return told;
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    @Override
    public void close() {
        both.forEach(FakeSource::close);
    }
}
