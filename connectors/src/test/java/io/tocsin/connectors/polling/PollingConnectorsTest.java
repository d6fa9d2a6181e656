package io.tocsin.connectors.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all connectors that poll have in common; each is tried with its example. */
class PollingConnectorsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<List<String>> WRONG = List.of(
            List.of("poll.interval.ms", "0"),
            List.of("expected.interval.ms", "-1"),
            List.of("backoff.initial.ms", "0"),
            List.of("http.user.agent", ""),
            List.of("http.redirects.max", "21"),
            List.of("http.total.timeout.ms", "0"),
            List.of("http.response.max.bytes", "0"),
            List.of("http.proxy.url", "proxy:3128"),
            List.of("http.proxy.url", "http://user:pass@proxy:3128"),
            List.of("ssl.truststore.type", "BKS"),
            List.of("allow.private.addresses", "perhaps"),
            List.of("topic.prefix", "a b"),
            List.of("key.converter", "org.apache.kafka.connect.json.JsonConverter"));

    private static Stream<PollingConnector> connectors() {
        return ServiceLoader.load(SourceConnector.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(PollingConnector.class::isInstance)
                .map(PollingConnector.class::cast);
    }

    private static Map<String, String> example(PollingConnector connector) {
        String[] packages = connector.getClass().getPackageName().split("\\.", -1);
        try {
            JsonNode example = JSON.readTree(
                    Path.of("examples", packages[packages.length - 1] + ".json").toFile());
            return JSON.convertValue(example.get("config"), new TypeReference<Map<String, String>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> with(Map<String, String> config, String name, String value) {
        Map<String, String> changed = new HashMap<>(config);
        changed.put(name, value);
        return changed;
    }

    private static List<String> errors(PollingConnector connector, Map<String, String> config) {
        return connector.validate(config).configValues().stream()
                .map(ConfigValue::errorMessages)
                .flatMap(List::stream)
                .toList();
    }

    private static Feed<?> feed(PollingConnector connector) {
        return connector.feeds(example(connector)).get(0);
    }

    private static Map<String, Object> start(PollingConnector connector) {
        return FeedOffset.startOf(feed(connector)).toMap();
    }

    private static void alter(PollingConnector connector, Map<String, ?> partition, Map<String, ?> offset) {
        connector.alterOffsets(example(connector), Collections.singletonMap(partition, offset));
    }

    private static Map<String, String> partition(PollingConnector connector) {
        return new FeedPartition(feed(connector).name()).toMap();
    }

    @Test
    void areFoundAsServices() {
        assertThat(connectors())
                .extracting(connector -> connector.getClass().getSimpleName())
                .containsExactlyInAnyOrder(
                        "AcledConnector", "CapConnector", "GdeltConnector", "NewsConnector", "UcdpConnector");
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void acceptTheirExample(PollingConnector connector) {
        Map<String, String> example = example(connector);

        assertThat(errors(connector, example)).isEmpty();
        assertThat(example)
                .containsEntry("connector.class", connector.getClass().getName());
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void takeSecretsFromAProviderInTheirExample(PollingConnector connector) {
        Map<String, String> example = example(connector);

        assertThat(connector.config().configKeys().values())
                .filteredOn(key -> key.type == ConfigDef.Type.PASSWORD && example.containsKey(key.name))
                .allSatisfy(key -> assertThat(example.get(key.name)).startsWith("${"));
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void refuseAWrongValueByItsName(PollingConnector connector) {
        assertThat(WRONG)
                .allSatisfy(wrong -> assertThat(errors(connector, with(example(connector), wrong.get(0), wrong.get(1))))
                        .singleElement()
                        .asString()
                        .contains(wrong.get(0))
                        .doesNotContain("user:pass"));
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void explainEverySetting(PollingConnector connector) {
        assertThat(connector.config().configKeys().values()).allSatisfy(key -> {
            assertThat(key.documentation).isNotBlank();
            assertThat(key.group).isNotBlank();
            assertThat(key.displayName).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void haveNoSettingThatSwitchesTheChecksOfTlsOff(PollingConnector connector) {
        assertThat(connector.config().names())
                .noneMatch(name -> name.contains("verif") || name.contains("insecure") || name.contains("trust.all"))
                .noneMatch(name -> name.contains("endpoint.identification"));
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void supportExactlyOnce(PollingConnector connector) {
        assertThat(connector.exactlyOnceSupport(example(connector))).isEqualTo(ExactlyOnceSupport.SUPPORTED);
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void letOffsetsBeAlteredThatTasksCanResumeFromAndAnyBeRemoved(PollingConnector connector) {
        assertThatCode(() -> alter(connector, partition(connector), start(connector)))
                .doesNotThrowAnyException();
        assertThatCode(() -> alter(connector, Map.of("whatever", 1), null)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void refuseOffsetsThatNoTaskCanResumeFrom(PollingConnector connector) {
        for (String entry : List.of("version", "surplus")) {
            Map<String, Object> offset = start(connector);
            offset.put(entry, 0L);

            assertThatExceptionOfType(ConnectException.class)
                    .isThrownBy(() -> alter(connector, partition(connector), offset))
                    .withMessageContaining(entry);
        }
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void refuseOffsetsOfFeedsThatAreNotThere(PollingConnector connector) {
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> alter(connector, Map.of("feed", "no such feed"), start(connector)))
                .withMessageContaining("no such feed");
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> alter(connector, Map.of("file", "a.json"), start(connector)))
                .withMessageContaining("file");
    }
}
