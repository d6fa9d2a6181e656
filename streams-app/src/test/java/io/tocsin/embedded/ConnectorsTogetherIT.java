package io.tocsin.embedded;

import static io.tocsin.connectors.alerts.AlertBuilder.anAlert;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.app.Configuration;
import io.tocsin.avro.Alert;
import io.tocsin.avro.Severity;
import io.tocsin.avro.Transition;
import io.tocsin.cli.cluster.Client;
import io.tocsin.cli.cluster.Embedding;
import io.tocsin.cli.cluster.Installation;
import io.tocsin.connectors.SinkPair;
import io.tocsin.connectors.alertmanager.AlertmanagerPair;
import io.tocsin.connectors.alerts.AlertBuilder;
import io.tocsin.connectors.webhook.WebhookPair;
import io.tocsin.schemas.serde.AvroSerde;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.runtime.Connect;
import org.apache.kafka.connect.runtime.distributed.DistributedHerder;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two connectors of each kind of source and of each kind of receiver, together: in the embedded worker, and in a cluster with
 * exactly-once support that workers join and leave. Each report and each article is published once, and every alert arrives.
 */
@Timeout(300)
class ConnectorsTogetherIT {

    private static final Duration LONG = Duration.ofMinutes(2);

    private static EmbeddedStack stack;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        stack = EmbeddedStack.start(EmbeddedStack.Options.temporary(), progress -> {});
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void runInTheEmbeddedWorker() throws Exception {
        try (Everything everything = new Everything("alone", folder)) {
            everything.configurations().forEach(stack.connect()::startConnector);
            everything.awaitAll(() -> {});
            everything.tellMore();
            everything.awaitAll(() -> {});
            everything.configurations().keySet().forEach(stack.connect()::removeConnector);
        }
    }

    @Test
    void runInAClusterThatWorkersJoinAndLeave() throws Exception {
        try (Everything everything = new Everything("shared", folder);
                Cluster cluster = new Cluster()) {
            Running leading = cluster.join();
            everything.configurations().forEach(leading.worker()::put);
            everything.awaitAll(cluster::restartFailed);

            Running second = cluster.join();
            everything.tellMore();
            cluster.awaitAllRunning();
            everything.awaitAll(cluster::restartFailed);

            Running third = cluster.join();
            cluster.leave(second);
            everything.tellMore();
            cluster.awaitAllRunning();
            everything.awaitAll(cluster::restartFailed);

            cluster.leave(leading);
            everything.tellMore();
            cluster.awaitAllRunning();
            everything.awaitAll(cluster::restartFailed);
            assertThat(third.worker().tasks())
                    .hasSameSizeAs(everything.configurations().keySet());
        }
    }

    /** Workers that serve the same connectors, the one that is there longest leading. */
    private static final class Cluster implements AutoCloseable {

        private final List<Running> workers = new ArrayList<>();

        Running join() throws IOException {
            Running worker = Running.start();
            workers.add(worker);
            return worker;
        }

        void leave(Running worker) {
            workers.remove(worker);
            worker.close();
        }

        void restartFailed() throws IOException, InterruptedException {
            workers.get(0).worker().restartFailed();
        }

        /** Waits until all tasks run, some on each of the workers. */
        void awaitAllRunning() {
            List<String> names =
                    workers.stream().map(each -> each.worker().name()).toList();
            await().atMost(LONG).untilAsserted(() -> {
                restartFailed();
                List<ClusterWorker.Task> tasks = workers.get(0).worker().tasks();
                assertThat(tasks).isNotEmpty().allMatch(ClusterWorker.Task::runs);
                assertThat(tasks)
                        .extracting(ClusterWorker.Task::worker)
                        .containsAll(names)
                        .isSubsetOf(names);
            });
        }

        @Override
        public void close() {
            List.copyOf(workers).forEach(this::leave);
        }
    }

    /** The sources, the receivers, and the topics between. */
    private static final class Everything implements AutoCloseable {

