package io.tocsin.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.apache.kafka.connect.source.SourceConnectorContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilesConnectorTest {

    private static final String BYTES = "org.apache.kafka.connect.converters.ByteArrayConverter";

    @TempDir
    private Path folder;

    private final FilesConnector connector = new FilesConnector();
    private final AtomicInteger reconfigurations = new AtomicInteger();

    @AfterEach
    void stop() {
        connector.stop();
    }

    private Map<String, String> properties(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>();
        properties.put("files.path", folder.toString());
        properties.put("schema.registry.url", "http://127.0.0.1:1");
        properties.put("files.poll.interval.ms", "1");
        properties.putAll(more);
        return properties;
    }

    private void start(Map<String, String> more) {
        connector.initialize(new Context());
        connector.start(properties(more));
    }

    private void create(String... names) throws IOException {
        for (String name : names) {
            Files.createFile(folder.resolve(name));
        }
    }

    private List<List<String>> filesOfTasks(int maxTasks) {
        return connector.taskConfigs(maxTasks).stream()
                .map(FilesConfig::new)
                .map(config -> config.taskFiles().stream()
                        .map(file -> folder.relativize(Path.of(file)).toString())
                        .toList())
                .toList();
    }

    private List<String> errors(Map<String, String> more) {
        return connector.validate(properties(more)).configValues().stream()
                .map(ConfigValue::errorMessages)
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(SourceConnector.class))
                .hasAtLeastOneElementOfType(FilesConnector.class)
                .allSatisfy(found -> assertThat(found.version()).isNotBlank());
    }

    @Test
    void dealsTheMatchingFilesOutInOrder() throws IOException {
        create("c.json", "a.csv", "b.jsonl", "d.csv.gz", "e.ndjson", ".hidden.json", "notes.txt");
        Files.createDirectory(folder.resolve("folder.json"));
        start(Map.of());

        assertThat(filesOfTasks(2))
                .containsExactly(List.of("a.csv", "c.json", "e.ndjson"), List.of("b.jsonl", "d.csv.gz"));
        assertThat(filesOfTasks(9))
                .hasSize(5)
                .allSatisfy(files -> assertThat(files).hasSize(1));
    }

    @Test
    void readsNamedFilesWhateverTheirNamesAndEachOnce() throws IOException {
        create("notes.txt", "a.json");
        start(Map.of("files.path", folder.resolve("notes.txt") + "," + folder + "," + folder.resolve("./a.json")));

        assertThat(filesOfTasks(1)).containsExactly(List.of("a.json", "notes.txt"));
    }

    @Test
    void needsNoTaskWithoutFiles() {
        start(Map.of());

        assertThat(connector.taskConfigs(3)).isEmpty();
    }

    @Test
    void asksForNewTasksWhenAFileComesAndWhenOneGoes() throws IOException {
        create("a.json");
        start(Map.of());
        filesOfTasks(1);

        create("b.json");
        await().until(() -> reconfigurations.get() == 1);
        assertThat(filesOfTasks(1)).containsExactly(List.of("a.json", "b.json"));

        Files.delete(folder.resolve("a.json"));
        await().until(() -> reconfigurations.get() == 2);
        assertThat(filesOfTasks(1)).containsExactly(List.of("b.json"));
    }

    @Test
    void acceptsASmallConfiguration() {
        assertThat(errors(Map.of())).isEmpty();
        assertThat(errors(Map.of("key.converter", BYTES, "value.converter", BYTES)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"key.converter", "value.converter", "header.converter"})
    void refusesAConverterThatWouldChangeTheRecords(String name) {
        assertThat(errors(Map.of(name, "org.apache.kafka.connect.json.JsonConverter")))
                .singleElement()
                .asString()
                .startsWith(name)
                .contains("JsonConverter")
                .contains("set it to org.apache.kafka.connect");
    }

    @Test
    void refusesAPathThatIsNotThere() {
        String missing = folder.resolve("missing").toString();

        assertThat(errors(Map.of("files.path", missing)))
                .singleElement()
                .asString()
                .contains(missing)
                .contains("create it");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> start(Map.of("files.path", missing)))
                .withMessageContaining(missing);
    }

    @Test
    void reportsAWrongValueInsteadOfFailing() {
        assertThat(errors(Map.of("csv.mapping", "no-such")))
                .singleElement()
                .asString()
                .contains("no-such");
        assertThat(errors(Map.of("files.path", ""))).hasSize(1);
    }

    @Test
    void supportsExactlyOnce() {
        assertThat(connector.exactlyOnceSupport(properties(Map.of()))).isEqualTo(ExactlyOnceSupport.SUPPORTED);
    }

    @Test
    void acceptsOffsetsThatTasksCanResumeFromAndAnyRemoval() {
        Map<String, String> file = Map.of("file", "a.json");

        assertThat(connector.alterOffsets(properties(Map.of()), Map.of(file, Map.of("position", 12L))))
                .isTrue();
        assertThatCode(() -> connector.alterOffsets(
                        properties(Map.of()), Collections.singletonMap(Map.of("whatever", 1), null)))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesOffsetsThatNoTaskCanResumeFrom() {
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> connector.alterOffsets(
                        properties(Map.of()), Map.of(Map.of("file", "a.json"), Map.of("position", -1))))
                .withMessageContaining("-1");
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> connector.alterOffsets(
                        properties(Map.of()), Map.of(Map.of("filename", "a.json"), Map.of("position", 1))))
                .withMessageContaining("filename");
    }

    /** Connect's side. */
    private final class Context implements SourceConnectorContext {

        @Override
        public void requestTaskReconfiguration() {
            reconfigurations.incrementAndGet();
        }

        @Override
        public void raiseError(Exception e) {
            throw new AssertionError(e);
        }

        @Override
        public PluginMetrics pluginMetrics() {
            throw new UnsupportedOperationException("the connector has no metrics");
        }

        @Override
        public OffsetStorageReader offsetStorageReader() {
            throw new UnsupportedOperationException("the connector reads no offsets");
        }
    }
}
