package io.tocsin.benchmarks;

import io.tocsin.app.Topics;
import io.tocsin.embedded.EmbeddedRegistry;
import io.tocsin.schemas.serde.SchemaRegistration;
import io.tocsin.schemas.topics.TopicCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * The test bed: a broker in a JVM of its own, a registry in this one, both on loopback, and lanes on them that are gone
 * when their run is over. Everything lies in one temporary folder that goes with it.
 */
final class Bed implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final int PATIENCE_SECONDS = 30;

    private final Path folder;
    private final Map<String, String> set;
    private final ChildJvm broker;
    private final EmbeddedRegistry registry;
    private final String bootstrapServers;
    private final Admin admin;
    private int lanes;

    private Bed(Path folder, Map<String, String> set, ChildJvm broker, EmbeddedRegistry registry) {
        this.folder = folder;
        this.set = set;
        this.broker = broker;
        this.registry = registry;
        this.bootstrapServers = broker.await("ready", START);
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** Makes the bed in a new folder under that of the settings. */
    static Bed in(Settings settings) {
        Path parent = settings.folder();
        try {
            Files.createDirectories(parent);
            Path folder = Files.createTempDirectory(parent, "bed-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "bed-remover"));
            ChildJvm broker = ChildJvm.start(
                    BrokerProcess.class,
                    List.of("-Xmx1g"),
                    List.of(folder.resolve("kafka").toString()));
            return new Bed(
                    folder, settings.set(), broker, EmbeddedRegistry.start(EmbeddedRegistry.Options.temporary()));
        } catch (IOException e) {
            throw new UncheckedIOException("no folder can be made in " + parent, e);
        }
    }

    /** A lane with topics of its own, the schemas registered. */
    Lane lane(Contestant contestant, String clock) {
        String name = contestant.label() + "-" + lanes++;
        Lane lane = new Lane(
                bootstrapServers,
                registry.url().toString(),
                name,
                contestant,
                clock,
                folder.resolve("state-" + name),
                set);
        TopicCatalogue topics = lane.topics();
        new Topics(admin, topics).create(Lane.PARTITIONS, (short) 1);
        if (contestant.copies()) {
            await(admin.createTopics(
                            List.of(new NewTopic(lane.copies(), Optional.of(Lane.PARTITIONS), Optional.<Short>empty())))
                    .all());
        }
        try (SchemaRegistration schemas = SchemaRegistration.at(lane.serdes())) {
            schemas.register(topics);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lane;
    }

    /** How many reports the contestant has committed; 0 before it has a group. */
    long committed(Lane lane) {
        String reports = lane.topics().reports().name();
        try {
            return admin
                    .listConsumerGroupOffsets(lane.prefix())
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .entrySet()
                    .stream()
                    .filter(entry -> entry.getKey().topic().equals(reports) && entry.getValue() != null)
                    .map(Map.Entry::getValue)
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw new IllegalStateException("the committed offsets cannot be read", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the broker does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading committed offsets", e);
        }
    }

    /** Bytes in the folder of the lane's state. */
    static long stateBytes(Lane lane) {
        if (!Files.exists(lane.stateDir())) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(lane.stateDir())) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes room: the lane's topics and state are deleted. */
    void clear(Lane lane) {
        Set<String> names = await(admin.listTopics().names());
        await(admin.deleteTopics(names.stream()
                        .filter(name -> name.startsWith(lane.prefix() + ".") || name.startsWith(lane.prefix() + "-"))
                        .toList())
                .all());
        delete(lane.stateDir());
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
        registry.close();
        broker.close();
        delete(folder);
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the broker", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker refuses or does not answer", e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("not everything in " + folder + " could be deleted: " + e.getMessage());
        }
    }
}
