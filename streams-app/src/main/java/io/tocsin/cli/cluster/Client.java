package io.tocsin.cli.cluster;

import io.tocsin.app.Configuration;
import io.tocsin.app.TocsinApp;
import io.tocsin.app.Topics;
import io.tocsin.cli.terminal.CommandFailure;
import io.tocsin.schemas.serde.AvroSerde;
import io.tocsin.schemas.serde.SchemaRegistration;
import io.tocsin.schemas.topics.TopicCatalogue;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A cluster that answers, and what a command needs to talk to it. */
public final class Client implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Behind the last record there often is the mark of a transaction, for which a broker waits that long to answer. */
    private static final Duration FETCH_WAIT = Duration.ofMillis(50);

    private static final int MAX_REQUEST_BYTES = 2 * 1024 * 1024;

    private final Configuration configuration;
    private final Admin admin;

    private Client(Configuration configuration, Admin admin) {
        this.configuration = configuration;
        this.admin = admin;
    }

    /** Asks the cluster that the configuration names for its id, so that nothing later waits for one that is not there. */
    public static Client connect(Configuration configuration) {
        Map<String, Object> properties = new HashMap<>(TocsinApp.adminProperties(configuration.cluster()));
        properties.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() * 3);
        properties.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        Admin admin = admin(properties);
        try {
            admin.describeCluster().clusterId().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return new Client(configuration, admin);
        } catch (ExecutionException | TimeoutException e) {
            admin.close(Duration.ZERO);
            throw unreachable(properties, e);
        } catch (InterruptedException e) {
            admin.close(Duration.ZERO);
            Thread.currentThread().interrupt();
            throw unreachable(properties, e);
        }
    }

    private static Admin admin(Map<String, Object> properties) {
        try {
            return Admin.create(properties);
        } catch (KafkaException e) {
            throw unreachable(properties, e.getCause() == null ? e : e.getCause());
        }
    }

    private static CommandFailure unreachable(Map<String, Object> properties, Throwable cause) {
        String detail =
                cause.getMessage() == null ? "no answer within " + PATIENCE.toSeconds() + " s" : cause.getMessage();
        return CommandFailure.unreachable(
                "the cluster at " + properties.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG) + " cannot be reached ("
                        + detail + "); check bootstrap.servers and that it runs",
                cause);
    }

    /** The topics by name. */
    public TopicCatalogue topics() {
        return configuration.topics();
    }

    /** The topics on the cluster. */
    public Topics topicsThere() {
        return new Topics(admin, configuration.topics());
    }

    Admin admin() {
        return admin;
    }

    /** The configuration that names the cluster. */
    public Configuration configuration() {
        return configuration;
    }

    /** The schemas at the registry; for the caller to close. */
    public SchemaRegistration schemas() {
        return SchemaRegistration.at(TocsinApp.registryProperties(configuration.cluster()));
    }

    /** The values of a class; for the caller to close. */
    public <T extends SpecificRecord> AvroSerde<T> serde(Class<T> type) {
        return AvroSerde.of(type, TocsinApp.registryProperties(configuration.cluster()));
    }

    /** A producer that waits for all replicas; for the caller to close. */
    public Producer<byte[], byte[]> producer() {
        Map<String, Object> properties = properties();
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        properties.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 10);
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Publishes records; they are there when the method returns.
     *
     * @param what they are, for the message of a failure
     */
    void publish(String what, List<ProducerRecord<byte[], byte[]>> records) {
        try (Producer<byte[], byte[]> producer = producer()) {
            List<Future<RecordMetadata>> sent =
                    records.stream().map(producer::send).toList();
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw CommandFailure.failed(
                    what + " could not be published: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("interrupted while publishing " + what, e);
        }
    }

    /** Reads a topic from its beginning. */
    public TopicReader read(String topic) {
        return TopicReader.of(consumer(Map.of()), topic);
    }

    /** Reads a topic on from where the reader of that name committed last, at first from its beginning. */
    public TopicReader readOn(String topic, String reader) {
        return TopicReader.of(consumer(Map.of(ConsumerConfig.GROUP_ID_CONFIG, reader)), topic);
    }

    /** How far the application is with what has been published on a topic. */
    public Backlog backlog(String topic) {
        return new Backlog(this, configuration.cluster().applicationId(), topic);
    }

    /** How far the application is with what it sends itself through a repartition topic. */
    public Backlog backlogWithin(String repartition) {
        String application = configuration.cluster().applicationId();
        return new Backlog(this, application, application + "-" + repartition + "-repartition");
    }

    private KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> more) {
        Map<String, Object> properties = properties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.putIfAbsent(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) FETCH_WAIT.toMillis());
        properties.putAll(more);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> properties() {
        return new HashMap<>(TocsinApp.adminProperties(configuration.cluster()));
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
