package io.tocsin.connectors.cap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceConnector;
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

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(SourceConnector.class)).hasAtLeastOneElementOfType(CapConnector.class);
    }

    @Test
    void acceptsASmallConfigurationAndTheExample() throws Exception {
        JsonNode example =
                new ObjectMapper().readTree(Path.of("examples/cap.json").toFile());
        Map<String, String> config =
                new ObjectMapper().convertValue(example.get("config"), new TypeReference<Map<String, String>>() {});

        assertThat(errors(properties(Map.of()))).isEmpty();
        assertThat(errors(config)).isEmpty();
        assertThat(config).containsEntry("connector.class", CapConnector.class.getName());
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
    void letsOffsetsBeAlteredThatItCanGoOnFrom() {
        Map<String, Object> good = new HashMap<>(CapCursor.START.toMap());
        good.put("version", 1L);
        Map<String, Object> bad = new HashMap<>(good);
        bad.put("chains", "nonsense");

        assertThat(connector.alterOffsets(properties(Map.of()), Map.of(FEED, good)))
                .isTrue();
        assertThatThrownBy(() -> connector.alterOffsets(properties(Map.of()), Map.of(FEED, bad)))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("chains");
    }
}
