package io.tocsin.connectors.webhook;

import io.tocsin.avro.Alert;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/** The transitions that are still to be sent, in the order of their reading, which is that of each alert. For any number of threads. */
final class Outbox {

    /**
     * A transition, and the record that it came in.
     *
     * @param number tells letters apart, also where a record was read twice
     */
    record Letter(long number, SinkRecord record, Alert alert) {

        TopicPartition partition() {
            return new TopicPartition(record.topic(), record.kafkaPartition());
        }
    }

    private final Deque<Letter> letters = new ArrayDeque<>();
    private long numbers;

    synchronized void add(SinkRecord record, Alert alert) {
        numbers++;
        letters.addLast(new Letter(numbers, record, alert));
        notifyAll();
    }

    /** Waits for the first letter, and leaves it where it is. */
    synchronized Letter first() throws InterruptedException {
        while (letters.isEmpty()) {
            wait();
        }
        return letters.getFirst();
    }

    /** The first letter is dealt with; it may have been taken away meanwhile. */
    synchronized void remove(Letter letter) {
        if (holds(letter)) {
            letters.removeFirst();
        }
    }

    /** Whether the letter, which was the first, is still to be sent. */
    synchronized boolean holds(Letter letter) {
        return !letters.isEmpty() && letters.getFirst().number() == letter.number();
    }

    /** The partitions are no longer those of this task; whoever has them now sends what is left. */
    synchronized void clear(Collection<TopicPartition> partitions) {
        letters.removeIf(letter -> partitions.contains(letter.partition()));
    }

    synchronized int size() {
        return letters.size();
    }

    /** What may be committed, given how far Connect has read: nothing from the first letter of a partition on. */
    synchronized Map<TopicPartition, OffsetAndMetadata> committable(Map<TopicPartition, OffsetAndMetadata> read) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>(read);
        letters.descendingIterator()
                .forEachRemaining(letter -> offsets.computeIfPresent(
                        letter.partition(),
                        (p, offset) -> new OffsetAndMetadata(letter.record().kafkaOffset())));
        return offsets;
    }
}
