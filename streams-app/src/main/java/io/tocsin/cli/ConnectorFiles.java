package io.tocsin.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.app.Configuration;
import io.tocsin.app.Property;
import io.tocsin.cli.terminal.CommandFailure;
import io.tocsin.embedded.EmbeddedConnect;
import io.tocsin.embedded.EmbeddedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Connectors in a folder, a file {@code *.json} each, as Connect's REST API takes them: {@code {"name": …, "config": {…}}}.
 *
 * @param byName their configurations
 */
record ConnectorFiles(Map<String, Map<String, String>> byName) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REMEDY = "; write {\"name\": \"…\", \"config\": {\"connector.class\": \"…\", …}}";

    /** Reads the files of the folder in the order of their names. */
    static ConnectorFiles read(Path folder) {
        Map<String, Map<String, String>> byName = new LinkedHashMap<>();
        for (Path file : files(folder)) {
            JsonNode connector = tree(file);
            String name = connector.path("name").asText();
            if (name.isEmpty() || !connector.path("config").isObject()) {
                throw CommandFailure.no(file + " is no connector" + REMEDY);
            }
            Map<String, String> config = new HashMap<>();
            connector.path("config").properties().forEach(entry -> {
                if (!entry.getValue().isValueNode()) {
                    throw CommandFailure.no(file + ": " + entry.getKey() + " is no text" + REMEDY);
                }
                config.put(entry.getKey(), entry.getValue().asText());
            });
            if (byName.put(name, config) != null) {
                throw CommandFailure.no(
                        file + ": another file in " + folder + " has a connector " + name + " too; rename one");
            }
        }
        return new ConnectorFiles(byName);
    }

    /** Starts all of them in the worker; they publish to the cluster of the configuration. */
    void startIn(EmbeddedConnect worker, Configuration configuration) {
        byName.forEach((name, config) -> {
            Map<String, String> here = new HashMap<>(config);
            here.putAll(configuration.cluster().registry());
            here.putIfAbsent(Property.TOPIC_PREFIX.key(), configuration.topics().prefix());
            try {
                worker.startConnector(name, here);
            } catch (EmbeddedException e) {
                throw CommandFailure.no("connector " + name + " cannot be started: " + e.getMessage());
            }
        });
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw CommandFailure.no("the folder of connectors " + folder + " cannot be read: " + e.getMessage());
        }
    }

    private static JsonNode tree(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw CommandFailure.no(file + " is no JSON: " + e.getOriginalMessage() + REMEDY);
        } catch (IOException e) {
            throw CommandFailure.no(file + " cannot be read: " + e.getMessage());
        }
    }
}
