package io.tocsin.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SerdeConfigTest {

    @Test
    void hasSafeDefaults() {
        SerdeConfig config = SerdeConfig.of(Map.of(), false);

        assertThat(config)
                .isEqualTo(new SerdeConfig(
                        List.of(),
                        false,
                        false,
                        true,
                        false,
                        true,
                        false,
                        SubjectNaming.TOPIC,
                        false,
                        1000,
                        1 << 20,
                        Duration.ofSeconds(10),
                        Map.of()));
    }

    @Test
    void takesEveryPropertyAsText() {
        Map<String, String> properties = Map.ofEntries(
                Map.entry("schema.registry.url", "http://a:1, http://b:2"),
                Map.entry("use.latest.version", "true"),
                Map.entry("latest.compatibility.strict", "false"),
                Map.entry("normalize.schemas", "true"),
                Map.entry("specific.avro.reader", "false"),
                Map.entry("avro.use.logical.type.converters", "true"),
                Map.entry("key.subject.name.strategy", "RecordNameStrategy"),
                Map.entry("value.subject.name.strategy", "TopicRecordNameStrategy"),
                Map.entry("max.schemas.per.subject", "5"),
                Map.entry("tocsin.max.record.bytes", "6"),
                Map.entry("tocsin.unknown.schema.id.ttl.ms", "7"),
                Map.entry("http.read.timeout.ms", "8"));

        SerdeConfig config = SerdeConfig.of(properties, true);

        assertThat(config)
                .isEqualTo(new SerdeConfig(
                        List.of("http://a:1", "http://b:2"),
                        false,
                        true,
                        false,
                        true,
                        false,
                        true,
                        SubjectNaming.RECORD,
                        true,
                        5,
                        6,
                        Duration.ofMillis(7),
                        Map.copyOf(properties)));
    }

    @ParameterizedTest
    @CsvSource({
        "auto.register.schemas, perhaps",
        "basic.auth.credentials.source, SOMEWHERE",
        "schema.registry.basic.auth.credentials.source, SOMEWHERE",
        "bearer.auth.credentials.source, OAUTHBEARER",
        "value.subject.name.strategy, com.example.MyStrategy",
        "max.schemas.per.subject, 0",
        "tocsin.max.record.bytes, 0",
        "tocsin.unknown.schema.id.ttl.ms, -1"
    })
    void refusesWrongValuesByName(String property, String value) {
        assertThatThrownBy(() -> SerdeConfig.of(Map.of(property, value), false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(property)
                .hasMessageContaining(value);
    }

    @Test
    void refusesToRegisterAndToUseTheLatestAtOnce() {
        assertThatThrownBy(() ->
                        SerdeConfig.of(Map.of("auto.register.schemas", "true", "use.latest.version", "true"), false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("auto.register.schemas");
    }

    @Test
    void leavesOtherPeoplesPropertiesAlone() {
        assertThat(SerdeConfig.of(Map.of("bootstrap.servers", "x:1", "schema.registry.colour", "red"), false)
                        .client())
                .hasSize(2);
    }

    @Test
    void tellsNoSecret() {
        assertThat(SerdeConfig.of(Map.of("basic.auth.user.info", "desk:secret"), false)
                        .toString())
                .doesNotContain("secret");
    }
}
