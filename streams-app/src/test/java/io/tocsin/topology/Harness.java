package io.tocsin.topology;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.avro.Alert;
import io.tocsin.avro.Incident;
import io.tocsin.avro.OperatorAction;
import io.tocsin.avro.Report;
import io.tocsin.avro.Rule;
import io.tocsin.avro.SourceStatus;
import io.tocsin.fixtures.SameSiteDayFamily;
import io.tocsin.metrics.Meters;
import io.tocsin.places.Placing;
import io.tocsin.resolve.Matching;
import io.tocsin.schemas.serde.AvroSerde;
import io.tocsin.schemas.topics.TopicCatalogue;
import io.tocsin.topology.TopologySettings.Clock;
import io.tocsin.watch.Announced;
import io.tocsin.watch.grammar.RuleReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/**
 * The whole topology in Kafka's test driver, with real serdes at a registry in memory, stores on disk unless asked
 * otherwise, and a state folder of its own.
 */
public final class Harness implements AutoCloseable {

    static final String APPLICATION = "harness";
    static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private final TopicCatalogue topics = TopicCatalogue.withDefaultPrefix();
    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final File state = temporaryFolder();
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> reports;
    private final TestInputTopic<byte[], byte[]> actions;
    private final TestInputTopic<byte[], byte[]> rules;
    private final TestInputTopic<byte[], byte[]> sources;
    private final TestOutputTopic<String, Alert> alerts;
    private final TestOutputTopic<String, Incident> incidents;
    private final TestOutputTopic<byte[], byte[]> deadLetters;
    private final AvroSerde<Report> reportSerde = serde(Report.class);
    private final AvroSerde<Rule> ruleSerde = serde(Rule.class);
    private final AvroSerde<OperatorAction> actionSerde = serde(OperatorAction.class);
    private final AvroSerde<SourceStatus> statusSerde = serde(SourceStatus.class);

    private Harness(Clock clock, int partitions, Instant start, Map<String, ?> more) {
        this(clock, partitions, start, more, History.ENDLESS, Placing.asGiven(), new SameSiteDayFamily());
    }

