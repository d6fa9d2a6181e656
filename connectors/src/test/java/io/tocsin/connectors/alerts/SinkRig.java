package io.tocsin.connectors.alerts;

import io.tocsin.avro.Alert;
import io.tocsin.connectors.publishing.PublishingSettings;
import io.tocsin.connectors.web.WebConfig;
import io.tocsin.schemas.serde.AvroSerde;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.apache.kafka.connect.sink.SinkTaskContext;

/**
 * Runs a sink task over a topic as Connect does: rewinds before it polls, commits what the task gives and only that, hands the same
 * batch over again after a retriable failure, and calls the task though there is nothing.
 */
public final class SinkRig implements AutoCloseable {

    public static final String TOPIC = "tocsin.alerts";

    private static final int MOST_AT_ONCE = 3;
    private static final long TICK_MS = 5;

    private final Supplier<SinkTask> tasks;
    private final Map<String, String> properties = new HashMap<>();
    private final Map<TopicPartition, List<SinkRecord>> topic = new HashMap<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private final Map<TopicPartition, Long> positions = new HashMap<>();

    /** What Connect takes for committed after a rewind, and commits for partitions that the task leaves out. */
    private final Map<TopicPartition, Long> committedAsConnectSeesIt = new HashMap<>();

    private final List<SinkRecord> buried = new CopyOnWriteArrayList<>();
    private final Set<TopicPartition> paused = new HashSet<>();
    private final AvroSerde<Alert> serde;
    private final Semaphore arrived = new Semaphore(0);
    private boolean withoutDeadLetters;
    private List<SinkRecord> redelivery = List.of();
    private Context context;
    private SinkTask task;

    /** Over a topic with so many partitions. */
    public SinkRig(Supplier<SinkTask> tasks, int partitions) {
        this.tasks = tasks;
        with(PublishingSettings.REGISTRY_URL, "mock://" + UUID.randomUUID());
        with(WebConfig.ALLOW_PRIVATE, "true");
        with(WebConfig.READ_TIMEOUT, "300");
        with(WebConfig.TOTAL_TIMEOUT, "2000");
        with(AlertSinkConfig.BACKOFF_FIRST, "20");
        with(AlertSinkConfig.BACKOFF_LONGEST, "100");
        Map<String, String> writing = new HashMap<>(properties);
        writing.put(PublishingSettings.AUTO_REGISTER, "true");
        serde = AvroSerde.of(Alert.class, writing);
        for (int i = 0; i < partitions; i++) {
            topic.put(new TopicPartition(TOPIC, i), new ArrayList<>());
        }
    }

    public SinkRig with(String property, String value) {
        properties.put(property, value);
        return this;
    }

    /** As where the connector has no dead-letter queue. */
    public void withoutDeadLetters() {
        withoutDeadLetters = true;
    }

    public Map<String, String> properties() {
        return properties;
    }

    /** Publishes alerts, each under its id. */
    public SinkRig publish(Alert... alerts) {
        for (Alert alert : alerts) {
            publish(alert.getId(), serde.serializer().serialize(TOPIC, alert));
        }
        return this;
    }

    /** Publishes anything. */
    public SinkRig publish(String key, byte[] value) {
        TopicPartition partition = partition(key);
        List<SinkRecord> log = topic.get(partition);
        long offset = log.isEmpty() ? 0 : log.get(log.size() - 1).kafkaOffset() + 1;
        log.add(new SinkRecord(
                TOPIC,
                partition.partition(),
                Schema.OPTIONAL_BYTES_SCHEMA,
                key.getBytes(StandardCharsets.UTF_8),
                Schema.OPTIONAL_BYTES_SCHEMA,
                value,
                offset,
                System.currentTimeMillis(),
                TimestampType.CREATE_TIME));
        arrived.release();
        return this;
    }

    private TopicPartition partition(String key) {
        return new TopicPartition(TOPIC, Math.floorMod(key.hashCode(), topic.size()));
    }

    /** Leaves of every key only the newest record, as the log cleaner does in the end. */
    public void compact() {
        topic.values().forEach(log -> {
            Map<String, SinkRecord> newest = new HashMap<>();
            log.forEach(record -> newest.put(new String((byte[]) record.key(), StandardCharsets.UTF_8), record));
            log.retainAll(newest.values());
        });
    }

    /** Starts a task where the last one committed. */
    public SinkRig start() {
        positions.clear();
        redelivery = List.of();
        topic.keySet().forEach(partition -> positions.put(partition, committed.getOrDefault(partition, 0L)));
        context = new Context();
        task = tasks.get();
        task.initialize(context);
        task.start(properties);
        task.open(topic.keySet());
        return this;
    }

    /** Ends the task as a stop does. */
    public void stop() {
        commit();
        kill();
    }

