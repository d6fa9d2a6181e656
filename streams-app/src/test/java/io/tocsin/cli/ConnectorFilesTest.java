package io.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.app.Configuration;
import io.tocsin.cli.cluster.Client;
import io.tocsin.cli.cluster.Embedding;
import io.tocsin.cli.cluster.Installation;
import io.tocsin.cli.cluster.TopicReader;
import io.tocsin.embedded.EmbeddedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class ConnectorFilesTest {

    private static final String REPORT = "{\"id\":\"x:1\",\"source\":{\"id\":\"x\",\"kind\":\"field\"},"
            + "\"publishedAt\":\"2021-05-04T20:00:00Z\",\"occurrence\":{\"from\":\"2021-05-04T00:00:00Z\","
            + "\"until\":\"2021-05-05T00:00:00Z\",\"precision\":\"day\"},\"category\":\"rocket\","
            + "\"place\":{\"country\":\"IQ\",\"precision\":\"country\"}}\n";

    @TempDir
    Path folder;

    @Test
    void startsEachConnectorOfTheFolderAtTheClusterInThisProcess() throws IOException {
        Path reports = Files.writeString(folder.resolve("reports.jsonl"), REPORT);
        Path connectors = Files.createDirectory(folder.resolve("connectors"));
        Files.writeString(connectors.resolve("files.json"), """
                {"name": "diary", "config": {"connector.class": "io.tocsin.connectors.files.FilesConnector",
                 "tasks.max": 1, "files.path": "%s", "schema.registry.url": "http://registry:8081"}}
                """.formatted(reports));
        Files.writeString(connectors.resolve("notes.txt"), "no connector");
        ConnectorFiles files = ConnectorFiles.read(connectors);

        try (EmbeddedStack stack = Embedding.start(Optional.empty(), progress -> {})) {
            Configuration configuration = Embedding.configured(Configuration.of(Map.of("topic.prefix", "here")), stack);
            try (Client client = Client.connect(configuration)) {
                new Installation(client).create();
                files.startIn(stack.connect(), configuration);

                assertThat(stack.connect().connectors()).containsExactly("diary");
                List<byte[]> published = new ArrayList<>();
                try (TopicReader reader = client.read("here.reports")) {
                    Awaitility.await().untilAsserted(() -> {
                        reader.poll().forEach(record -> published.add(record.value()));
                        assertThat(published).hasSize(1);
                    });
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'{', is no JSON",
        "'[]', is no connector",
        "'{\"name\":\"a\"}', is no connector",
        "'{\"config\":{}}', is no connector",
        "'{\"name\":\"a\",\"config\":{\"b\":[1]}}', b is no text",
    })
    void saysWhichFileIsWrongAndWhatToWrite(String text, String reason) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.json"), text);

        assertThatThrownBy(() -> ConnectorFiles.read(folder))
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(reason)
                .hasMessageContaining("connector.class");
    }

    @Test
    void refusesTwoConnectorsOfOneName() throws IOException {
        for (String name : List.of("one.json", "two.json")) {
            Files.writeString(folder.resolve(name), "{\"name\":\"same\",\"config\":{}}");
        }

        assertThatThrownBy(() -> ConnectorFiles.read(folder)).hasMessageContaining("two.json", "rename one");
    }
}
