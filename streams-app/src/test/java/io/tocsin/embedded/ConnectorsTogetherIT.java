package io.tocsin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.app.Configuration;
import io.tocsin.avro.Article;
import io.tocsin.avro.Report;
import io.tocsin.cli.cluster.Client;
import io.tocsin.cli.cluster.Embedding;
import io.tocsin.cli.cluster.Installation;
import io.tocsin.cli.cluster.TopicReader;
import io.tocsin.connectors.SourcePair;
import io.tocsin.connectors.acled.AcledPair;
import io.tocsin.connectors.cap.CapPair;
import io.tocsin.connectors.files.FilesConnector;
import io.tocsin.connectors.news.NewsPair;
import io.tocsin.schemas.serde.AvroSerde;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.runtime.Connect;
import org.apache.kafka.connect.runtime.distributed.DistributedHerder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two connectors of each kind of source, together: in the embedded worker, and in a cluster that a second worker joins, with
 * exactly-once support. Each report and each article is published once.
 */
@Timeout(300)
class ConnectorsTogetherIT {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static EmbeddedStack stack;

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        stack = EmbeddedStack.start(EmbeddedStack.Options.temporary(), progress -> {});
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void runInTheEmbeddedWorker() throws IOException {
        try (Sources sources = new Sources(folder);
                Published published = new Published("alone")) {
            sources.configurations().forEach((name, config) -> {
                Map<String, String> here = new HashMap<>(config);
                here.put("topic.prefix", "alone");
                here.put("schema.registry.url", stack.registryUrl().toString());
                stack.connect().startConnector(name, here);
            });
            published.awaitExactly(sources);
            sources.tellMore();
            published.awaitExactly(sources);
            sources.configurations().keySet().forEach(stack.connect()::removeConnector);
        }
    }

    @Test
    void runInAClusterThatASecondWorkerJoins() throws Exception {
        try (Sources sources = new Sources(folder);
                Published published = new Published("shared");
                Worker first = Worker.start()) {
            for (Map.Entry<String, Map<String, String>> each :
                    sources.configurations().entrySet()) {
                Map<String, String> config = new HashMap<>(each.getValue());
                config.put("topic.prefix", "shared");
                config.put("schema.registry.url", stack.registryUrl().toString());
                put(first, each.getKey(), config);
            }
            published.awaitExactly(sources);

            try (Worker second = Worker.start()) {
                sources.tellMore();
                awaitTasksOn(second);
                published.awaitExactly(sources);
            }
        }
    }

