package io.tocsin.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.avro.Report;
import io.tocsin.avro.Rule;
import io.tocsin.schemas.serde.AvroSerde;
import io.tocsin.topology.RuleRecords;
import io.tocsin.watch.grammar.RuleReader;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Brings rules and reports to a lane's topics. For one thread. */
final class Loader implements AutoCloseable {

    private final Lane lane;
    private final AvroSerde<Report> reports;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    private Loader(Lane lane, int lingerMs) {
        this.lane = lane;
        this.reports = AvroSerde.of(Report.class, lane.serdes());
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        lane.bootstrapServers(),
                        ProducerConfig.LINGER_MS_CONFIG,
                        lingerMs,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        128 * 1024,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sends in large batches. */
    static Loader inBulk(Lane lane) {
        return new Loader(lane, 50);
    }

    /** Sends at once. */
    static Loader live(Lane lane) {
        return new Loader(lane, 0);
    }

    /** Puts the rules, in the grammar of rules, into force. */
    void rules(String yaml) {
        RuleReader.Result read = RuleReader.read(yaml);
        if (!read.problems().isEmpty()) {
            throw new IllegalArgumentException("the benchmark's rules are refused: " + read.problems());
        }
        try (AvroSerde<Rule> rules = AvroSerde.of(Rule.class, lane.serdes())) {
            String topic = lane.topics().rules().name();
            read.rules()
                    .forEach(rule ->
                            send(topic, rule.id(), rules.serializer().serialize(topic, RuleRecords.record(rule))));
            flush();
        }
    }

    /** Sends all of them and waits until the broker has them. The mean bytes of a value. */
    double all(Iterator<Report> history) {
        long bytes = 0;
        long count = 0;
        while (history.hasNext()) {
            bytes += send(history.next());
            count++;
        }
        flush();
        return (double) bytes / count;
    }

    /** Sends the report under its country. The bytes of its value. */
    int send(Report report) {
        String topic = lane.topics().reports().name();
        byte[] value = reports.serializer().serialize(topic, report);
        send(topic, report.getPlace().getCountry(), value);
        return value.length;
    }

    /** Waits until the broker has everything. */
    void flush() {
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("the broker did not take everything", failure.get());
        }
    }

    private void send(String topic, String key, byte[] value) {
        var unused = producer.send(new ProducerRecord<>(topic, key.getBytes(UTF_8), value), (metadata, e) -> {
            if (e != null) {
                failure.compareAndSet(null, e);
            }
        });
    }

    @Override
    public void close() {
        producer.close();
        reports.close();
    }
}
