package io.tocsin.connectors.cap;

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

class CapConnectorTest {

    private static final Map<String, String> FEED = Map.of("feed", "x: http://x.example/a");

    private final CapConnector connector = new CapConnector();

    private static Map<String, String> properties(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>();
        properties.put("cap.url", "http://x.example/a");
        properties.put("cap.source", "x");
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
        "cap.url, ftp://x.example",
        "cap.url, http://u:p@x.example",
        "cap.source, 'a b'",
        "cap.reliability, 2",
        "cap.country, XX",
        "cap.country, Iraq",
        "cap.country.by.sender, noaa.gov",
        "cap.country.by.sender, noaa.gov=USA",
        "cap.entries.max, 0",
        "cap.document.max.bytes, 0"
    })
    void refusesByName(String property, String value) {
        assertThat(errors(properties(Map.of(property, value))))
                .hasSize(1)
                .allSatisfy(error -> assertThat(error).contains(property));
    }

    @Test
    void refusesOffsetsThatItCannotGoOnFrom() {
        Map<String, Object> bad = new HashMap<>(CapCursor.START.toMap());
        bad.put("version", 1L);
        bad.put("chains", "nonsense");

        assertThatThrownBy(() -> connector.alterOffsets(properties(Map.of()), Map.of(FEED, bad)))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("chains");
    }
}
