package io.tocsin.connectors.alertmanager;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads a task from wherever Connect begins to the beginning of the topic, and says when it is back in the present. Where Connect
 * begins, the committed offset, is not told to tasks; it is where the first record lies, or what Connect asks about before there is
 * one. The present is reached when what was committed has been read again and nothing more comes at once: nothing told from then on
 * is older than what was told before. For one thread.
 *
 * <pre>
 *   opened ─► UNKNOWN ─(first record, or Connect's question)─► behind committed offset c, rewound ─(record c-1)─► caught up
 * </pre>
 */
final class CatchUp {

    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

    /** Offsets may have been altered to where no record is; after so long without any the end is taken for reached. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Records that keep coming hold the present up no longer than so. */
    private static final Duration LONGEST_BUSTLE = Duration.ofSeconds(10);

    private final SinkTaskContext context;
    private final Clock clock;
    private final Set<TopicPartition> unknown = new HashSet<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private final Set<TopicPartition> behind = new HashSet<>();
    private final Set<TopicPartition> toRewind = new HashSet<>();
    private Instant lastRecord;
    private Instant caughtUp;

    CatchUp(SinkTaskContext context, Clock clock) {
        this.context = context;
        this.clock = clock;
        this.lastRecord = clock.instant();
    }

    /** These partitions begin. Makes Connect ask about their offsets. */
    void begin(Collection<TopicPartition> partitions) {
        unknown.addAll(partitions);
        lastRecord = clock.instant();
        context.requestCommit();
    }

    /** These partitions are no longer those of this task. */
    void end(Collection<TopicPartition> partitions) {
        unknown.removeAll(partitions);
        behind.removeAll(partitions);
        toRewind.removeAll(partitions);
        committed.keySet().removeAll(partitions);
    }

    /** Connect asks which offsets to commit, and tells where it is. It may be about to take the partitions away: rewind later. */
    void asked(Map<TopicPartition, OffsetAndMetadata> current) {
        current.forEach((partition, offset) -> {
            if (unknown.contains(partition)) {
                found(partition, offset.offset());
            }
        });
    }

    /** Those of the records that count: the others come again, from the beginning. */
    List<SinkRecord> accept(Collection<SinkRecord> records) {
        for (SinkRecord record : records) {
            if (unknown.contains(partition(record))) {
                found(partition(record), record.kafkaOffset());
            }
        }
        toRewind.forEach(partition -> context.offset(partition, 0));
        List<SinkRecord> accepted = records.stream()
                .filter(record -> !toRewind.contains(partition(record)))
                .toList();
        toRewind.clear();
        accepted.forEach(this::reached);
        Instant now = clock.instant();
        lastRecord = records.isEmpty() ? lastRecord : now;
        if (!behind.isEmpty() && now.isAfter(lastRecord.plus(PATIENCE))) {
            LOG.warn("No record where the committed offset is; taking this for the end (partitions={})", behind);
            behind.clear();
        }
        return accepted;
    }

    /** Whether the records that were accepted lead up to the present, given whether there were any in the last batch. */
    boolean isPresent(boolean batchEmpty) {
        if (!unknown.isEmpty() || !behind.isEmpty()) {
            caughtUp = null;
            return false;
        }
        Instant now = clock.instant();
        caughtUp = caughtUp == null ? now : caughtUp;
        return batchEmpty || now.isAfter(caughtUp.plus(LONGEST_BUSTLE));
    }

    /** Whether it was told before, in all likelihood, by the task that committed. */
    boolean isCommitted(SinkRecord record) {
        return record.kafkaOffset() < committed.getOrDefault(partition(record), 0L);
    }

    private void found(TopicPartition partition, long offset) {
        unknown.remove(partition);
        committed.put(partition, offset);
        if (offset > 0) {
            behind.add(partition);
            toRewind.add(partition);
        }
    }

    private void reached(SinkRecord record) {
        TopicPartition partition = partition(record);
        if (behind.contains(partition) && record.kafkaOffset() >= committed.get(partition) - 1) {
            behind.remove(partition);
        }
    }

    static TopicPartition partition(SinkRecord record) {
        return new TopicPartition(record.topic(), record.kafkaPartition());
    }
}
