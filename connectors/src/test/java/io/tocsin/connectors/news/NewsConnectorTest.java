package io.tocsin.connectors.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsConnectorTest {

    private static final Map<String, String> FEED = Map.of("feed", "a");

    private final NewsConnector connector = new NewsConnector();

    private static Map<String, String> properties(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>();
        properties.put("news.feeds", "[{name: a, url: 'http://x.example/a'}]");
        properties.put("schema.registry.url", "http://127.0.0.1:1");
        properties.putAll(more);
        return properties;
    }

    private List<String> errors(Map<String, String> config) {
        return connector.validate(config).configValues().stream()
                .map(ConfigValue::errorMessages)
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "news.feeds, ''",
        "news.feeds, '[{name: a}]'",
        "news.reliability, -1",
        "news.text.whole.chars, 0",
        "news.page.max.bytes, 1",
        "news.page.timeout.ms, 0"
    })
    void refusesByName(String property, String value) {
        assertThat(errors(properties(Map.of(property, value))))
                .hasSize(1)
                .allSatisfy(error -> assertThat(error).contains(property));
    }

    @Test
    void refusesOffsetsThatItCannotGoOnFrom() {
        Map<String, Object> bad = new HashMap<>(NewsCursor.START.toMap());
        bad.put("version", 1L);
        bad.put("known", "nonsense");

        assertThatThrownBy(() -> connector.alterOffsets(properties(Map.of()), Map.of(FEED, bad)))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("known");
    }
}