        private static final int LINES = 3;
        private static final int ALERTS = 4;

        private final String prefix;
        private final AllSources sources;
        private final Map<String, SinkPair> sinks =
                new TreeMap<>(Map.of("alertmanager", new AlertmanagerPair(), "webhook", new WebhookPair()));
        private final Client client;
        private final Told told;
        private final AvroSerde<Alert> serde;
        private final Producer<byte[], byte[]> producer;
        private final List<AlertBuilder> open = new ArrayList<>();
        private final List<Alert> announced = new ArrayList<>();

        Everything(String prefix, Path folder) throws Exception {
            this.prefix = prefix;
            sources = new AllSources(folder, LINES);
            client = Client.connect(Embedding.configured(Configuration.of(Map.of("topic.prefix", prefix)), stack));
            new Installation(client).create();
            told = new Told(client, sources);
            serde = client.serde(Alert.class);
            producer = client.producer();
            openAlerts();
        }

        Map<String, Map<String, String>> configurations() {
            Map<String, Map<String, String>> all = new TreeMap<>();
            sources.configurations().forEach((name, config) -> {
                Map<String, String> here = new HashMap<>(config);
                here.put("topic.prefix", prefix);
                all.put(prefix + "-" + name, here);
            });
            sinks.forEach((kind, pair) -> pair.configurations().forEach(config -> {
                Map<String, String> here = new HashMap<>(config);
                here.put("topics", client.topics().alerts().name());
                here.put("consumer.override.auto.offset.reset", "earliest");
                all.put(prefix + "-" + kind + "-" + all.size(), here);
            }));
            all.values().forEach(config -> {
                config.put("schema.registry.url", stack.registryUrl().toString());
                config.put("key.converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
                config.put("value.converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
            });
            return all;
        }

        /** All sources tell more; what was open grows worse, and more comes. */
        void tellMore() throws Exception {
            sources.tellMore();
            for (AlertBuilder alert : open) {
                announce(alert.severity(Severity.CRITICAL).next(Transition.ESCALATED));
            }
            openAlerts();
        }

        private void openAlerts() throws Exception {
            for (int i = 0; i < ALERTS; i++) {
                AlertBuilder alert = anAlert("alert-" + open.size());
                open.add(alert);
                announce(alert.next(Transition.OPENED));
            }
        }

        private void announce(Alert alert) throws Exception {
            String topic = client.topics().alerts().name();
            producer.send(new ProducerRecord<>(
                            topic,
                            alert.getId().getBytes(UTF_8),
                            serde.serializer().serialize(topic, alert)))
                    .get();
            announced.add(alert);
        }

        /**
         * Waits until everything told is there and every alert has arrived, and checks that nothing is there twice.
         *
         * @param care what the worker needs meanwhile
         */
        void awaitAll(ThrowingRunnable care) {
            await().atMost(LONG).untilAsserted(() -> {
                care.run();
                told.read();
                assertThat(told.distinct()).isEqualTo(sources.told());
            });
            assertThat(sources.told().keySet()).allSatisfy(kind -> {
                assertThat(told.repeatedSame(kind)).isZero();
                assertThat(told.repeatedChanged(kind)).isZero();
            });
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(sinks.values())
                            .flatExtracting(pair -> pair.lacking(announced))
                            .isEmpty());
        }

        @Override
        public void close() throws IOException {
            producer.close();
            serde.close();
            told.close();
            client.close();
            sinks.values().forEach(SinkPair::close);
            sources.close();
        }
    }

    /** A worker in this process. */
    private record Running(Connect<DistributedHerder> connect, ClusterWorker worker) implements AutoCloseable {

        static Running start() throws IOException {
            int port = ClusterWorker.freePort();
            return new Running(
                    new ConnectDistributed()
                            .startConnect(ClusterWorker.properties(stack.bootstrapServers(), "together", port)),
                    new ClusterWorker(port));
        }

        @Override
        public void close() {
            connect.stop();
            connect.awaitStop();
        }
    }
}
