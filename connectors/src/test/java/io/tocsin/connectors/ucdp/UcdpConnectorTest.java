package io.tocsin.connectors.ucdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UcdpConnectorTest {

    private static final Map<String, String> FEED = Map.of("feed", "ucdp: everywhere since 2024-01-01");

    private final UcdpConnector connector = new UcdpConnector();

    private static Map<String, String> properties(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>();
        properties.put("ucdp.token", "s3cret");
        properties.put("ucdp.version", "25.1");
        properties.put("ucdp.since", "2024-01-01");
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

    private static Map<String, Object> offset() {
        Map<String, Object> offset = new HashMap<>(UcdpCursor.START.toMap());
        offset.put("version", 1L);
        return offset;
    }

    @ParameterizedTest
    @CsvSource({
        "ucdp.version, newest",
        "ucdp.version, 25.0.3",
        "ucdp.since, 2024-02-30",
        "ucdp.countries, Iraq",
        "ucdp.page.size, 1001",
        "ucdp.reliability, -1",
        "ucdp.api.url, ucdp"
    })
    void refusesAWrongValueByItsName(String name, String value) {
        assertThat(errors(properties(Map.of(name, value))))
                .singleElement()
                .asString()
                .contains(name);
    }

    @ParameterizedTest
    @CsvSource({
        "page, -1, page",
        "stage, resting, RESTING",
        "stage, rows, reading",
        "yearly, 25, 25",
        "candidate, 25.0.13, month 13"
    })
    void refusesOffsetsThatNoTaskCanResumeFrom(String entry, String value, String why) {
        Map<String, Object> offset = offset();
        offset.put(entry, value.matches("-?\\d+") ? (Object) Long.valueOf(value) : value);

        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> connector.alterOffsets(properties(Map.of()), Map.of(FEED, offset)))
                .withMessageContaining(why);
    }
}