    private Harness(
            Clock clock,
            int partitions,
            Instant start,
            Map<String, ?> more,
            History history,
            Placing placing,
            Matching matching) {
        Properties properties = new Properties();
        properties.putAll(more);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        TopologySettings settings =
                new TopologySettings(topics, partitions, clock, Duration.ofHours(26), Duration.ofSeconds(1), history);
        Codecs codecs =
                new Codecs(reportSerde, actionSerde, ruleSerde, statusSerde, serde(Incident.class), serde(Alert.class));
        driver = new TopologyTestDriver(
                new TocsinTopology(settings, codecs, new Meters(meters), placing, matching)
                        .build(new StreamsConfig(properties)),
                properties,
                start);
        reports =
                driver.createInputTopic(topics.reports().name(), new ByteArraySerializer(), new ByteArraySerializer());
        actions =
                driver.createInputTopic(topics.actions().name(), new ByteArraySerializer(), new ByteArraySerializer());
        rules = driver.createInputTopic(topics.rules().name(), new ByteArraySerializer(), new ByteArraySerializer());
        sources =
                driver.createInputTopic(topics.sources().name(), new ByteArraySerializer(), new ByteArraySerializer());
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

    public static Harness onStreamTime() {
        return new Harness(Clock.STREAM, 1, START, Map.of());
    }

    /** With the placing and the matching of the application. */
    public static Harness asShipped() {
        return new Harness(Clock.STREAM, 1, START, Map.of(), History.ENDLESS, Shipped.PLACING, Shipped.MATCHING);
    }

    static Harness onWallTime() {
        return new Harness(Clock.WALL, 1, START, Map.of());
    }

    /** That does not remember all of history. */
    static Harness remembering(History history) {
        return new Harness(Clock.STREAM, 1, START, Map.of(), history, Placing.asGiven(), new SameSiteDayFamily());
    }

    /** As in a cluster with so many partitions; the driver has one, which it takes for the first. */
    static Harness withPartitions(int partitions) {
        return new Harness(Clock.STREAM, partitions, START, Map.of());
    }

    /** With stores in memory, for very many of them. */
    static Harness inMemory(Clock clock, Instant start) {
        return new Harness(clock, 1, start, Map.of(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG, InMemoryStores.class));
    }

    void rules(String yaml) {
        RuleReader.read(yaml).rules().forEach(this::rule);
    }

    public void rule(io.tocsin.watch.Rule rule) {
        rawRule(
                bytes(rule.id()),
                ruleSerde.serializer().serialize(topics.rules().name(), RuleRecords.record(rule)));
    }

    void rawRule(byte[] key, byte[] value) {
        rules.pipeInput(key, value);
    }

    void deleteRule(String id) {
        rules.pipeInput(bytes(id), (byte[]) null);
    }

    public void report(Report report) {
        String country = report.getPlace().getCountry();
        raw(bytes(country == null ? "XX" : country), encoded(report));
    }

    void report(io.tocsin.incident.Report report) {
        report(ReportRecords.record(report));
    }

    void action(OperatorAction action) {
        rawAction(
                bytes(action.getSubject()),
                actionSerde.serializer().serialize(topics.actions().name(), action));
    }

    void rawAction(byte[] key, byte[] value) {
        actions.pipeInput(key, value);
    }

    /** What a connector says of its source; null: nobody asks it any more. */
    void status(String source, SourceStatus status) {
        rawStatus(bytes(source), status == null ? null : encoded(status));
    }

    void rawStatus(byte[] key, byte[] value) {
        sources.pipeInput(key, value);
    }

    byte[] encoded(SourceStatus status) {
        return statusSerde.serializer().serialize(topics.sources().name(), status);
    }

    void raw(byte[] key, byte[] value) {
        reports.pipeInput(key, value);
    }

    byte[] encoded(Report report) {
        return reportSerde.serializer().serialize(topics.reports().name(), report);
    }

    byte[] encoded(Rule rule) {
        return ruleSerde.serializer().serialize(topics.rules().name(), rule);
    }

    void pass(Duration time) {
        driver.advanceWallClockTime(time);
    }

    public List<Alert> alerts() {
        return alerts.readValuesToList();
    }

    public List<Incident> incidents() {
        return incidents.readValuesToList();
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return deadLetters.readRecordsToList();
    }

    /** The alerts that the store keeps, of one rule. */
    List<Announced> kept(String rule) {
        List<Announced> kept = new ArrayList<>();
        new StoredAlerts(store(Stores.ALERTS)).forEach(rule, kept::add);
        new StoredAlerts(store(Stores.CROSSING_ALERTS)).forEach(rule, kept::add);
        return kept;
    }

    /** How many entries the store has. */
    int size(Stores store) {
        int size = 0;
        try (KeyValueIterator<Bytes, byte[]> all = store(store).all()) {
            while (all.hasNext()) {
                all.next();
                size++;
            }
        }
        return size;
    }

    /** The topics that anything was written to, those of the application's own among them. */
    Set<String> topicsWrittenTo() {
        return driver.producedTopicNames();
    }

    /** The keys under which reports were sent round. */
    List<String> sentRound() {
        return driver
                .createOutputTopic(
                        APPLICATION + "-rerouted-repartition", new StringDeserializer(), new ByteArrayDeserializer())
                .readKeyValuesToList()
                .stream()
                .map(sent -> sent.key)
                .toList();
    }

    SimpleMeterRegistry meters() {
        return meters;
    }

    @Override
    public void close() {
        driver.close();
        try {
            Utils.delete(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KeyValueStore<Bytes, byte[]> store(Stores which) {
        return driver.getKeyValueStore(which.storeName());
    }

    private static File temporaryFolder() {
        try {
            return Files.createTempDirectory("tocsin-harness-").toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T extends SpecificRecord> AvroSerde<T> serde(Class<T> type) {
        return new AvroSerde<>(type, registry, Map.of("auto.register.schemas", true));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
