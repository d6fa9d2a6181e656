package io.tocsin.connectors.acled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
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

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(SourceConnector.class)).hasAtLeastOneElementOfType(AcledConnector.class);
    }

    @Test
    void acceptsASmallConfigurationAndTheExample() throws Exception {
        JsonNode example =
                new ObjectMapper().readTree(Path.of("examples/acled.json").toFile());
        Map<String, String> config =
                new ObjectMapper().convertValue(example.get("config"), new TypeReference<Map<String, String>>() {});

        assertThat(errors(Map.of())).isEmpty();
        assertThat(connector.validate(config).configValues())
                .flatExtracting(ConfigValue::errorMessages)
                .isEmpty();
        assertThat(config).containsEntry("connector.class", AcledConnector.class.getName());
        assertThat(config.get("acled.password")).startsWith("${");
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
        "acled.token.url, https://user:pass@acleddata.com/",
        "poll.interval.ms, 0",
        "expected.interval.ms, -1",
        "backoff.initial.ms, 0",
        "http.user.agent, ''",
        "http.redirects.max, 21",
        "http.total.timeout.ms, 0",
        "http.response.max.bytes, 0",
        "http.proxy.url, proxy:3128",
        "http.proxy.url, http://user:pass@proxy:3128",
        "ssl.truststore.type, BKS",
        "allow.private.addresses, perhaps",
        "topic.prefix, 'a b'",
        "key.converter, org.apache.kafka.connect.json.JsonConverter"
    })
    void refusesAWrongValueByItsName(String name, String value) {
        assertThat(errors(Map.of(name, value)))
                .singleElement()
                .asString()
                .contains(name)
                .doesNotContain("user:pass");
    }

    @Test
    void hasNoSettingThatSwitchesTheChecksOfTlsOff() {
        assertThat(connector.config().names())
                .noneMatch(name -> name.contains("verif") || name.contains("insecure") || name.contains("trust.all"))
                .noneMatch(name -> name.contains("endpoint.identification"));
    }

    @Test
    void explainsEverySetting() {
        assertThat(connector.config().configKeys().values()).allSatisfy(key -> {
            assertThat(key.documentation).isNotBlank();
            assertThat(key.group).isNotBlank();
            assertThat(key.displayName).isNotBlank();
        });
    }

    @Test
    void needsOneTask() {
        connector.start(properties(Map.of()));

        assertThat(connector.taskConfigs(4))
                .singleElement()
                .satisfies(
                        config -> assertThat(config).containsEntry("task.feeds", "acled: everywhere since 2026-01-01"));
    }

    @Test
    void supportsExactlyOnce() {
        assertThat(connector.exactlyOnceSupport(properties(Map.of()))).isEqualTo(ExactlyOnceSupport.SUPPORTED);
    }

    @Test
    void acceptsOffsetsThatTasksCanResumeFromAndAnyRemoval() {
        assertThat(connector.alterOffsets(properties(Map.of()), Map.of(FEED, offset())))
                .isTrue();
        assertThatCode(() -> connector.alterOffsets(
                        properties(Map.of()), Collections.singletonMap(Map.of("whatever", 1), null)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "version, 2, version 2",
        "version, 0, version 0",
        "page, 0, page",
        "page, one, page",
        "from, -1, from",
        "until, 5, until",
        "stage, reading, READING",
        "prefixes, IRQ, prefixes",
        "surplus, 1, surplus"
    })
    void refusesOffsetsThatNoTaskCanResumeFrom(String entry, String value, String why) {
        Map<String, Object> offset = offset();
        offset.put("from", 10L);
        offset.put(entry, value.matches("-?\\d+") ? (Object) Long.valueOf(value) : value);

        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> connector.alterOffsets(properties(Map.of()), Map.of(FEED, offset)))
                .withMessageContaining(why);
    }

    @Test
    void refusesOffsetsOfFeedsThatAreNotThere() {
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> connector.alterOffsets(
                        properties(Map.of()), Map.of(Map.of("feed", "acled: elsewhere"), offset())))
                .withMessageContaining("acled: elsewhere");
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(
                        () -> connector.alterOffsets(properties(Map.of()), Map.of(Map.of("file", "a.json"), offset())))
                .withMessageContaining("file");
    }
}
