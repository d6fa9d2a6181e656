package io.tocsin.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.app.Configuration;
import io.tocsin.cli.cluster.Client;
import io.tocsin.cli.cluster.Installation;
import io.tocsin.embedded.ChildWorker.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A worker that polls sources of all kinds is killed again and again, each time in the middle of polls, and another goes on. What was
 * told is published, and nothing a second time with another content; with exactly-once support nothing a second time at all.
 */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class KilledWorkerIT {

    private static final long SEED = Long.getLong("tocsin.seed", 1);
    private static final int KILLS_A_KIND = Integer.getInteger("tocsin.kills", 1);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration CLOSE_LOOK = Duration.ofMillis(5);
    private static final int LINES = 400;

    /** A poll of any kind asks more often than that, once there is something to tell. */
    private static final int MOST_REQUESTS = 8;

    private static final int LATER_MS = 40;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private EmbeddedBroker broker;
    private EmbeddedRegistry registry;
    private Client client;
    private AllSources sources;
    private Told told;

    @BeforeEach
    void start() throws IOException {
        broker = EmbeddedBroker.start(new EmbeddedBroker.Options(
                Optional.of(folder.resolve("kafka")),
                0,
                Map.of(
                        "group.min.session.timeout.ms",
                        "500",
                        "transaction.abort.timed.out.transaction.cleanup.interval.ms",
                        "200")));
        registry = EmbeddedRegistry.start(EmbeddedRegistry.Options.in(folder.resolve("registry")));
        Configuration configuration = Configuration.of(Map.of());
        client = Client.connect(configuration.with(configuration
                .cluster()
                .at(broker.bootstrapServers(), registry.url().toString(), folder.resolve("state"), (short) 1, 0)));
        new Installation(client).create();
        sources = new AllSources(folder, LINES);
        told = new Told(client, sources);
    }

    @AfterEach
    void stop() {
        told.close();
        sources.close();
        client.close();
        registry.close();
        broker.close();
    }

    @Test
    void publishesAllOnceFromACluster() throws Exception {
        int port = ClusterWorker.freePort();
        ClusterWorker worker = new ClusterWorker(port);
        Map<String, String> properties = ClusterWorker.properties(broker.bootstrapServers(), "killed", port);
        // both have to run out before another worker goes on
        properties.put("session.timeout.ms", "1500");
        properties.put("heartbeat.interval.ms", "300");
        properties.put("producer.transaction.timeout.ms", "3000");

        Map<String, Integer> kills = killAgainAndAgain(
                Work.inACluster(properties), () -> connectors().forEach(worker::put), worker::restartFailed);

        for (String kind : report("cluster with exactly-once support", kills)) {
            assertThat(told.repeatedSame(kind)).as("repeated of %s", kind).isZero();
        }
    }

    @Test
    void losesNothingFromTheEmbeddedWorker() throws Exception {
        Path data = folder.resolve("connect");
        Work work = Work.embedded(broker.bootstrapServers(), data, connectors());

        // a source that begins with its newest file does so again until its first offset is stored
        Map<String, Integer> kills = killAgainAndAgain(
                work,
                () -> {},
                () -> assertThat(storedOffsets(data)).contains(connectors().keySet()));

        report("embedded worker", kills);
    }

    /** The offsets that a killed worker leaves, as text in which the connectors' names can be found. */
    private static String storedOffsets(Path data) throws IOException {
        return Files.readString(data.resolve("offsets"), ISO_8859_1);
    }

    private Map<String, Map<String, String>> connectors() {
        Map<String, Map<String, String>> all = new TreeMap<>();
        sources.configurations().forEach((name, config) -> {
            Map<String, String> here = new HashMap<>(config);
            here.put("schema.registry.url", registry.url().toString());
            all.put(name, here);
        });
        return all;
    }

    /**
     * Lets the worker publish everything, but kills it on the way.
     *
     * @param whenStarted what the first worker needs
     * @param care what each of them needs while it publishes
     * @return in how many kills each kind had begun to tell something and had more to tell
     */
    private Map<String, Integer> killAgainAndAgain(Work work, Runnable whenStarted, ThrowingRunnable care)
            throws Exception {
        List<String> kinds = List.copyOf(sources.told().keySet());
        Map<String, Integer> kills = new TreeMap<>();
        Process worker = ChildWorker.start(folder, work);
        try {
            whenStarted.run();
            awaitAll(worker, care);
            for (int kill = 0; kill < KILLS_A_KIND * kinds.size(); kill++) {
                sources.tellMore();
                awaitTheMiddle(kinds.get(kill % kinds.size()), worker);
                worker.destroyForcibly().waitFor();
                told.read();
                sources.told().forEach((kind, expected) -> {
                    if (told.distinct().get(kind) < expected) {
                        kills.merge(kind, 1, Integer::sum);
                    }
                });
                worker = ChildWorker.start(folder, work);
            }
            awaitAll(worker, care);
        } catch (AssertionError | ConditionTimeoutException e) {
            throw new AssertionError("seed " + SEED + ": " + e.getMessage() + log(), e);
        } finally {
            worker.destroyForcibly().waitFor();
        }
        told.read();
        return kills;
    }

    /** Waits until a source of that kind is in the middle of a poll, and for a moment more. */
    private void awaitTheMiddle(String kind, Process worker) throws InterruptedException {
        int enough = progress(kind) + 1 + random.nextInt(MOST_REQUESTS);
        await().pollInterval(CLOSE_LOOK).atMost(LONG).until(() -> progress(kind) >= enough || !worker.isAlive());
        boolean ended = worker.waitFor(random.nextInt(LATER_MS), TimeUnit.MILLISECONDS);
        assertThat(ended).as("ends by itself").isFalse();
    }

    private int progress(String kind) {
        if (!kind.equals(AllSources.FILES)) {
            return sources.asked(kind);
        }
        told.read();
        return told.distinct().get(kind);
    }

    private void awaitAll(Process worker, ThrowingRunnable care) {
        // the REST API of a worker that has just started is not there, or answers with a page
        await().atMost(LONG).ignoreExceptionsInstanceOf(IOException.class).untilAsserted(() -> {
            assertThat(worker.isAlive()).as("lives").isTrue();
            care.run();
            told.read();
            assertThat(told.distinct()).isEqualTo(sources.told());
        });
    }

    /** Prints the figures and checks those that hold for every worker. The kinds. */
    private List<String> report(String worker, Map<String, Integer> kills) {
        StringBuilder table = new StringBuilder("\n" + worker + ", seed " + SEED
                + "\n| source | kills | expected | published | lost | repeated same | repeated changed |\n"
                + "|---|---|---|---|---|---|---|\n");
        List<String> kinds = new ArrayList<>();
        sources.told().forEach((kind, expected) -> {
            int published = told.distinct().get(kind);
            table.append("| %s | %d | %d | %d | %d | %d | %d |%n"
                    .formatted(
                            kind,
                            kills.getOrDefault(kind, 0),
                            expected,
                            published,
                            expected - published,
                            told.repeatedSame(kind),
                            told.repeatedChanged(kind)));
            kinds.add(kind);
        });
        System.out.println(table);
        assertThat(told.distinct()).isEqualTo(sources.told());
        assertThat(kinds).allSatisfy(kind -> {
            assertThat(kills.getOrDefault(kind, 0)).as("kills of %s", kind).isPositive();
            assertThat(told.repeatedChanged(kind)).as("changed of %s", kind).isZero();
        });
        return kinds;
    }

    private String log() throws IOException {
        String log = Files.readString(ChildWorker.log(folder), UTF_8);
        return "\nThe end of the workers' log:\n" + log.substring(Math.max(0, log.length() - 4_000));
    }
}
