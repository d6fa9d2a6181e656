package io.tocsin.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tocsin.connectors.mapping.CsvMappings;
import io.tocsin.connectors.reading.Format;
import io.tocsin.connectors.reading.ReadOptions;
import io.tocsin.connectors.reading.ReadOptions.FileEnd;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilesConfigTest {

    private static final Map<String, String> SMALLEST =
            Map.of("files.path", "in", "schema.registry.url", "http://registry:8081");

    private static FilesConfig with(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(SMALLEST);
        properties.putAll(more);
        return new FilesConfig(properties);
    }

    @Test
    void hasDefaults() {
        FilesConfig config = with(Map.of());

        assertThat(config.follow()).isTrue();
        assertThat(config.pollInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.batchSize()).isEqualTo(500);
        assertThat(config.topicPrefix()).isEqualTo("tocsin");
        assertThat(config.readOptions().format()).isEmpty();
        assertThat(config.readOptions().lineMaxBytes()).isEqualTo(1_000_000);
        assertThat(config.readOptions().fileEnd()).isEqualTo(FileEnd.GROWING);
        assertThat(config.readOptions().mappings().names()).isEqualTo(CsvMappings.SHIPPED);
        assertThat(config.taskFiles()).isEmpty();
        assertThat(config.serializerProperties())
                .containsEntry("schema.registry.url", "http://registry:8081")
                .containsEntry("tocsin.max.record.bytes", 1_000_000);
    }

    @Test
    void mapsEveryProperty() {
        FilesConfig config = with(Map.ofEntries(
                Map.entry("files.format", "csv"),
                Map.entry("files.follow", "false"),
                Map.entry("files.poll.interval.ms", "5000"),
                Map.entry("csv.mapping", "ucdp-ged"),
                Map.entry("topic.prefix", "desk"),
                Map.entry("batch.size", "7"),
                Map.entry("line.max.bytes", "9000"),
                Map.entry("auto.register.schemas", "true"),
                Map.entry("schema.registry.ssl.truststore.location", "/t"),
                Map.entry("task.file.1", "b"),
                Map.entry("task.file.0", "a, with comma")));

        ReadOptions options = config.readOptions();
        assertThat(options.format()).contains(Format.CSV);
        assertThat(options.fileEnd()).isEqualTo(FileEnd.FINAL);
        assertThat(options.lineMaxBytes()).isEqualTo(9000);
        assertThat(config.pollInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.topicPrefix()).isEqualTo("desk");
        assertThat(config.batchSize()).isEqualTo(7);
        assertThat(config.serializerProperties())
                .containsEntry("auto.register.schemas", "true")
                .containsEntry("schema.registry.ssl.truststore.location", "/t")
                .containsEntry("tocsin.max.record.bytes", 9000);
        assertThat(config.taskFiles()).containsExactly("a, with comma", "b");
    }

    @ParameterizedTest
    @CsvSource({
        "files.path, ''",
        "files.include, '{'",
        "files.format, xml",
        "files.follow, perhaps",
        "files.poll.interval.ms, 0",
        "csv.mapping, no-such",
        "topic.prefix, 'a b'",
        "topic.prefix, ''",
        "batch.size, 0",
        "line.max.bytes, 0",
        "schema.registry.url, ''",
        "auto.register.schemas, perhaps"
    })
    void refusesAWrongValueByItsName(String name, String value) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> with(Map.of(name, value)))
                .withMessageContaining(name);
    }

    @Test
    void documentsEveryProperty() {
        assertThat(FilesConfig.DEFINITION.configKeys().values()).allSatisfy(key -> {
            assertThat(key.documentation).isNotBlank();
            assertThat(key.group).isNotBlank();
            assertThat(key.displayName).isNotBlank();
        });
    }
}
