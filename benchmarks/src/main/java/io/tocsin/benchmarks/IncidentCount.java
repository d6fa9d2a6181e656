package io.tocsin.benchmarks;

import io.tocsin.avro.Incident;
import io.tocsin.avro.IncidentStatus;
import io.tocsin.schemas.serde.AvroSerde;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;

/** Counts the incidents that stand, as committed on the topic of a lane that is over. */
final class IncidentCount {

    private static final Duration POLL = Duration.ofMillis(100);

    private IncidentCount() {}

    /** Those whose last revision is active, so neither taken back nor merged into another. */
    static int of(Lane lane, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        String topic = lane.topics().incidents().name();
        List<TopicPartition> partitions = IntStream.range(0, Lane.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        Set<Bytes> standing = new HashSet<>();
        try (AvroSerde<Incident> serde = AvroSerde.of(Incident.class, lane.serdes());
                KafkaConsumer<byte[], byte[]> consumer = Answers.consumer(lane)) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the incidents of " + lane.prefix() + " cannot be read in time");
                }
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    Incident incident = serde.deserializer().deserialize(topic, record.value());
                    if (incident.getStatus() == IncidentStatus.ACTIVE) {
                        standing.add(Bytes.wrap(record.key()));
                    } else {
                        standing.remove(Bytes.wrap(record.key()));
                    }
                }
            }
        }
        return standing.size();
    }
}
