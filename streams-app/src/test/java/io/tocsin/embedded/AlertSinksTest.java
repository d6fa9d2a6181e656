package io.tocsin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.tocsin.avro.Alert;
import io.tocsin.avro.AlertRule;
import io.tocsin.avro.AlertScope;
import io.tocsin.avro.AlertTimes;
import io.tocsin.avro.Counts;
import io.tocsin.avro.ScopeKind;
import io.tocsin.avro.Severity;
import io.tocsin.avro.Transition;
import io.tocsin.avro.Window;
import io.tocsin.schemas.serde.AvroSerde;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The connectors that carry alerts outside, in a real worker over a real broker: rewinding, committing, burying. */
@Timeout(180)
final class AlertSinksTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ALERTS = "tocsin.alerts";
    private static final String DEAD = "tocsin.dead-letters";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int PARTITIONS = 3;

    @TempDir
    Path data;

    private final List<JsonNode> posted = new CopyOnWriteArrayList<>();
    private final List<String> hooked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private EmbeddedStack stack;
    private Producer<String, byte[]> producer;
    private AvroSerde<Alert> serde;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v2/alerts", exchange -> {
            MAPPER.readTree(exchange.getRequestBody().readAllBytes()).forEach(posted::add);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/hook", exchange -> {
            exchange.getRequestBody().readAllBytes();
            String id = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            hooked.add(id);
            exchange.sendResponseHeaders(id.startsWith("unwanted") ? 422 : 200, -1);
            exchange.close();
        });
        server.start();
        stack = EmbeddedStack.start(EmbeddedStack.Options.in(data), progress -> {});
        try (Admin admin = admin()) {
            admin.createTopics(List.of(
                            new NewTopic(ALERTS, PARTITIONS, (short) 1), new NewTopic(DEAD, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        Map<String, Object> config =
                Map.of("bootstrap.servers", stack.bootstrapServers(), "transactional.id", "announcer");
        producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
        producer.initTransactions();
        serde = AvroSerde.of(
                Alert.class,
                Map.of("schema.registry.url", stack.registryUrl().toString(), "auto.register.schemas", "true"));
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()));
    }

    @AfterEach
    void stop() {
        producer.close(Duration.ZERO);
        serde.close();
        stack.close();
        server.stop(0);
    }

    @Test
    void alertmanagerIsToldThePresentAfterEveryStart() throws Exception {
        for (int i = 0; i < 40; i++) {
            announce(alert("over-" + i, 0, Transition.OPENED), alert("over-" + i, 1, Transition.RESOLVED));
        }
        announce(alert("open-1", 0, Transition.OPENED));
        rollBack(alert("never", 0, Transition.OPENED));

        stack.connect().startConnector("alertmanager", alertmanager());
        await().atMost(LIMIT).until(() -> open().contains("open-1"));
        await().atMost(LIMIT).until(() -> committed("alertmanager") == 81);
        stack.connect().removeConnector("alertmanager");
        int before = posted.size();
        announce(alert("open-2", 0, Transition.OPENED), alert("over-3", 2, Transition.GREW));
        stack.connect().startConnector("alertmanager", alertmanager());

        await().atMost(LIMIT).until(() -> open().contains("open-2"));
        await().atMost(LIMIT).until(() -> committed("alertmanager") == 83);
        assertThat(open()).containsOnly("open-1", "open-2", "over-3");
        assertThat(posted.subList(before, posted.size()))
                .filteredOn(
                        posting -> posting.at("/labels/tocsin_alert").asText().equals("over-3"))
                .as("what came back was not ended in between")
                .allMatch(AlertSinksTest::isOpen);
    }

    @Test
    void webhookGoesOnWhereItWasAndBuriesWhatIsRefused() throws Exception {
        announce(alert("a", 0, Transition.OPENED), alert("unwanted", 0, Transition.OPENED));
        send("broken", "no alert".getBytes(StandardCharsets.UTF_8));

        stack.connect().startConnector("webhook", webhook());
        await().atMost(LIMIT).until(() -> hooked.contains("a:0"));
        await().atMost(LIMIT).until(() -> committed("webhook") == 3);
        stack.connect().removeConnector("webhook");
        announce(alert("a", 1, Transition.GREW));
        stack.connect().startConnector("webhook", webhook());
        await().atMost(LIMIT).until(() -> hooked.contains("a:1"));

        assertThat(hooked).containsExactlyInAnyOrder("a:0", "unwanted:0", "a:1");
        assertThat(deadLetters(2))
                .as("reasons")
                .containsExactlyInAnyOrder("unwanted refused webhook", "broken wrong-magic webhook");
    }

    private List<String> open() {
        return posted.stream()
                .filter(AlertSinksTest::isOpen)
                .map(posting -> posting.at("/labels/tocsin_alert").asText())
                .toList();
    }

    private static boolean isOpen(JsonNode posting) {
        return Instant.parse(posting.get("endsAt").asText()).isAfter(Instant.now());
    }

    /** What the connector's group has committed, without the markers of transactions. */
    private long committed(String connector) throws Exception {
        Map<TopicPartition, Long> ends = new HashMap<>();
        try (Admin admin = admin()) {
            for (Map.Entry<TopicPartition, OffsetAndMetadata> entry : admin.listConsumerGroupOffsets(
                            "connect-" + connector)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()) {
                ends.put(entry.getKey(), entry.getValue().offset());
            }
        }
        return records(ALERTS).stream()
                .filter(record ->
                        record.offset() < ends.getOrDefault(new TopicPartition(ALERTS, record.partition()), 0L))
                .count();
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", stack.bootstrapServers(), "isolation.level", "read_committed");
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = new ArrayList<>();
            for (int i = 0; i < PARTITIONS; i++) {
                all.add(new TopicPartition(topic, i));
            }
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        return found;
    }

    /** The dead letters, each as key, reason and stage. */
    private List<String> deadLetters(int count) {
        await().atMost(LIMIT).until(() -> records(DEAD).size() >= count);
        return records(DEAD).stream()
                .map(letter -> new String(letter.key(), StandardCharsets.UTF_8) + " "
                        + header(letter, "tocsin.error.reason") + " " + header(letter, "tocsin.error.stage"))
                .toList();
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private void announce(Alert... alerts) throws Exception {
        producer.beginTransaction();
        write(alerts);
        producer.commitTransaction();
    }

    private void rollBack(Alert... alerts) throws Exception {
        producer.beginTransaction();
        write(alerts);
        producer.flush();
        producer.abortTransaction();
    }

    private void write(Alert... alerts) throws Exception {
        for (Alert alert : alerts) {
            byte[] bytes = serde.serializer().serialize(ALERTS, alert);
            producer.send(new ProducerRecord<>(ALERTS, alert.getId(), bytes)).get();
        }
    }

    private void send(String key, byte[] value) throws Exception {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(ALERTS, key, value)).get();
        producer.commitTransaction();
    }

    private Map<String, String> alertmanager() {
        Map<String, String> config = example("alertmanager");
        config.put("alertmanager.urls", url(""));
        return config;
    }

    private Map<String, String> webhook() {
        Map<String, String> config = example("webhook");
        config.put("webhook.url", url("/hook"));
        config.put("webhook.secret", "s3cret");
        config.put("allow.private.addresses", "true");
        config.put("consumer.override.auto.offset.reset", "earliest");
        return config;
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** The shipped example, with this stack's registry and copies. */
    private Map<String, String> example(String name) {
        try {
            Map<String, String> config = new HashMap<>();
            MAPPER.readTree(Path.of("../connectors/examples/" + name + ".json").toFile())
                    .get("config")
                    .properties()
                    .forEach(
                            entry -> config.put(entry.getKey(), entry.getValue().asText()));
            config.put("schema.registry.url", stack.registryUrl().toString());
            config.put("errors.deadletterqueue.topic.replication.factor", "1");
            return config;
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    private static Alert alert(String id, int sequence, Transition transition) {
        Instant now = Instant.now();
        return new Alert(
                id,
                sequence,
                transition,
                Severity.WATCH,
                new AlertRule("rule", 0, "Rule"),
                new AlertScope(ScopeKind.SITE, "site", "Site", List.of(), null, null, null),
                new Window(now, now),
                new Window(now, now.plus(Duration.ofDays(3))),
                new Counts(3, 0, 0, 1, 0),
                null,
                null,
                null,
                List.of(),
                "Sentence",
                null,
                true,
                null,
                Map.of(),
                null,
                new AlertTimes(now, null, null, now),
                null,
                null,
                null);
    }
}
