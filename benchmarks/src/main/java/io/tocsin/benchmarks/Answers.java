package io.tocsin.benchmarks;

import io.tocsin.schemas.serde.AvroSerde;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic as its subscribers do, committed records only, and notes when each report was answered. */
final class Answers implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final CompletableFuture<long[]> all = new CompletableFuture<>();
    private final Thread thread;
    private volatile int answered;
    private volatile boolean closed;

    private <T extends SpecificRecord> Answers(
            Lane lane, String topic, AvroSerde<T> serde, ToIntFunction<T> number, int expected) {
        this.thread = new Thread(
                () -> {
                    try (serde) {
                        all.complete(collect(lane, topic, serde, number, expected));
                    } catch (RuntimeException e) {
                        all.completeExceptionally(e);
                    }
                },
                "answers");
        thread.setDaemon(true);
    }

    /** Starts to read; every answer is the number of its report, each of which is answered once. */
    static <T extends SpecificRecord> Answers read(
            Lane lane, String topic, AvroSerde<T> serde, ToIntFunction<T> number, int expected) {
        Answers answers = new Answers(lane, topic, serde, number, expected);
        answers.thread.start();
        return answers;
    }

    /** Waits until a report was answered: running is not yet working. */
    void awaitFirst(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (answered == 0 && !all.isDone()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the first report is not answered");
            }
            Pause.of(POLL);
        }
    }

    /** When each report was answered, by its number, in the nanoseconds of {@link System#nanoTime}. */
    long[] await(Duration patience) {
        try {
            return all.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("only " + answered + " reports were answered in time", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the answers cannot be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for answers", e);
        }
    }

    private <T extends SpecificRecord> long[] collect(
            Lane lane, String topic, AvroSerde<T> serde, ToIntFunction<T> number, int expected) {
        long[] at = new long[expected];
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(lane)) {
            List<TopicPartition> partitions = IntStream.range(0, Lane.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            int count = 0;
            while (count < expected && !closed) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                long now = System.nanoTime();
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    int index = number.applyAsInt(serde.deserializer().deserialize(topic, record.value()));
                    if (at[index] != 0) {
                        throw new IllegalStateException("report " + index + " was answered twice");
                    }
                    at[index] = now;
                }
                count += records.count();
                answered = count;
            }
        }
        return at;
    }

    /** A consumer that reads what is committed, and has nothing to read yet. */
    static KafkaConsumer<byte[], byte[]> consumer(Lane lane) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        lane.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
