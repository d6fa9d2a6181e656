package io.tocsin.app;

import io.tocsin.schemas.topics.Topic;
import io.tocsin.schemas.topics.TopicCatalogue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;

/** The topics of the catalogue on a cluster: creates what is missing, and says what differs. */
public final class Topics {

    private static final int PATIENCE_SECONDS = 30;

    /**
     * A topic as it should be, and as it is.
     *
     * @param partitions how many it has; empty when there is no such topic
     * @param differences properties that differ, such as {@code cleanup.policy is delete, should be compact}
     */
    public record State(String topic, Optional<Integer> partitions, List<String> differences) {

        /** Whether nothing has to be done. */
        public boolean isFine() {
            return partitions.isPresent() && differences.isEmpty();
        }
    }

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Admin admin;
    private final TopicCatalogue catalogue;

    public Topics(Admin admin, TopicCatalogue catalogue) {
        this.admin = admin;
        this.catalogue = catalogue;
    }

    /** Creates the topics that are missing; those that are there stay as they are. The names created. */
    public List<String> create(int partitions, short replicationFactor) {
        Collection<String> existing = existing();
        List<NewTopic> missing = catalogue.all().stream()
                .filter(topic -> !existing.contains(topic.name()))
                .map(topic -> new NewTopic(
                                topic.name(),
                                Optional.of(topic.partitioning().partitions(partitions)),
                                replicationFactor < 0 ? Optional.empty() : Optional.of(replicationFactor))
                        .configs(topic.config()))
                .toList();
        await(admin.createTopics(missing).all());
        List<String> created = missing.stream().map(NewTopic::name).toList();
        awaitShown(created);
        return created;
    }

    /** A broker that has created a topic may not show it yet, and then whoever comes next finds it missing. */
    private void awaitShown(List<String> created) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!existing().containsAll(created)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the cluster has created " + created + ", but does not show them after "
                        + PATIENCE_SECONDS + " s; try again");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** How the topics are. */
    public List<State> check() {
        Collection<String> existing = existing();
        List<String> present = catalogue.all().stream()
                .map(Topic::name)
                .filter(existing::contains)
                .toList();
        Map<String, TopicDescription> described =
                await(admin.describeTopics(present).allTopicNames());
        Map<String, Config> configs = configs(present);
        return catalogue.all().stream()
                .map(topic -> state(topic, described.get(topic.name()), configs.get(topic.name())))
                .toList();
    }

    /** Partitions of the reports' topic, which must be there. */
    public int reportPartitions() {
        return check().stream()
                .filter(state -> state.topic().equals(catalogue.reports().name()))
                .findFirst()
                .flatMap(State::partitions)
                .orElseThrow(() -> new ConfigurationException(
                        "topic " + catalogue.reports().name()
                                + " does not exist; create the topics with: tocsin topics --create"));
    }

    private static State state(Topic<?> topic, TopicDescription described, Config config) {
        if (described == null) {
            return new State(topic.name(), Optional.empty(), List.of("is missing"));
        }
        List<String> differences = new ArrayList<>();
        topic.config().forEach((name, wanted) -> {
            String value = config.get(name) == null ? "" : config.get(name).value();
            if (!wanted.equals(value)) {
                differences.add(name + " is " + value + ", should be " + wanted);
            }
        });
        return new State(topic.name(), Optional.of(described.partitions().size()), differences);
    }

    private Map<String, Config> configs(List<String> topics) {
        List<ConfigResource> resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        Map<String, Config> byName = new HashMap<>();
        await(admin.describeConfigs(resources).all())
                .forEach((resource, config) -> byName.put(resource.name(), config));
        return byName;
    }

    private Collection<String> existing() {
        return await(admin.listTopics().names());
    }

    static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the cluster", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "the cluster refused: " + e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "the cluster did not answer within " + PATIENCE_SECONDS + " s; check bootstrap.servers", e);
        }
    }
}
