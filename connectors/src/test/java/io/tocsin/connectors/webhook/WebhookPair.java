package io.tocsin.connectors.webhook;

import io.tocsin.avro.Alert;
import io.tocsin.connectors.SinkPair;
import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.FakeSource.Asked;
import io.tocsin.connectors.web.WebConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Two endpoints, which want to be told of every transition. */
public final class WebhookPair implements SinkPair {

    private static final String PATH = "/hook";

    private final List<FakeSource> both = List.of(
            new FakeSource().on(PATH, FakeSource.status(200)), new FakeSource().on(PATH, FakeSource.status(200)));

    @Override
    public List<Map<String, String>> configurations() {
        return both.stream()
                .map(endpoint -> Map.of(
                        "connector.class",
                        WebhookConnector.class.getName(),
                        "tasks.max",
                        "1",
                        WebhookConfig.URL,
                        endpoint.url(PATH),
                        WebConfig.ALLOW_PRIVATE,
                        "true"))
                .toList();
    }

    @Override
    public List<String> lacking(Collection<Alert> published) {
        List<String> lacking = new ArrayList<>();
        for (FakeSource endpoint : both) {
            Set<String> told = new HashSet<>();
            for (Asked asked : endpoint.asked(PATH)) {
                Optional<String> key = asked.header("idempotency-key");
                key.ifPresent(told::add);
            }
            published.stream()
                    .map(alert -> alert.getId() + ":" + alert.getSequence())
                    .filter(key -> !told.contains(key))
                    .forEach(lacking::add);
        }
        return lacking;
    }

    @Override
    public void close() {
        both.forEach(FakeSource::close);
    }
}
