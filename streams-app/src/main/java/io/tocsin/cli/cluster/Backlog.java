package io.tocsin.cli.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * What a group has not yet committed of a topic. Between the committed offset and the end there may be no record at
 * all but only the mark of a transaction, so a small difference is looked at and not believed.
 */
public final class Backlog {

    private final Client client;
    private final String group;
    private final String topic;

    Backlog(Client client, String group, String topic) {
        this.client = client;
        this.group = group;
        this.topic = topic;
    }

    /** How many records have been committed of those that are there, and how many those are. */
    public record Count(long done, long all) {}

    /** How far the group is, in offsets. */
    public Count count() {
        Map<TopicPartition, Long> committed = committed();
        Map<TopicPartition, Long> starts = offsets(OffsetSpec.earliest());
        long done = 0;
        long all = 0;
        for (Map.Entry<TopicPartition, Long> end : offsets(OffsetSpec.latest()).entrySet()) {
            long start = starts.get(end.getKey());
            done += Math.max(committed.getOrDefault(end.getKey(), start), start) - start;
            all += end.getValue() - start;
        }
        return new Count(done, all);
    }

    /** Whether the group has committed every record that is there; not so while there is no such topic. */
    public boolean isDone() {
        Map<TopicPartition, Long> committed = committed();
        Map<TopicPartition, Long> behind = new HashMap<>();
        Map<TopicPartition, Long> ends = offsets(OffsetSpec.latest());
        Map<TopicPartition, Long> starts = offsets(OffsetSpec.earliest());
        ends.forEach((partition, end) -> {
            long from = Math.max(committed.getOrDefault(partition, 0L), starts.get(partition));
            if (from < end) {
                behind.put(partition, from);
            }
        });
        return !ends.isEmpty() && !anyRecord(behind);
    }

    private boolean anyRecord(Map<TopicPartition, Long> from) {
        if (from.isEmpty()) {
            return false;
        }
        try (TopicReader reader = client.read(topic)) {
            Map<TopicPartition, Long> ends = reader.ends();
            ends.keySet().retainAll(from.keySet());
            Map<TopicPartition, Long> begin = new HashMap<>(reader.ends());
            begin.putAll(from);
            reader.seek(begin);
            while (!reader.reached(ends)) {
                if (!reader.poll().isEmpty()) {
                    return true;
                }
            }
            return false;
        }
    }

    private Map<TopicPartition, Long> committed() {
        Map<TopicPartition, Long> committed = new HashMap<>();
        await(client.admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> put(committed, partition, offset));
        return committed;
    }

    private void put(Map<TopicPartition, Long> committed, TopicPartition partition, OffsetAndMetadata offset) {
        if (partition.topic().equals(topic) && offset != null) {
            committed.put(partition, offset.offset());
        }
    }

    private Map<TopicPartition, Long> offsets(OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> wanted =
                partitions().stream().collect(Collectors.toMap(partition -> partition, partition -> spec));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        await(client.admin().listOffsets(wanted).all())
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private List<TopicPartition> partitions() {
        try {
            TopicDescription described = await(
                            client.admin().describeTopics(List.of(topic)).allTopicNames())
                    .get(topic);
            return described.partitions().stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
        } catch (UnknownTopicOrPartitionException e) {
            return List.of();
        }
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while waiting for the cluster", e);
        }
    }
}
