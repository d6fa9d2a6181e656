package io.tocsin.app;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static io.tocsin.fixtures.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tocsin.avro.Alert;
import io.tocsin.avro.Report;
import io.tocsin.avro.Transition;
import io.tocsin.schemas.json.JsonForm;
import io.tocsin.schemas.topics.Topic;
import io.tocsin.schemas.topics.TopicCatalogue;
import io.tocsin.topology.ReportRecords;
import io.tocsin.watch.Severity;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An instance on a real broker: its topics, its start and its end, and what it says of itself. */
@Timeout(180)
class TocsinAppIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    static Path data;

    private static TestCluster cluster;

    @TempDir
    Path state;

    @BeforeAll
    static void start() {
        cluster = new TestCluster(data, 2);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void createsTheTopicsThatAreMissingAndLeavesTheOthers() throws Exception {
        TopicCatalogue catalogue = TopicCatalogue.withPrefix("fresh");
        Topics topics = new Topics(cluster.admin(), catalogue);
        List<String> names = catalogue.all().stream().map(Topic::name).toList();

        assertThat(topics.check()).allSatisfy(topic -> {
            assertThat(topic.isFine()).isFalse();
            assertThat(topic.differences()).containsExactly("is missing");
        });
        assertThatThrownBy(topics::reportPartitions)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("fresh.reports does not exist")
                .hasMessageContaining("tocsin topics --create");

        assertThat(topics.create(3, (short) 1)).containsExactlyElementsOf(names);
        assertThat(topics.check()).allMatch(Topics.State::isFine);
        assertThat(topics.reportPartitions()).isEqualTo(3);
        assertThat(topics.create(5, (short) -1)).isEmpty();
        assertThat(topics.reportPartitions()).isEqualTo(3);

        alter("fresh.incidents", "cleanup.policy", "delete");
        await().untilAsserted(() -> assertThat(topics.check())
                .filteredOn(topic -> !topic.isFine())
                .containsExactly(new Topics.State(
                        "fresh.incidents", Optional.of(3), List.of("cleanup.policy is delete, should be compact"))));
    }

    @Test
    void refusesToStartWithoutItsTopics() {
        Map<String, String> configuration = configuration("nowhere");
        configuration.put("topic.prefix", "nowhere");

        assertThatThrownBy(() -> TocsinApp.start(Configuration.of(configuration)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("nowhere.reports does not exist");
    }

    @Test
    void becomesReadyAnnouncesOnWallTimeAndStopsCleanly() throws Exception {
        TopicCatalogue topics = topics("whole");
        Map<String, String> configuration = configuration("whole");
        configuration.put("clock", "wall");
        TocsinApp app = TocsinApp.start(Configuration.of(configuration));
        try (app) {
            await().atMost(LONG).until(app::isReady);
            // a rebalance that follows the first makes it unready for a moment
            await().atMost(LONG).until(() -> get(app, "/health/ready").statusCode() == 200);
            assertThat(get(app, "/health/live").statusCode()).isEqualTo(200);
            assertThat(get(app, "/metrics").body())
                    .contains(
                            "tocsin_ready 1.0", "tocsin_dead_letters_total{reason=\"truncated\"} 0.0", "kafka_stream");

            cluster.put(topics, aRule().id("one").level(Severity.WATCH, 1).build());
            cluster.send(cluster.record(topics, aReport().build()));

            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(cluster.committed(topics.alerts()))
                            .extracting(Alert::getTransition)
                            .containsExactly(Transition.OPENED, Transition.RESOLVED));
            assertThat(get(app, "/metrics").body())
                    .contains("tocsin_alerts_total{rule=\"one\",severity=\"watch\",transition=\"opened\"} 1.0");

            String pushed = JsonForm.of(Report.class)
                    .write(ReportRecords.record(
                            aReport().id("pushed").on("2021-06-01").build()));
            assertThat(push(app, pushed).statusCode()).isEqualTo(200);
            assertThat(push(app, pushed.replace("\"publishedAt\":\"20", "\"publishedAt\":\"21"))
                            .body())
                    .contains("\"refused\":1", "lies in the future");
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(cluster.committed(topics.alerts()))
                            .extracting(Alert::getTransition)
                            .containsExactly(
                                    Transition.OPENED, Transition.RESOLVED, Transition.OPENED, Transition.RESOLVED));
        }
        assertThat(app.awaitEnd()).isEmpty();
        assertThat(app.isReady()).isFalse();
    }

    @Test
    void isNotReadyWhileItLiesBehindAndSaysSo() throws Exception {
        TopicCatalogue topics = topics("behind");
        Map<String, String> configuration = configuration("behind");
        configuration.put("ready.max.lag", "0");
        // a second one may join when the first is ready, and wait for it to give up what it cannot decode
        configuration.put("threads", "1");
        try (TocsinApp app = TocsinApp.start(Configuration.of(configuration))) {
            await().atMost(LONG).until(app::isReady);
            ProducerRecord<byte[], byte[]> report =
                    cluster.record(topics, aReport().build());
            cluster.stopRegistry();
            try {
                cluster.send(report);

                await().atMost(LONG).untilAsserted(() -> {
                    HttpResponse<String> answer = get(app, "/health/ready");
                    assertThat(answer.statusCode()).isEqualTo(503);
                    assertThat(answer.body()).contains("lies 1 records behind, more than 0");
                });
                assertThat(get(app, "/health/live").statusCode()).isEqualTo(200);
            } finally {
                cluster.startRegistryAgain();
            }
            await().atMost(LONG).until(app::isReady);
        }
    }

    @Test
    void becomesReadyUnderTheStreamsProtocolToo() throws Exception {
        topics("streams");
        Map<String, String> configuration = configuration("streams");
        configuration.put("group.protocol", "streams");
        configuration.keySet().removeIf(key -> key.startsWith("kafka.main.consumer"));
        try (TocsinApp app = TocsinApp.start(Configuration.of(configuration))) {
            await().atMost(LONG)
                    .untilAsserted(() ->
                            assertThat(get(app, "/health/ready").body()).contains("running, all partitions assigned"));
        }
    }

    private static TopicCatalogue topics(String prefix) {
        TopicCatalogue topics = TopicCatalogue.withPrefix(prefix);
        new Topics(cluster.admin(), topics).create(2, (short) 1);
        cluster.register(topics);
        return topics;
    }

    private Map<String, String> configuration(String name) {
        Map<String, String> configuration = cluster.configuration();
        configuration.put("topic.prefix", name);
        configuration.put("application.id", name);
        configuration.put("state.dir", state.toString());
        return configuration;
    }

    private static void alter(String topic, String property, String value) throws Exception {
        cluster.admin()
                .incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, topic),
                        Set.of(new AlterConfigOp(new ConfigEntry(property, value), AlterConfigOp.OpType.SET))))
                .all()
                .get();
    }

    private static HttpResponse<String> push(TocsinApp app, String report) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(app.url() + "/api/reports"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(report))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(TocsinApp app, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(app.url() + path)).build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
