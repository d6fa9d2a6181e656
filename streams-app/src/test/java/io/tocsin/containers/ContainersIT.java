package io.tocsin.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.avro.Alert;
import io.tocsin.avro.Report;
import io.tocsin.avro.Transition;
import io.tocsin.schemas.json.JsonForm;
import io.tocsin.schemas.serde.AvroSerde;
import io.tocsin.schemas.topics.TopicCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** Kafka, a registry that is not ours, and the application's own image, against each other. */
class ContainersIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String REGISTRY = "http://registry:8080/apis/ccompat/v7";
    private static final TopicCatalogue TOPICS = TopicCatalogue.withDefaultPrefix();
    private static final String RULE = """
            - id: three
              per: site
              within: 3d
              levels: [{severity: watch, incidents: 3}]
            """;

    @BeforeAll
    static void needsAnEngine() {
        boolean available = DockerClientFactory.instance().isDockerAvailable();
        if (!available) {
            System.err.println("SKIPPED: the container tests need a Docker engine, and none answers here");
        }
        Assumptions.assumeTrue(available, "no Docker engine answers");
    }

    @Test
    void threeReportsSentFromOutsideBecomeOneAlertFromTheImage() throws Exception {
        try (Network network = Network.newNetwork();
                KafkaContainer kafka = new KafkaContainer(DockerImageName.parse("apache/kafka:4.3.1"))
                        .withNetwork(network)
                        .withListener("kafka:19092");
                GenericContainer<?> registry = new GenericContainer<>("apicurio/apicurio-registry:3.3.3")
                        .withNetwork(network)
                        .withNetworkAliases("registry")
                        .withExposedPorts(8080)
                        .waitingFor(Wait.forHttp("/apis/ccompat/v7/subjects"))
                        .withStartupTimeout(PATIENCE)) {
            kafka.start();
            registry.start();
            String image = image();
            runOnce(image, network, "topics", "--create");
            runOnce(image, network, "rules", "apply", "/tmp/rules.yaml");
            try (GenericContainer<?> app = app(image, network)
                    .withCommand("run")
                    .withEnv("TOCSIN_STATE_DIR", "/var/lib/tocsin")
                    .waitingFor(Wait.forLogMessage(".*Started.*\\n", 1))
                    .withStartupTimeout(PATIENCE)) {
                app.start();
                Map<String, Object> serdes = Map.of(
                        "schema.registry.url",
                        "http://" + registry.getHost() + ":" + registry.getMappedPort(8080) + "/apis/ccompat/v7");

                send(kafka.getBootstrapServers(), serdes);

                assertThat(firstAlert(kafka.getBootstrapServers(), serdes))
                        .satisfies(alert -> assertThat(alert.getTransition()).isEqualTo(Transition.OPENED))
                        .satisfies(alert ->
                                assertThat(alert.getCounts().getIncidents()).isEqualTo(3))
                        .satisfies(
                                alert -> assertThat(alert.getScope().getName()).isEqualTo("Ain al-Asad Air Base"));
            }
        }
    }

    private static String image() {
        Path root = Path.of("..").toAbsolutePath().normalize();
        return new ImageFromDockerfile("tocsin/tocsin-it", true)
                .withFileFromPath("Dockerfile", root.resolve("Dockerfile"))
                .withFileFromPath("streams-app/target/tocsin/lib", root.resolve("streams-app/target/tocsin/lib"))
                .get();
    }

    private static GenericContainer<?> app(String image, Network network) {
        return new GenericContainer<>(DockerImageName.parse(image))
                .withNetwork(network)
                .withEnv("TOCSIN_BOOTSTRAP_SERVERS", "kafka:19092")
                .withEnv("TOCSIN_SCHEMA_REGISTRY_URL", REGISTRY)
                .withEnv("TOCSIN_PARTITIONS", "2")
                .withEnv("TOCSIN_CLOCK", "stream")
                .withCopyToContainer(Transferable.of(RULE), "/tmp/rules.yaml");
    }

    private static void runOnce(String image, Network network, String... command) {
        try (GenericContainer<?> once = app(image, network)
                .withCommand(command)
                .withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(PATIENCE))) {
            once.start();
        }
    }

    private static void send(String servers, Map<String, Object> serdes) throws Exception {
        try (Serde<Report> serde = AvroSerde.of(Report.class, serdes);
                Producer<String, Report> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", servers), new StringSerializer(), serde.serializer())) {
            for (int day = 2; day <= 4; day++) {
                producer.send(new ProducerRecord<>(TOPICS.reports().name(), "IQ", report(LocalDate.of(2021, 5, day))))
                        .get();
            }
        }
    }

    private static Report report(LocalDate day) {
        Instant from = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        return JsonForm.of(Report.class).read("""
                {"id":"x:%s","source":{"id":"x","kind":"field"},"publishedAt":"%s",
                "occurrence":{"from":"%s","until":"%s","precision":"day"},"category":"rocket",
                "place":{"country":"IQ","province":"Al Anbar","site":"Ain Al Assad","precision":"site"}}""".formatted(day, from, from, from.plus(Duration.ofDays(1))));
    }

    private static Alert firstAlert(String servers, Map<String, Object> serdes) {
        Map<String, Object> properties = Map.of(
                "bootstrap.servers", servers,
                "group.id", "containers-it",
                "auto.offset.reset", "earliest",
                "isolation.level", "read_committed");
        List<Alert> alerts = new ArrayList<>();
        try (Serde<Alert> serde = AvroSerde.of(Alert.class, serdes);
                Consumer<String, Alert> consumer =
                        new KafkaConsumer<>(properties, new StringDeserializer(), serde.deserializer())) {
            consumer.subscribe(List.of(TOPICS.alerts().name()));
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> alerts.add(record.value()));
                return !alerts.isEmpty();
            });
        }
        return alerts.get(0);
    }
}
