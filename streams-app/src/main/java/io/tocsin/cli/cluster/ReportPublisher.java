package io.tocsin.cli.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.avro.Report;
import io.tocsin.cli.terminal.CommandFailure;
import io.tocsin.places.Place;
import io.tocsin.schemas.serde.AvroSerde;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Publishes reports by country. Closing it waits until the cluster has taken them all. For one thread. */
public final class ReportPublisher implements AutoCloseable {

    private final String topic;
    private final AvroSerde<Report> serde;
    private final Producer<byte[], byte[]> producer;
    private volatile Exception failure;

    /** Publishes to that cluster. */
    public ReportPublisher(Client client) {
        this.topic = client.topics().reports().name();
        this.serde = client.serde(Report.class);
        this.producer = client.producer();
    }

    /** Publishes a report. Fails when an earlier one was not taken. */
    public void publish(Report report) {
        requireNoFailure();
        if (report.getReceivedAt() == null) {
            report.setReceivedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        }
        String country = report.getPlace().getCountry();
        byte[] key = (country == null ? Place.NOWHERE : country).getBytes(UTF_8);
        Future<RecordMetadata> unused = producer.send(
                new ProducerRecord<>(topic, key, serde.serializer().serialize(topic, report)), (where, refusal) -> {
                    if (refusal != null) {
                        failure = refusal;
                    }
                });
    }

    private void requireNoFailure() {
        Exception known = failure;
        if (known != null) {
            throw CommandFailure.failed("a report was not taken by the cluster: " + known.getMessage(), known);
        }
    }

    @Override
    public void close() {
        producer.close();
        serde.close();
        requireNoFailure();
    }
}
