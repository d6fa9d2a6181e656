package io.tocsin.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.tocsin.avro.Report;
import io.tocsin.avro.Rule;
import io.tocsin.embedded.EmbeddedBroker;
import io.tocsin.embedded.EmbeddedRegistry;
import io.tocsin.schemas.serde.AvroSerde;
import io.tocsin.schemas.serde.SchemaRegistration;
import io.tocsin.schemas.topics.Topic;
import io.tocsin.schemas.topics.TopicCatalogue;
import io.tocsin.topology.ReportRecords;
import io.tocsin.topology.RuleRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker and a registry in this process, with all topics and schemas, and clients for them. */
final class TestCluster implements AutoCloseable {

    static final String APPLICATION = "tocsin";

    private final TopicCatalogue topics = TopicCatalogue.withDefaultPrefix();
    private final Path data;
    private final int partitions;
    private final EmbeddedBroker broker;
    private EmbeddedRegistry registry;
    private final String registryUrl;
    private final Admin admin;
    private final Producer<byte[], byte[]> producer;
    private final Map<Class<?>, AvroSerde<?>> serdes = new HashMap<>();

    /** @param partitions of the topics that are spread */
    TestCluster(Path data, int partitions) {
        this.data = data;
        this.partitions = partitions;
        broker = EmbeddedBroker.start(EmbeddedBroker.Options.in(data.resolve("kafka")));
        registry = EmbeddedRegistry.start(EmbeddedRegistry.Options.in(data.resolve("registry")));
        registryUrl = registry.url().toString();
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
        new Topics(admin, topics).create(partitions, (short) 1);
        register(topics);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "max.request.size", 4 * 1024 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Registers the schemas of other topics. */
    void register(TopicCatalogue others) {
        try (SchemaRegistration registration = SchemaRegistration.at(registryProperties())) {
            registration.register(others);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an instance of the application needs to know, on stream time and with a free port for HTTP. */
    Map<String, String> configuration() {
        Map<String, String> values = new HashMap<>(registryProperties());
        values.put("bootstrap.servers", broker.bootstrapServers());
        values.put("application.id", APPLICATION);
        values.put("state.dir", data.resolve("state").toString());
        values.put("standby.replicas", "0");
        values.put("clock", "stream");
        values.put("http.port", "0");
        values.put("kafka.repartition.purge.interval.ms", "3600000");
        values.put("kafka.main.consumer.session.timeout.ms", "6000");
        values.put("kafka.main.consumer.heartbeat.interval.ms", "1500");
        return values;
    }

    TopicCatalogue topics() {
        return topics;
    }

    Admin admin() {
        return admin;
    }

    Map<String, String> registryProperties() {
        return Map.of("schema.registry.url", registryUrl);
    }

    void stopRegistry() {
        registry.close();
    }

    /** On the same port, with the same schemas. */
    void startRegistryAgain() {
        int port = Integer.parseInt(registryUrl.substring(registryUrl.lastIndexOf(':') + 1));
        registry = EmbeddedRegistry.start(new EmbeddedRegistry.Options(Optional.of(data.resolve("registry")), port));
    }

    // Writing

    @CanIgnoreReturnValue
    Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
        return producer.send(record);
    }

    @CanIgnoreReturnValue
    Future<RecordMetadata> send(io.tocsin.incident.Report report) {
        return send(record(topics, report));
    }

    ProducerRecord<byte[], byte[]> record(TopicCatalogue to, io.tocsin.incident.Report report) {
        byte[] value = encoded(Report.class, to.reports(), ReportRecords.record(report));
        return new ProducerRecord<>(
                to.reports().name(), report.place().country().getBytes(UTF_8), value);
    }

    byte[] encoded(io.tocsin.incident.Report report) {
        return encoded(Report.class, topics.reports(), ReportRecords.record(report));
    }

    void put(io.tocsin.watch.Rule rule) {
        put(topics, rule);
    }

    void put(TopicCatalogue to, io.tocsin.watch.Rule rule) {
        byte[] value = encoded(Rule.class, to.rules(), RuleRecords.record(rule));
        send(new ProducerRecord<>(to.rules().name(), rule.id().getBytes(UTF_8), value));
    }

    void removeRule(String id) {
        send(new ProducerRecord<>(topics.rules().name(), id.getBytes(UTF_8), null));
    }

    <T extends SpecificRecord> byte[] encoded(Class<T> type, Topic<T> topic, T value) {
        return serde(type).serializer().serialize(topic.name(), value);
    }

    // Reading

    /** The values that committed transactions wrote to the topic, in order within each key. */
    <T extends SpecificRecord> List<T> committed(Topic<T> topic) {
        return records(topic.name(), "read_committed").stream()
                .map(record -> decoded(topic, record))
                .toList();
    }

    <T extends SpecificRecord> T decoded(Topic<T> topic, ConsumerRecord<byte[], byte[]> record) {
        return serde(topic.valueClass()).deserializer().deserialize(topic.name(), record.value());
    }

    /** All records in the topic up to now. */
    List<ConsumerRecord<byte[], byte[]>> records(String topic, String isolation) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", isolation);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    /** How far the topic has been written, whether committed or not. */
    long written(Topic<?> topic) {
        return ends(topic, IsolationLevel.READ_UNCOMMITTED).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Whether the application has committed all reports that were sent so far, and all that follows from them. */
    boolean isDrained() {
        producer.flush();
        Map<TopicPartition, Long> done = new HashMap<>();
        Topics.await(admin.listConsumerGroupOffsets(APPLICATION).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> done.put(partition, offset.offset()));
        boolean allTaken = ends(topics.reports(), IsolationLevel.READ_UNCOMMITTED).entrySet().stream()
                .allMatch(end -> done.getOrDefault(end.getKey(), 0L).equals(end.getValue()));
        return allTaken
                && List.of(topics.incidents(), topics.alerts(), topics.deadLetters()).stream()
                        .allMatch(this::isCommitted);
    }

    private boolean isCommitted(Topic<?> topic) {
        return ends(topic, IsolationLevel.READ_COMMITTED).equals(ends(topic, IsolationLevel.READ_UNCOMMITTED));
    }

    private Map<TopicPartition, Long> ends(Topic<?> topic, IsolationLevel isolation) {
        Set<TopicPartition> all = IntStream.range(0, topic.partitioning().partitions(partitions))
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .collect(Collectors.toSet());
        return Topics.await(admin.listOffsets(
                                all.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())),
                                new ListOffsetsOptions(isolation))
                        .all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    @SuppressWarnings("unchecked") // put in under its class
    private synchronized <T extends SpecificRecord> AvroSerde<T> serde(Class<T> type) {
        return (AvroSerde<T>) serdes.computeIfAbsent(type, t -> AvroSerde.of(type, registryProperties()));
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        admin.close(Duration.ZERO);
        serdes.values().forEach(AvroSerde::close);
        // The two take seconds each and do not need one another.
        CompletableFuture<Void> closing = CompletableFuture.runAsync(registry::close);
        broker.close();
        closing.join();
    }
}
