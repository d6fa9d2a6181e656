package io.tocsin.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.api.push.ReportTaker;
import io.tocsin.avro.Report;
import io.tocsin.incident.InvalidField;
import io.tocsin.places.Place;
import io.tocsin.schemas.serde.AvroSerde;
import io.tocsin.topology.ReportRecords;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes the reports that are pushed over HTTP, by country. Thread-safe. */
final class PushedReports implements ReportTaker, AutoCloseable {

    private static final Duration LONGEST_BLOCK = Duration.ofSeconds(5);
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(10);
    private static final Duration LONGEST_DELIVERY = Duration.ofSeconds(20);

    private final String topic;
    private final Duration ahead;
    private final InstantSource clock;
    private final AvroSerde<Report> serde;
    private final Producer<byte[], byte[]> producer;

    PushedReports(Configuration configuration, InstantSource clock) {
        this.topic = configuration.topics().reports().name();
        this.ahead = configuration.ahead();
        this.clock = clock;
        this.serde = AvroSerde.of(Report.class, TocsinApp.registryProperties(configuration.cluster()));
        this.producer = new KafkaProducer<>(
                properties(configuration.cluster()), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> properties(Configuration.Cluster cluster) {
        Map<String, Object> properties = new HashMap<>(TocsinApp.adminProperties(cluster));
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, LONGEST_BLOCK.toMillis());
        properties.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) LONGEST_REQUEST.toMillis());
        properties.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) LONGEST_DELIVERY.toMillis());
        return properties;
    }

    @Override
    public Optional<String> flaw(Report report) {
        try {
            ReportRecords.report(report).requireNotAfter(clock.instant(), ahead);
            return Optional.empty();
        } catch (InvalidField e) {
            return Optional.of(e.field() + ": " + e.getMessage());
        }
    }

    @Override
    public CompletionStage<Void> take(Report report) {
        if (report.getReceivedAt() == null) {
            report.setReceivedAt(Instant.ofEpochMilli(clock.millis()));
        }
        String country = report.getPlace().getCountry();
        byte[] key = (country == null ? Place.NOWHERE : country).getBytes(UTF_8);
        CompletableFuture<Void> taken = new CompletableFuture<>();
        try {
            byte[] value = serde.serializer().serialize(topic, report);
            Future<RecordMetadata> unused = producer.send(new ProducerRecord<>(topic, key, value), (where, refusal) -> {
                if (refusal == null) {
                    taken.complete(null);
                } else {
                    taken.completeExceptionally(refusal);
                }
            });
        } catch (RuntimeException e) {
            taken.completeExceptionally(e);
        }
        return taken;
    }

    @Override
    public void close() {
        producer.close(LONGEST_BLOCK);
        serde.close();
    }
}