    /** Puts a connector into the cluster; while that is made up anew it answers 409. */
    private void put(Worker worker, String name, Map<String, String> config) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(worker.url().resolve("/connectors/" + name + "/config"))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(config)))
                .build();
        await().atMost(LONG).untilAsserted(() -> {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        });
    }

    private void awaitTasksOn(Worker worker) {
        HttpRequest request = HttpRequest.newBuilder(worker.url().resolve("/connectors?expand=status"))
                .build();
        String place = "\"worker_id\":\"" + worker.url().getAuthority() + "\"";
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(http.send(request, HttpResponse.BodyHandlers.ofString())
                                .body())
                        .contains(place));
    }

    /** All sources, two of each kind. */
    private static final class Sources implements AutoCloseable {

        private final List<SourcePair> pairs = List.of(new AcledPair(), new CapPair(), new NewsPair());
        private final List<Path> files;
        private int lines;

        Sources(Path folder) throws IOException {
            files = List.of(folder.resolve("one.jsonl"), folder.resolve("two.jsonl"));
            appendToFiles();
        }

        Map<String, Map<String, String>> configurations() {
            Map<String, Map<String, String>> all = new TreeMap<>();
            for (SourcePair pair : pairs) {
                pair.configurations()
                        .forEach(config -> all.put(pair.getClass().getSimpleName() + "-" + all.size(), config));
            }
            files.forEach(file -> all.put(
                    "files-" + file.getFileName(),
                    Map.of(
                            "connector.class",
                            FilesConnector.class.getName(),
                            "tasks.max",
                            "1",
                            "files.path",
                            file.toString())));
            return all;
        }

        void tellMore() throws IOException {
            pairs.forEach(SourcePair::tellMore);
            appendToFiles();
        }

        private void appendToFiles() throws IOException {
            for (Path file : files) {
                for (int line = lines; line < lines + 3; line++) {
                    Files.writeString(
                            file,
                            report(file.getFileName() + "-" + line),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND);
                }
            }
            lines += 3;
        }

        /** How many reports, or articles, there should be by kind. */
        Map<String, Integer> told() {
            Map<String, Integer> told = new TreeMap<>();
            pairs.forEach(pair -> told.put(pair.getClass().getSimpleName(), pair.told()));
            told.put("files", lines * files.size());
            return told;
        }

        String kind(String source) {
            return pairs.stream()
                    .filter(pair -> pair.isFrom(source))
                    .map(pair -> pair.getClass().getSimpleName())
                    .findFirst()
                    .orElse("files");
        }

        @Override
        public void close() {
            pairs.forEach(SourcePair::close);
        }

        private static String report(String id) {
            return ("{\"id\":\"%s\",\"source\":{\"id\":\"diary\",\"kind\":\"field\"},"
                            + "\"publishedAt\":\"2021-05-04T20:00:00Z\",\"occurrence\":{\"from\":\"2021-05-04T00:00:00Z\","
                            + "\"until\":\"2021-05-05T00:00:00Z\",\"precision\":\"day\"},\"category\":\"rocket\","
                            + "\"place\":{\"country\":\"IQ\",\"precision\":\"country\"}}\n")
                    .formatted(id);
        }
    }

    /** What is committed on the topics of one installation, counted. */
    private static final class Published implements AutoCloseable {

        private final Client client;
        private final TopicReader reports;
        private final TopicReader articles;
        private final AvroSerde<Report> reportSerde;
        private final AvroSerde<Article> articleSerde;
        private final Map<String, Integer> times = new TreeMap<>();
        private final Map<String, String> sources = new HashMap<>();

        Published(String prefix) {
            client = Client.connect(Embedding.configured(Configuration.of(Map.of("topic.prefix", prefix)), stack));
            new Installation(client).create();
            reports = client.read(client.topics().reports().name());
            articles = client.read(client.topics().articles().name());
            reportSerde = client.serde(Report.class);
            articleSerde = client.serde(Article.class);
        }

        /** Waits until everything told is there, and checks that nothing is there twice. */
        void awaitExactly(Sources told) {
            await().atMost(LONG).untilAsserted(() -> {
                read();
                Map<String, Integer> byKind = new TreeMap<>();
                told.told().keySet().forEach(kind -> byKind.put(kind, 0));
                times.keySet().forEach(id -> byKind.merge(told.kind(sources.get(id)), 1, Integer::sum));
                assertThat(byKind).isEqualTo(told.told());
            });
            assertThat(times)
                    .allSatisfy((id, number) -> assertThat(number).as(id).isEqualTo(1));
        }

        private void read() {
            reports.poll().forEach(record -> {
                Report report = reportSerde.deserializer().deserialize(record.topic(), record.value());
                count(
                        report.getId() + ", revision " + report.getRevision(),
                        report.getSource().getId());
            });
            articles.poll().forEach(record -> {
                Article article = articleSerde.deserializer().deserialize(record.topic(), record.value());
                count(article.getUrl(), article.getSource().getId());
            });
        }

        private void count(String id, String source) {
            times.merge(id, 1, Integer::sum);
            sources.put(id, source);
        }

        @Override
        public void close() {
            reports.close();
            articles.close();
            reportSerde.close();
            articleSerde.close();
            client.close();
        }
    }

    /** A worker of a distributed cluster. */
    private record Worker(Connect<DistributedHerder> connect, URI url) implements AutoCloseable {

        static Worker start() throws IOException {
            int port;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            Map<String, String> properties = new HashMap<>();
            properties.put("bootstrap.servers", stack.bootstrapServers());
            properties.put("group.id", "together");
            properties.put("listeners", "http://127.0.0.1:" + port);
            properties.put("key.converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
            properties.put("value.converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
            properties.put("plugin.discovery", "service_load");
            properties.put("exactly.once.source.support", "enabled");
            properties.put("offset.flush.interval.ms", "500");
            properties.put("scheduled.rebalance.max.delay.ms", "0");
            for (String topic : List.of("config", "offset", "status")) {
                properties.put(topic + ".storage.topic", "together-" + topic);
                properties.put(topic + ".storage.replication.factor", "1");
            }
            properties.put("offset.storage.partitions", "1");
            properties.put("status.storage.partitions", "1");
            return new Worker(
                    new ConnectDistributed().startConnect(properties), URI.create("http://127.0.0.1:" + port));
        }

        @Override
        public void close() {
            connect.stop();
            connect.awaitStop();
        }
    }
}
