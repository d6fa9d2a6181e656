package io.tocsin.connectors.gdelt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GdeltConnectorTest {

    private static final Map<String, String> FEED =
            Map.of("feed", "gdelt: http://data.gdeltproject.org/gdeltv2/lastupdate.txt");

    private final GdeltConnector connector = new GdeltConnector();

    private static Map<String, String> properties(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>();
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
        Map<String, Object> offset = new HashMap<>(GdeltCursor.START.toMap());
        offset.put("version", 1L);
        return offset;
    }

    @ParameterizedTest
    @CsvSource({
        "gdelt.countries, Iraq",
        "gdelt.catch.up.ms, 1",
        "gdelt.file.tries, 0",
        "gdelt.step.size, 0",
        "gdelt.reliability, 2",
        "gdelt.list.url, ftp://gdelt/",
        "gdelt.master.url, gdelt"
    })
    void refusesAWrongValueByItsName(String name, String value) {
        assertThat(errors(properties(Map.of(name, value))))
                .singleElement()
                .asString()
                .contains(name);
    }

    @ParameterizedTest
    @CsvSource({"done, -1, done", "files, one, files", "published, 5, published"})
    void refusesOffsetsThatNoTaskCanResumeFrom(String entry, String value, String why) {
        Map<String, Object> offset = offset();
        offset.put(entry, value.matches("-?\\d+") ? (Object) Long.valueOf(value) : value);

        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> connector.alterOffsets(properties(Map.of()), Map.of(FEED, offset)))
                .withMessageContaining(why);
    }
}
