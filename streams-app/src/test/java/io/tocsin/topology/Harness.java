package io.tocsin.topology;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.avro.Alert;
import io.tocsin.avro.Article;
import io.tocsin.avro.Incident;
import io.tocsin.avro.OperatorAction;
import io.tocsin.avro.Report;
import io.tocsin.avro.Rule;
import io.tocsin.avro.SourceStatus;
import io.tocsin.fixtures.LineReader;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.BytesDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KeyValue;
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

    /** However slow the machine is, a tick says all that is due. */
    private static final Ticks TICKS = new Ticks(Duration.ofSeconds(1), Duration.ofHours(1), Duration.ZERO);

    static final Duration AHEAD = Duration.ofHours(26);

    /** Of all topologies in tests, as making them is dear. */
    static final Codecs CODECS = codecs(new MockSchemaRegistryClient());

    /** What stays the same when the task starts again, but for its state. */
    private record Setup(
            Clock clock,
            int partitions,
            Map<String, ?> more,
            History history,
            Placing placing,
            Matching matching,
            Ticks ticks) {

        Setup(Clock clock, int partitions, Map<String, ?> more, History history) {
            this(clock, partitions, more, history, Placing.asGiven(), new SameSiteDayFamily());
        }

        Setup(Clock clock, int partitions, Map<String, ?> more, History history, Placing placing, Matching matching) {
            this(clock, partitions, more, history, placing, matching, TICKS);
        }

        Setup with(Ticks other) {
            return new Setup(clock, partitions, more, history, placing, matching, other);
        }
    }

    /** A record on the rules' topic. */
    private record RuleRecord(byte[] key, byte[] value) {}

    private final TopicCatalogue topics = TopicCatalogue.withDefaultPrefix();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final File state = temporaryFolder();
    private final Setup setup;
    private final Map<String, Map<Bytes, byte[]>> restored;
    private final List<RuleRecord> allRules = new ArrayList<>();
    private Instant now;
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> articles;
    private final TestInputTopic<byte[], byte[]> reports;
    private final TestOutputTopic<String, Report> reportsMade;
    private final TestInputTopic<byte[], byte[]> actions;
    private final TestInputTopic<byte[], byte[]> rules;
    private final TestInputTopic<byte[], byte[]> sources;
    private final TestOutputTopic<String, Alert> alerts;
    private final TestOutputTopic<String, Incident> incidents;
    private final TestOutputTopic<byte[], byte[]> deadLetters;

    private Harness(Setup setup, Instant start) {
        this(setup, start, Map.of());
    }

    /** @param restored what is in the stores at the start, by their names */
    private Harness(Setup setup, Instant start, Map<String, Map<Bytes, byte[]>> restored) {
        this.setup = setup;
        this.restored = restored;
        this.now = start;
        Properties properties = new Properties();
        properties.putAll(RestoredStores.properties(restored, setup.more()));
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        TopologySettings settings = new TopologySettings(
                topics, setup.partitions(), setup.clock(), () -> now, AHEAD, setup.ticks(), setup.history());
        driver = new TopologyTestDriver(
                new TocsinTopology(
                                settings,
                                CODECS,
                                new Meters(meters),
                                setup.placing(),
                                setup.matching(),
                                new LineReader())
                        .build(new StreamsConfig(properties)),
                properties,
                start);
        articles =
                driver.createInputTopic(topics.articles().name(), new ByteArraySerializer(), new ByteArraySerializer());
        reportsMade = driver.createOutputTopic(
                topics.reports().name(),
                new StringDeserializer(),
                CODECS.reports().deserializer());
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
                CODECS.alerts().deserializer());
        incidents = driver.createOutputTopic(
                topics.incidents().name(),
                new StringDeserializer(),
                CODECS.incidents().deserializer());
        deadLetters = driver.createOutputTopic(
                topics.deadLetters().name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    public static Harness onStreamTime() {
        return new Harness(new Setup(Clock.STREAM, 1, Map.of(), History.ENDLESS), START);
    }

    /** With the placing and the matching of the application. */
    public static Harness asShipped() {
        return new Harness(
                new Setup(Clock.STREAM, 1, Map.of(), History.ENDLESS, Shipped.PLACING, Shipped.MATCHING), START);
    }

    static Harness onWallTime() {
        return new Harness(new Setup(Clock.WALL, 1, Map.of(), History.ENDLESS), START);
    }

    static Harness onWallTime(Ticks ticks) {
        return new Harness(new Setup(Clock.WALL, 1, Map.of(), History.ENDLESS).with(ticks), START);
    }

    static Harness onWallTime(History history) {
        return new Harness(new Setup(Clock.WALL, 1, Map.of(), history), START);
    }

    /** That does not remember all of history. */
    static Harness remembering(History history) {
        return new Harness(new Setup(Clock.STREAM, 1, Map.of(), history), START);
    }

    /** As in a cluster with so many partitions; the driver has one, which it takes for the first. */
    static Harness withPartitions(int partitions) {
        return new Harness(new Setup(Clock.STREAM, partitions, Map.of(), History.ENDLESS), START);
    }

    /** With stores in memory, for very many of them. */
    static Harness inMemory(Clock clock, Instant start) {
        return inMemory(clock, start, History.ENDLESS);
    }

    static Harness inMemory(Clock clock, Instant start, History history) {
        Map<String, ?> inMemory = Map.of(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG, InMemoryStores.class);
        return new Harness(new Setup(clock, 1, inMemory, history), start);
    }

    /** By the system's clock, with stores in memory; an alert that only grows says so at most once in so long. */
    static Harness sayingGrowth(Duration atMostOnceIn) {
        Map<String, ?> inMemory = Map.of(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG, InMemoryStores.class);
        Setup setup = new Setup(Clock.WALL, 1, inMemory, History.ENDLESS);
        return new Harness(setup.with(new Ticks(TICKS.every(), TICKS.longest(), atMostOnceIn)), START);
    }

    /** With the placing and the matching of the application, and stores in memory. */
    static Harness inMemoryAsShipped() {
        Map<String, ?> inMemory = Map.of(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG, InMemoryStores.class);
        return new Harness(
                new Setup(Clock.STREAM, 1, inMemory, History.ENDLESS, Shipped.PLACING, Shipped.MATCHING), START);
    }

    /** Ends this task, and starts one on what its changelogs hold. The clock has gone on meanwhile. */
    Harness restarted(Duration later) {
        Map<String, Map<Bytes, byte[]>> left = new HashMap<>();
        for (Stores store : Stores.values()) {
            left.put(store.storeName(), changelog(store));
        }
        close();
        Harness next = new Harness(setup, now.plus(later), left);
        allRules.forEach(rule -> next.rawRule(rule.key(), rule.value()));
        return next;
    }

    private Map<Bytes, byte[]> changelog(Stores store) {
        Map<Bytes, byte[]> left = new TreeMap<>(restored.getOrDefault(store.storeName(), Map.of()));
        String topic = APPLICATION + "-" + store.storeName() + "-changelog";
        if (driver.producedTopicNames().contains(topic)) {
            driver.createOutputTopic(topic, new BytesDeserializer(), new ByteArrayDeserializer())
                    .readKeyValuesToList()
                    .forEach(change -> {
                        if (change.value == null) {
                            left.remove(change.key);
                        } else {
                            left.put(change.key, change.value);
                        }
                    });
        }
        return left;
    }

    /** Of every rule the topic holds its last record only, and so it is read after a restart. */
    void compactRules() {
        Map<Bytes, RuleRecord> last = new LinkedHashMap<>();
        allRules.forEach(rule -> last.put(Bytes.wrap(rule.key()), rule));
        allRules.retainAll(last.values());
    }

    void rules(String yaml) {
        RuleReader.read(yaml).rules().forEach(this::rule);
    }

    public void rule(io.tocsin.watch.Rule rule) {
        rawRule(
                bytes(rule.id()),
                CODECS.rules().serializer().serialize(topics.rules().name(), RuleRecords.record(rule)));
    }

    void rawRule(byte[] key, byte[] value) {
        allRules.add(new RuleRecord(key, value));
        rules.pipeInput(key, value);
    }

    void deleteRule(String id) {
        rawRule(bytes(id), null);
    }

    public void report(Report report) {
        String country = report.getPlace().getCountry();
        raw(bytes(country == null ? "XX" : country), encoded(report));
    }

    void report(io.tocsin.incident.Report report) {
        report(ReportRecords.record(report));
    }

    /** A text in the language of {@link LineReader}. */
    void article(Article article) {
        rawArticle(
                bytes(article.getUrl()),
                CODECS.articles().serializer().serialize(topics.articles().name(), article));
    }

    void rawArticle(byte[] key, byte[] value) {
        articles.pipeInput(key, value);
    }

    /** The reports that articles have made, by their keys. */
    List<KeyValue<String, Report>> reports() {
        return reportsMade.readKeyValuesToList();
    }

    void action(OperatorAction action) {
        rawAction(
                bytes(action.getSubject()),
                CODECS.actions().serializer().serialize(topics.actions().name(), action));
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
        return CODECS.sources().serializer().serialize(topics.sources().name(), status);
    }

    void raw(byte[] key, byte[] value) {
        reports.pipeInput(key, value);
    }

    byte[] encoded(Report report) {
        return CODECS.reports().serializer().serialize(topics.reports().name(), report);
    }

    byte[] encoded(Rule rule) {
        return CODECS.rules().serializer().serialize(topics.rules().name(), rule);
    }

    /** What the system's clock reads. */
    Instant now() {
        return now;
    }

    /** Somebody sets the system's clock, forward or back. No time passes. */
    void setClock(Instant time) {
        now = time;
    }

    /** Time passes; from a second on there is a tick. */
    void pass(Duration time) {
        now = now.plus(time);
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
        String topic = APPLICATION + "-rerouted-repartition";
        if (!driver.producedTopicNames().contains(topic)) {
            return List.of();
        }
        return driver
                .createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
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

    private static Codecs codecs(SchemaRegistryClient registry) {
        return new Codecs(
                serde(Article.class, registry),
                serde(Report.class, registry),
                serde(OperatorAction.class, registry),
                serde(Rule.class, registry),
                serde(SourceStatus.class, registry),
                serde(Incident.class, registry),
                serde(Alert.class, registry));
    }

    private static <T extends SpecificRecord> AvroSerde<T> serde(Class<T> type, SchemaRegistryClient registry) {
        return new AvroSerde<>(type, registry, Map.of("auto.register.schemas", true));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
