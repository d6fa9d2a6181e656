package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tocsin.topology.History;
import io.tocsin.topology.TopologySettings.Clock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationTest {

    private static final Map<String, String> CLUSTER = Map.of(
            "bootstrap.servers", "kafka:9092",
            "schema.registry.url", "http://registry:8081",
            "state.dir", "/var/lib/tocsin");

    @TempDir
    Path folder;

    @Test
    void hasADefaultForEverything() {
        Configuration configuration = Configuration.of(Map.of());

        assertThat(configuration)
                .isEqualTo(new Configuration(
                        new Configuration.Cluster(
                                Optional.empty(),
                                "tocsin",
                                6,
                                (short) -1,
                                2,
                                1,
                                Optional.empty(),
                                "classic",
                                Optional.empty(),
                                67_108_864,
                                268_435_456,
                                10_000,
                                Duration.ofSeconds(20),
                                Map.of(),
                                Map.of()),
                        new Configuration.Http("127.0.0.1", 8080, Optional.empty(), Optional.empty(), 200),
                        configuration.topics(),
                        Clock.WALL,
                        Duration.ofHours(26),
                        Duration.ofSeconds(1),
                        new History(Duration.ofDays(36_500), 5_000_000, Duration.ofDays(30)),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(configuration.topics().reports().name()).isEqualTo("tocsin.reports");
    }

    @Test
    void mapsEveryProperty() {
        Map<String, String> values = everyProperty();
        assertThat(values.keySet())
                .containsAll(Arrays.stream(Property.values()).map(Property::key).toList());

        Configuration configuration = Configuration.of(values);

        assertThat(configuration)
                .isEqualTo(new Configuration(
                        new Configuration.Cluster(
                                Optional.of("a:1,b:2"),
                                "alarm",
                                12,
                                (short) 3,
                                4,
                                2,
                                Optional.of("pod-1"),
                                "streams",
                                Optional.of(Path.of("/state")),
                                1_000,
                                100_000_000,
                                50,
                                Duration.ofMinutes(1),
                                Map.of("security.protocol", "SSL"),
                                Map.of(
                                        "schema.registry.url", "http://r:1",
                                        "schema.registry.basic.auth.user.info", "u:p")),
                        new Configuration.Http(
                                "0.0.0.0", 0, Optional.of(Path.of("/tokens")), Optional.of(Path.of("/hooks")), 7),
                        configuration.topics(),
                        Clock.STREAM,
                        Duration.ofDays(2),
                        Duration.ofMillis(250),
                        new History(Duration.ofDays(90), 1_000, Duration.ofDays(7)),
                        Optional.of(Path.of("/sites.tsv")),
                        Optional.of(Path.of("/rules.yaml"))));
        assertThat(configuration.topics().reports().name()).isEqualTo("iraq.reports");
    }

    private static Map<String, String> everyProperty() {
        Map<String, String> values = new HashMap<>();
        values.put("bootstrap.servers", " a:1,b:2 ");
        values.put("schema.registry.url", "http://r:1");
        values.put("schema.registry.basic.auth.user.info", "u:p");
        values.put("kafka.security.protocol", "SSL");
        values.put("application.id", "alarm");
        values.put("topic.prefix", "iraq");
        values.put("partitions", "12");
        values.put("replication.factor", "3");
        values.put("clock", "stream");
        values.put("rules.file", "/rules.yaml");
        values.put("threads", "4");
        values.put("standby.replicas", "2");
        values.put("instance.id", "pod-1");
        values.put("group.protocol", "streams");
        values.put("state.dir", "/state");
        values.put("cache.bytes", "1000");
        values.put("state.memory.bytes", "100000000");
        values.put("ahead", "2d");
        values.put("history", "90d");
        values.put("places.sites", "/sites.tsv");
        values.put("history.reports", "1000");
        values.put("articles.kept", "7d");
        values.put("tick", "250ms");
        values.put("http.host", "0.0.0.0");
        values.put("http.port", "0");
        values.put("http.tokens.file", "/tokens");
        values.put("http.hooks.file", "/hooks");
        values.put("http.reports.per.second", "7");
        values.put("ready.max.lag", "50");
        values.put("shutdown.timeout", "1m");
        return values;
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("wrong")
    void refusesAWrongValueNamingPropertyValueAndRemedy(String property, String value, String remedy) {
        Map<String, String> values = new HashMap<>(CLUSTER);
        values.put(property, value);

        assertThatThrownBy(() -> Configuration.of(values))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(property + " = \"" + value + "\": ")
                .hasMessageContaining(remedy);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("schema.registry.url", "", "TOCSIN_SCHEMA_REGISTRY_URL"),
                arguments("state.dir", "", "TOCSIN_STATE_DIR"),
                arguments("application.id", "", "TOCSIN_APPLICATION_ID"),
                arguments("application.id", "my app", "letters"),
                arguments("topic.prefix", "", "TOCSIN_TOPIC_PREFIX"),
                arguments("topic.prefix", "a b", "letters"),
                arguments("topic.prefix", "x".repeat(300), "letters"),
                arguments("instance.id", "pod/1", "letters"),
                arguments("partitions", "0", "from 1 to 10000"),
                arguments("partitions", "many", "from 1 to 10000"),
                arguments("replication.factor", "-2", "from 1 to 100"),
                arguments("replication.factor", "0", "from 1 to 100"),
                arguments("threads", "0", "from 1 to 256"),
                arguments("threads", "257", "from 1 to 256"),
                arguments("standby.replicas", "-1", "from 0 to 100"),
                arguments("group.protocol", "kafka", "classic, streams"),
                arguments("cache.bytes", "-1", "from 0 to"),
                arguments("cache.bytes", "64MB", "from 0 to"),
                arguments("state.memory.bytes", "1000", "from 33554432 to"),
                arguments("ready.max.lag", "-1", "from 0 to"),
                arguments("clock", "WALL", "wall, stream"),
                arguments("ahead", "a day", "26h"),
                arguments("tick", "1", "500ms"),
                arguments("tick", "0s", "longer than 0"),
                arguments("tick", "-1s", "500ms"),
                arguments("shutdown.timeout", "1w", "3d"),
                arguments("http.port", "65536", "from 0 to 65535"),
                arguments("http.host", "0.0.0.0", "http.tokens.file"),
                arguments("http.host", "192.0.2.1", "http.tokens.file"),
                arguments("http.host", "no.such.host.invalid", "no such host"));
    }

    @Test
    void refusesAnUnknownPropertyByName() {
        assertThatThrownBy(() -> Configuration.of(Map.of("partition", "3")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("unknown property \"partition\"");
    }

    @Test
    void letsTheEnvironmentWin() throws IOException {
        Path file = folder.resolve("tocsin.properties");
        Files.writeString(file, """
                # a comment
                threads = 7
                partitions=3
                kafka.security.protocol=PLAINTEXT
                """);

        Configuration configuration = Configuration.read(
                Optional.of(file),
                Map.of(
                        "TOCSIN_THREADS", "5",
                        "TOCSIN_KAFKA_SECURITY_PROTOCOL", "SSL",
                        "TOCSIN_SCHEMA_REGISTRY_URL", "http://r:1",
                        "TOCSIN_SCHEMA_REGISTRY_SSL_KEYSTORE_LOCATION", "/k",
                        "TOCSIN_SERVICE_HOST", "10.0.0.1",
                        "PATH", "/bin"));

        assertThat(configuration.cluster().threads()).isEqualTo(5);
        assertThat(configuration.cluster().partitions()).isEqualTo(3);
        assertThat(configuration.cluster().kafka()).isEqualTo(Map.of("security.protocol", "SSL"));
        assertThat(configuration.cluster().registry())
                .isEqualTo(Map.of("schema.registry.url", "http://r:1", "schema.registry.ssl.keystore.location", "/k"));
    }

    @Test
    void needsTheFileThatItIsGiven() {
        Path none = folder.resolve("none.properties");

        assertThatThrownBy(() -> Configuration.read(Optional.of(none), Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(none.toString());
    }

    @Test
    void takesLoopbackInAllItsSpellings() {
        for (String host : List.of("127.0.0.1", "127.1.2.3", "localhost", "::1")) {
            assertThat(Configuration.of(Map.of("http.host", host)).http().host())
                    .isEqualTo(host);
        }
    }

    @ParameterizedTest
    @EnumSource(Property.class)
    void everyPropertySaysWhatItIsFor(Property property) {
        assertThat(property.meaning()).isNotBlank().doesNotEndWith(".");
        assertThat(Property.of(property.key())).hasValue(property);
        Set<String> variables =
                Arrays.stream(Property.values()).map(Property::variable).collect(Collectors.toSet());
        assertThat(variables).hasSameSizeAs(Property.values());
    }
}
