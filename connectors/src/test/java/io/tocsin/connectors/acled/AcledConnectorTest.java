package io.tocsin.connectors.acled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcledConnectorTest {

    private static final Map<String, String> FEED = Map.of("feed", "acled: everywhere since 2026-01-01");

    private final AcledConnector connector = new AcledConnector();

    private static Map<String, String> properties(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>();
        properties.put("acled.username", "desk@example.org");
        properties.put("acled.password", "s3cret");
        properties.put("acled.since", "2026-01-01");
        properties.put("schema.registry.url", "http://127.0.0.1:1");
        properties.putAll(more);
        return properties;
    }

    private List<String> errors(Map<String, String> more) {
        return connector.validate(properties(more)).configValues().stream()
                .map(ConfigValue::errorMessages)
                .flatMap(List::stream)
                .toList();
    }

    private static Map<String, Object> offset() {
        Map<String, Object> offset = new HashMap<>(AcledCursor.START.toMap());
        offset.put("version", 1L);
        return offset;
    }

    @ParameterizedTest
    @CsvSource({
        "acled.username, ''",
        "acled.since, yesterday",
        "acled.since, 2026-02-30",
        "acled.page.size, 0",
        "acled.page.size, 5001",
        "acled.settle.ms, -1",
        "acled.reliability, 1.1",
        "acled.api.url, ftp://acleddata.com/",
        "acled.token.url, https://user:pass@acleddata.com/"
    })
    void refusesAWrongValueByItsName(String name, String value) {
        assertThat(errors(Map.of(name, value)))
                .singleElement()
                .asString()
                .contains(name)
                .doesNotContain("user:pass");
    }

    @Test
    void needsOneTask() {
        connector.start(properties(Map.of()));

        assertThat(connector.taskConfigs(4))
                .singleElement()
                .satisfies(
                        config -> assertThat(config).containsEntry("task.feeds", "acled: everywhere since 2026-01-01"));
    }

    @ParameterizedTest
    @CsvSource({
        "page, 0, page",
        "page, one, page",
        "from, -1, from",
        "until, 5, until",
        "stage, reading, READING",
        "prefixes, IRQ, prefixes"
    })
    void refusesOffsetsThatNoTaskCanResumeFrom(String entry, String value, String why) {
        Map<String, Object> offset = offset();
        offset.put("from", 10L);
        offset.put(entry, value.matches("-?\\d+") ? (Object) Long.valueOf(value) : value);

        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> connector.alterOffsets(properties(Map.of()), Map.of(FEED, offset)))
                .withMessageContaining(why);
    }
}
