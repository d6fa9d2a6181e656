package io.tocsin.app;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupMemberAssignment.TaskIds;
import org.apache.kafka.clients.admin.StreamsGroupSubtopologyDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/** The input partitions that somebody in the group works on; none while the group is not stable. */
final class Assignments {

    private Assignments() {}

    /** Asks the cluster in the words of the group's protocol. */
    static Supplier<Set<TopicPartition>> of(Admin admin, Configuration.Cluster cluster) {
        String group = cluster.applicationId();
        return cluster.groupProtocol().equals("streams")
                ? () -> assigned(
                        Topics.await(admin.describeStreamsGroups(Set.of(group)).all())
                                .get(group))
                : () -> assigned(
                        Topics.await(admin.describeConsumerGroups(Set.of(group)).all())
                                .get(group));
    }

    private static Set<TopicPartition> assigned(ConsumerGroupDescription group) {
        if (group.groupState() != GroupState.STABLE) {
            return Set.of();
        }
        return group.members().stream()
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .collect(Collectors.toSet());
    }

    private static Set<TopicPartition> assigned(StreamsGroupDescription group) {
        if (group.groupState() != GroupState.STABLE) {
            return Set.of();
        }
        Map<String, Collection<String>> topics = group.subtopologies().stream()
                .collect(Collectors.toMap(
                        StreamsGroupSubtopologyDescription::subtopologyId,
                        StreamsGroupSubtopologyDescription::sourceTopics));
        return group.members().stream()
                .flatMap(member -> member.assignment().activeTasks().stream())
                .flatMap(tasks -> partitions(tasks, topics.get(tasks.subtopologyId())))
                .collect(Collectors.toSet());
    }

    private static Stream<TopicPartition> partitions(TaskIds tasks, Collection<String> topics) {
        return topics.stream()
                .flatMap(topic -> tasks.partitions().stream().map(partition -> new TopicPartition(topic, partition)));
    }
}
