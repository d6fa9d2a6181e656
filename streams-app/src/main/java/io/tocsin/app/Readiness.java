package io.tocsin.app;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Whether an instance is ready: it runs, every partition of its input is assigned to somebody in its group, and it does
 * not lie too far behind. A running state alone says little: an instance reports it before it has any task.
 */
final class Readiness {

    /** The answer, and the reason if it is no. */
    record Answer(boolean ready, String reason) {}

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final KafkaStreams streams;
    private final Admin admin;
    private final String group;
    private final Supplier<Set<TopicPartition>> assigned;
    private final Set<TopicPartition> input;
    private final long maxLag;
    private Answer last = new Answer(false, "starting");
    private long lastAskedNanos;
    private boolean asked;

    Readiness(KafkaStreams streams, Admin admin, Configuration.Cluster cluster, Set<TopicPartition> input) {
        this.streams = streams;
        this.admin = admin;
        this.group = cluster.applicationId();
        this.assigned = Assignments.of(admin, cluster);
        this.input = Set.copyOf(input);
        this.maxLag = cluster.readyMaxLag();
    }

    /** The answer, at most a few moments old, so that asking often costs the cluster little. */
    synchronized Answer ask() {
        if (streams.state() != KafkaStreams.State.RUNNING) {
            return new Answer(false, "state is " + streams.state());
        }
        if (!asked || System.nanoTime() - lastAskedNanos > FRESH.toNanos() || !last.ready()) {
            last = askCluster();
            lastAskedNanos = System.nanoTime();
            asked = true;
        }
        return last;
    }

    private Answer askCluster() {
        try {
            Set<TopicPartition> unassigned = new HashSet<>(input);
            unassigned.removeAll(assigned.get());
            if (!unassigned.isEmpty()) {
                return new Answer(false, unassigned.size() + " partitions are not assigned");
            }
            long lag = lag();
            return lag > maxLag
                    ? new Answer(false, "lies " + lag + " records behind, more than " + maxLag)
                    : new Answer(true, "running, all partitions assigned, lag " + lag);
        } catch (IllegalStateException e) {
            return new Answer(false, e.getMessage());
        }
    }

    private long lag() {
        Map<TopicPartition, OffsetAndMetadata> committed =
                Topics.await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return Topics.await(admin.listOffsets(input.stream()
                                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                        .all())
                .entrySet()
                .stream()
                .mapToLong(end -> {
                    OffsetAndMetadata done = committed.get(end.getKey());
                    return end.getValue().offset() - (done == null ? 0 : done.offset());
                })
                .sum();
    }
}
