package io.tocsin.cli.cluster;

import io.tocsin.cli.terminal.CommandFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Reads what is committed on all partitions of one topic. For one thread. */
public final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    /** What to do with a record. */
    @FunctionalInterface
    public interface Taker {
        /** Takes it. */
        void take(ConsumerRecord<byte[], byte[]> record);
    }

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    private TopicReader(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        this.consumer = consumer;
        this.partitions = partitions;
    }

    static TopicReader of(Consumer<byte[], byte[]> consumer, String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            consumer.close();
            throw CommandFailure.no(
                    "topic " + topic + " does not exist; create the topics with: tocsin topics --create");
        }
        consumer.assign(partitions);
        return new TopicReader(consumer, partitions);
    }

    /** Begins there instead; partitions that are not named begin where they would. */
    void seek(Map<TopicPartition, Long> offsets) {
        offsets.forEach(consumer::seek);
    }

    /** Begins at the first records of that time or later instead. */
    void seekTo(Instant instant) {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, instant.toEpochMilli()));
        Map<TopicPartition, Long> ends = ends();
        consumer.offsetsForTimes(times)
                .forEach((partition, found) ->
                        consumer.seek(partition, found == null ? ends.get(partition) : found.offset()));
    }

    /** The records that come within a moment. */
    public ConsumerRecords<byte[], byte[]> poll() {
        return consumer.poll(POLL);
    }

    /** Where the topic ends now. */
    public Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions);
    }

    /** Whether everything before those ends has been read. */
    public boolean reached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** Reads all that is there now. */
    public void readToEnd(Taker taker) {
        Map<TopicPartition, Long> ends = ends();
        while (!reached(ends)) {
            poll().forEach(taker::take);
        }
    }

    /** Remembers under the reader's name what has been read. */
    public void commit() {
        consumer.commitSync();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
