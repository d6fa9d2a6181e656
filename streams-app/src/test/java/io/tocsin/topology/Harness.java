package io.tocsin.topology;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.avro.Alert;
import io.tocsin.avro.Incident;
import io.tocsin.avro.Report;
import io.tocsin.avro.Rule;
import io.tocsin.metrics.Meters;
import io.tocsin.schemas.serde.AvroSerde;
import io.tocsin.schemas.topics.TopicCatalogue;
import io.tocsin.topology.TopologySettings.Clock;
import io.tocsin.watch.grammar.RuleReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The whole topology in Kafka's test driver, with real serdes at a registry in memory. */
final class Harness implements AutoCloseable {

    static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private final TopicCatalogue topics = TopicCatalogue.withDefaultPrefix();
    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> reports;
    private final TestInputTopic<byte[], byte[]> rules;
    private final TestOutputTopic<String, Alert> alerts;
    private final TestOutputTopic<String, Incident> incidents;
    private final TestOutputTopic<byte[], byte[]> deadLetters;
    private final AvroSerde<Report> reportSerde = serde(Report.class);
    private final AvroSerde<Rule> ruleSerde = serde(Rule.class);

    Harness(Clock clock, int partitions) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "harness");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        TopologySettings settings =
                new TopologySettings(topics, partitions, clock, Duration.ofHours(26), Duration.ofSeconds(1));
        Codecs codecs = new Codecs(reportSerde, ruleSerde, serde(Incident.class), serde(Alert.class));
        driver = new TopologyTestDriver(
                new TocsinTopology(settings, codecs, new Meters(meters)).build(new StreamsConfig(properties)),
                properties,
                START);
        reports =
                driver.createInputTopic(topics.reports().name(), new ByteArraySerializer(), new ByteArraySerializer());
        rules = driver.createInputTopic(topics.rules().name(), new ByteArraySerializer(), new ByteArraySerializer());
        alerts = driver.createOutputTopic(
                topics.alerts().name(),
                new StringDeserializer(),
                serde(Alert.class).deserializer());
        incidents = driver.createOutputTopic(
                topics.incidents().name(),
                new StringDeserializer(),
                serde(Incident.class).deserializer());
        deadLetters = driver.createOutputTopic(
                topics.deadLetters().name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    static Harness onStreamTime() {
        return new Harness(Clock.STREAM, 1);
    }

    static Harness onWallTime() {
        return new Harness(Clock.WALL, 1);
    }

    void rules(String yaml) {
        for (io.tocsin.watch.Rule rule : RuleReader.read(yaml).rules()) {
            rules.pipeInput(
                    bytes(rule.id()),
                    ruleSerde.serializer().serialize(topics.rules().name(), RuleRecords.record(rule)));
        }
    }

    void deleteRule(String id) {
        rules.pipeInput(bytes(id), (byte[]) null);
    }

    void report(Report report) {
        String country = report.getPlace().getCountry();
        raw(bytes(country == null ? "XX" : country), encoded(report));
    }

    void raw(byte[] key, byte[] value) {
        reports.pipeInput(key, value);
    }

    byte[] encoded(Report report) {
        return reportSerde.serializer().serialize(topics.reports().name(), report);
    }

    void pass(Duration time) {
        driver.advanceWallClockTime(time);
    }

    List<Alert> alerts() {
        return alerts.readValuesToList();
    }

    List<Incident> incidents() {
        return incidents.readValuesToList();
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return deadLetters.readRecordsToList();
    }

    SimpleMeterRegistry meters() {
        return meters;
    }

    @Override
    public void close() {
        driver.close();
    }

    private <T extends SpecificRecord> AvroSerde<T> serde(Class<T> type) {
        return new AvroSerde<>(type, registry, Map.of("auto.register.schemas", true));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