    /** Ends the task without a commit. */
    public void kill() {
        task.close(topic.keySet());
        task.stop();
        task = null;
    }

    /** Goes on until this is so. */
    public void until(String what, BooleanSupplier so) throws InterruptedException {
        until(what, Duration.ofSeconds(20), so);
    }

    /** Goes on until this is so, for so long at most. */
    public void until(String what, Duration atMost, BooleanSupplier so) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not in time: " + what);
            }
            tick();
        }
    }

    /** Goes on until all that was published is read and committed. */
    public void untilAllCommitted() throws InterruptedException {
        until("everything is committed", () -> {
            commit();
            return topic.keySet().stream().allMatch(p -> committed(p) == end(p));
        });
    }

    /** One round of Connect's loop. */
    public void tick() throws InterruptedException {
        if (context.commitRequested) {
            context.commitRequested = false;
            commit();
        }
        context.rewinds.forEach((partition, offset) -> {
            positions.put(partition, offset);
            committedAsConnectSeesIt.put(partition, offset);
        });
        context.rewinds.clear();
        List<SinkRecord> batch = redelivery.isEmpty() ? poll() : redelivery;
        try {
            task.put(batch);
            redelivery = List.of();
        } catch (RetriableException e) {
            redelivery = batch;
        }
        if (batch.isEmpty()) {
            // as the consumer waits for records in a poll
            arrived.tryAcquire(TICK_MS, TimeUnit.MILLISECONDS);
        }
    }

    private List<SinkRecord> poll() {
        List<SinkRecord> batch = new ArrayList<>();
        topic.forEach((partition, log) -> {
            if (!paused.contains(partition)) {
                List<SinkRecord> here = log.stream()
                        .filter(record -> record.kafkaOffset() >= positions.get(partition))
                        .limit(MOST_AT_ONCE)
                        .toList();
                here.forEach(record -> positions.put(partition, record.kafkaOffset() + 1));
                batch.addAll(here);
            }
        });
        return batch;
    }

    /** Commits as Connect does. */
    public void commit() {
        Map<TopicPartition, OffsetAndMetadata> current = new HashMap<>();
        positions.forEach((partition, offset) -> current.put(partition, new OffsetAndMetadata(offset)));
        Map<TopicPartition, OffsetAndMetadata> given = task.preCommit(current);
        if (given.isEmpty()) {
            return;
        }
        committed.putAll(committedAsConnectSeesIt);
        given.forEach((partition, offset) -> {
            if (offset.offset() > positions.get(partition)) {
                throw new AssertionError(
                        partition + " commits " + offset.offset() + ", read is " + positions.get(partition));
            }
            committed.put(partition, offset.offset());
        });
        committedAsConnectSeesIt.clear();
    }

    private long end(TopicPartition partition) {
        List<SinkRecord> log = topic.get(partition);
        return log.isEmpty() ? 0 : log.get(log.size() - 1).kafkaOffset() + 1;
    }

    private long committed(TopicPartition partition) {
        return committed.getOrDefault(partition, 0L);
    }

    /** The committed offsets, added up. */
    public long committed() {
        return committed.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What was handed to Connect's dead-letter queue. */
    public List<SinkRecord> buried() {
        return List.copyOf(buried);
    }

    /** Whether the task wants no records at the moment. */
    public boolean isPaused() {
        return !paused.isEmpty();
    }

    @Override
    public void close() {
        if (task != null) {
            kill();
        }
        serde.close();
    }

    /** Connect's side. */
    private final class Context implements SinkTaskContext {

        private final Map<TopicPartition, Long> rewinds = new HashMap<>();
        private boolean commitRequested;

        @Override
        public Map<String, String> configs() {
            return properties;
        }

        @Override
        public void offset(Map<TopicPartition, Long> offsets) {
            rewinds.putAll(offsets);
        }

        @Override
        public void offset(TopicPartition partition, long offset) {
            rewinds.put(partition, offset);
        }

        @Override
        public void timeout(long timeoutMs) {}

        @Override
        public Set<TopicPartition> assignment() {
            return topic.keySet();
        }

        @Override
        public void pause(TopicPartition... partitions) {
            paused.addAll(List.of(partitions));
        }

        @Override
        public void resume(TopicPartition... partitions) {
            paused.removeAll(List.of(partitions));
        }

        @Override
        public void requestCommit() {
            commitRequested = true;
        }

        @Override
        public ErrantRecordReporter errantRecordReporter() {
            return withoutDeadLetters ? null : this::bury;
        }

        private Future<Void> bury(SinkRecord record, Throwable why) {
            buried.add(record);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public PluginMetrics pluginMetrics() {
            throw new UnsupportedOperationException("the task has no metrics");
        }
    }
}
