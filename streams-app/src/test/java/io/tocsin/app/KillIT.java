package io.tocsin.app;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static io.tocsin.fixtures.RuleBuilder.aRule;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.avro.Alert;
import io.tocsin.avro.Incident;
import io.tocsin.fixtures.Oracle.Happening;
import io.tocsin.fixtures.ReportBuilder;
import io.tocsin.fixtures.RuleOracle;
import io.tocsin.incident.Report;
import io.tocsin.places.PlaceLevel;
import io.tocsin.topology.Harness;
import io.tocsin.topology.Published;
import io.tocsin.topology.Shipped;
import io.tocsin.watch.Rule;
import io.tocsin.watch.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** An instance is killed again and again while reports come in; nothing is lost, and nothing is said twice. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class KillIT {

    private static final long SEED = Long.getLong("tocsin.seed", 1);
    private static final int KILLS = Integer.getInteger("tocsin.kills", 10);
    private static final int WORLDS = 100;
    private static final int PARTITIONS = 4;
    private static final long BETWEEN_REPORTS_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final Instant LONG_AFTER = Instant.parse("2023-01-01T00:00:00Z");

    private static final List<PlaceLevel> LEVELS = List.of(PlaceLevel.values());
    private static final List<Rule> RULES = List.of(
            aRule().id("site")
                    .level(Severity.WATCH, 2)
                    .level(Severity.WARNING, 4)
                    .build(),
            aRule().id("province")
                    .per(PlaceLevel.PROVINCE)
                    .level(Severity.WATCH, 3)
                    .remind(Optional.of(Duration.ofHours(12)))
                    .build(),
            aRule().id("country")
                    .per(PlaceLevel.COUNTRY)
                    .within(Duration.ofDays(1))
                    .level(Severity.WATCH, 1)
                    .level(Severity.CRITICAL, 5)
                    .quiet(Duration.ofHours(6))
                    .build());

    @TempDir
    Path data;

    @Test
    void tellsTheSameAsAnInstanceThatWasNeverKilled() throws Exception {
        try (TestCluster cluster = new TestCluster(data, PARTITIONS)) {
            RULES.forEach(cluster::put);
            List<Report> reports = withAnEndInEveryCountry(ManyWorlds.arrivals(SEED, WORLDS));

            killWhile(cluster, reports, KILLS, () -> {});

            List<Alert> alerts = cluster.committed(cluster.topics().alerts());
            List<Incident> incidents = cluster.committed(cluster.topics().incidents());
            report(cluster, KILLS, reports, alerts, incidents);
            Uninterrupted uninterrupted = new Uninterrupted(cluster);
            uninterrupted.alertsById.forEach(
                    (id, transitions) -> assertThat(byId(alerts, Alert::getId).get(id))
                            .as("transitions of %s", id)
                            .isEqualTo(transitions));
            uninterrupted.incidentsById.forEach((id, revisions) -> assertThat(
                            byId(incidents, Incident::getId).get(id))
                    .as("revisions of %s", id)
                    .isEqualTo(revisions));
            assertThat(alerts).hasSameSizeAs(uninterrupted.alerts());
            assertThat(incidents).hasSameSizeAs(uninterrupted.incidents());
            assertThat(cluster.records(cluster.topics().deadLetters().name(), "read_uncommitted"))
                    .isEmpty();
        } catch (AssertionError e) {
            throw new AssertionError("seed " + SEED + ": " + e.getMessage() + log(), e);
        }
    }

    @Test
    void endsInTheTruthThoughRulesChangeWhileItIsKilled() throws Exception {
        try (TestCluster cluster = new TestCluster(data, PARTITIONS)) {
            Random random = new Random(SEED);
            List<Report> reports = withAnEndInEveryCountry(ManyWorlds.arrivals(SEED + 1, WORLDS));

            killWhile(cluster, reports, KILLS / 2, () -> {
                Rule rule = RULES.get(random.nextInt(RULES.size()));
                switch (random.nextInt(20)) {
                    case 0 -> cluster.removeRule(rule.id());
                    case 1 -> cluster.put(rule);
                    case 2 ->
                        cluster.put(aRule().id(rule.id())
                                .revision(2)
                                .per(LEVELS.get(random.nextInt(LEVELS.size())))
                                .level(Severity.WARNING, 2)
                                .build());
                    default -> {
                        // most reports come between changes
                    }
                }
            });

            report(
                    cluster,
                    KILLS / 2,
                    reports,
                    cluster.committed(cluster.topics().alerts()),
                    cluster.committed(cluster.topics().incidents()));
        } catch (AssertionError e) {
            throw new AssertionError("seed " + SEED + ": " + e.getMessage() + log(), e);
        }
    }

    /** Sends the reports and kills meanwhile; in the end the rules are in force, all is committed, and it is true. */
    private void killWhile(TestCluster cluster, List<Report> reports, int kills, Runnable beforeEach) throws Exception {
        AtomicBoolean hurry = new AtomicBoolean();
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
            for (Report report : reports.subList(0, reports.size() - WORLDS)) {
                beforeEach.run();
                cluster.send(report);
                if (!hurry.get()) {
                    LockSupport.parkNanos(BETWEEN_REPORTS_NANOS);
                }
            }
            RULES.forEach(cluster::put);
            reports.subList(reports.size() - WORLDS, reports.size()).forEach(cluster::send);
        });
        Random random = new Random(SEED);
        for (int kill = 0; kill < kills; kill++) {
            Process app = start(cluster);
            if (random.nextInt(4) == 0) {
                assertThat(app.waitFor(random.nextInt(5_000), TimeUnit.MILLISECONDS))
                        .as("ends by itself")
                        .isFalse();
            } else {
                long killAt = written(cluster) + 1 + random.nextInt(400);
                await().pollInterval(Duration.ofMillis(20))
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> written(cluster) >= killAt || !app.isAlive() || sending.isDone());
                assertThat(app.isAlive()).as("lives until it is killed").isTrue();
            }
            app.destroyForcibly().waitFor();
        }
        hurry.set(true);
        sending.get(60, TimeUnit.SECONDS);
        Process last = start(cluster);
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> cluster.isDrained() || !last.isAlive());
            assertThat(last.isAlive()).as("lives until all is drained").isTrue();
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> keepsItsPromises(cluster, reports));
        } finally {
            last.destroyForcibly().waitFor();
        }
    }

    private Process start(TestCluster cluster) throws IOException {
        Map<String, String> configuration = cluster.configuration();
        configuration.put("instance.id", "the-one");
        configuration.put("kafka.producer.transaction.timeout.ms", "5000");
        return ChildApp.start(data, configuration);
    }

    private static long written(TestCluster cluster) {
        return cluster.written(cluster.topics().alerts())
                + cluster.written(cluster.topics().incidents());
    }

    private static void keepsItsPromises(TestCluster cluster, Collection<Report> reports) {
        Published published = new Published();
        published.all(
                cluster.committed(cluster.topics().incidents()),
                cluster.committed(cluster.topics().alerts()));
        Collection<Happening> happened = Shipped.incidents(reports);
        assertThat(published.incidents()).isEqualTo(happened);
        assertThat(published.episodes(RULES.stream().map(Rule::id).collect(toSet())))
                .isEqualTo(Published.asSaid(
                        RULES.stream().flatMap(rule -> RuleOracle.episodes(happened, rule, reports).stream())));
    }

    /** Taking back reports that nobody knows says nothing but how late it is. */
    private static List<Report> withAnEndInEveryCountry(List<Report> reports) {
        List<Report> all = new ArrayList<>(reports);
        for (int world = 0; world < WORLDS; world++) {
            all.add(aReport()
                    .id("end-" + world)
                    .in(ReportBuilder.site(ManyWorlds.country(world), "P", "D", "S"))
                    .retracted()
                    .published(LONG_AFTER)
                    .build());
        }
        return all;
    }

    private static <T> Map<String, List<T>> byId(Collection<T> records, java.util.function.Function<T, String> id) {
        return records.stream().collect(groupingBy(id));
    }

    private static void report(
            TestCluster cluster, int kills, List<Report> reports, List<Alert> alerts, List<Incident> incidents) {
        int all = cluster.records(cluster.topics().incidents().name(), "read_uncommitted")
                        .size()
                + cluster.records(cluster.topics().alerts().name(), "read_uncommitted")
                        .size();
        System.out.printf(
                "%d kills, %d reports, %d revisions of incidents, %d transitions of alerts, %d records aborted%n",
                kills, reports.size(), incidents.size(), alerts.size(), all - incidents.size() - alerts.size());
    }

    private String log() throws IOException {
        String log = Files.readString(ChildApp.log(data), UTF_8);
        return "\nThe end of the instances' log:\n" + log.substring(Math.max(0, log.length() - 4_000));
    }

    /** What the same topology says of the same records in the same order when nobody interrupts it. */
    private static final class Uninterrupted {
        private final List<Alert> alerts = new ArrayList<>();
        private final List<Incident> incidents = new ArrayList<>();
        private final Map<String, List<Alert>> alertsById;
        private final Map<String, List<Incident>> incidentsById;

        Uninterrupted(TestCluster cluster) {
            cluster.records(cluster.topics().reports().name(), "read_committed").stream()
                    .collect(groupingBy(ConsumerRecord::partition))
                    .values()
                    .forEach(partition -> run(cluster, partition));
            alertsById = byId(alerts, Alert::getId);
            incidentsById = byId(incidents, Incident::getId);
        }

        List<Alert> alerts() {
            return alerts;
        }

        List<Incident> incidents() {
            return incidents;
        }

        private void run(TestCluster cluster, List<ConsumerRecord<byte[], byte[]>> partition) {
            try (Harness harness = Harness.asShipped()) {
                RULES.forEach(harness::rule);
                partition.forEach(record ->
                        harness.report(cluster.decoded(cluster.topics().reports(), record)));
                alerts.addAll(harness.alerts());
                incidents.addAll(harness.incidents());
            }
        }
    }
}
