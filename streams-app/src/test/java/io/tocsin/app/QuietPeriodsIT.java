package io.tocsin.app;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static io.tocsin.fixtures.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.tocsin.avro.ActionKind;
import io.tocsin.avro.Alert;
import io.tocsin.avro.OperatorAction;
import io.tocsin.avro.Transition;
import io.tocsin.fixtures.RuleBuilder;
import io.tocsin.schemas.topics.TopicCatalogue;
import io.tocsin.watch.Rule;
import io.tocsin.watch.Severity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.Utils;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What falls due while no instance runs is said once by the next one, on a real broker; and then the clock is set back. */
@Timeout(240)
@Execution(ExecutionMode.CONCURRENT)
class QuietPeriodsIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration WITHIN = Duration.ofHours(1);
    private static final Duration QUIET = Duration.ofHours(2);
    private static final Duration REMIND = Duration.ofHours(6);
    private static final Duration MUTE = Duration.ofHours(8);

    private static final int READINGS_IN_SOME_TICKS = 20;

    /** Each of these rules counts every incident; the first is over when the others still wait. */
    private static final List<Rule> RULES = List.of(
            counting("over").build(),
            counting("reminding").quiet("P30D").remind(Optional.of(REMIND)).build(),
            counting("muted").quiet("P30D").build());

    /** What an instance finds of the state that the one before it kept. */
    private enum State {
        ON_DISK,
        IN_CHANGELOGS
    }

    @TempDir
    static Path data;

    private static TestCluster cluster;

    private final Instant start = Instant.parse("2024-01-01T00:00:00Z");
    private final SystemClock system = new SystemClock(start);

    @TempDir
    Path state;

    @BeforeAll
    static void start() {
        cluster = new TestCluster(data, 1);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void endOnceThoughNoInstanceRunsWhenTheyDo(State kept) throws Exception {
        String name = "quiet-" + kept.ordinal();
        TopicCatalogue topics = TopicCatalogue.withPrefix(name);
        new Topics(cluster.admin(), topics).create(1, (short) 1);
        cluster.register(topics);
        RULES.forEach(rule -> cluster.put(topics, rule));
        try (TocsinApp app = startAndWait(name)) {
            send(topics, "1", start);
            awaitSaid(topics, opened("over"), opened("reminding"), opened("muted"));
            mute(topics, start.plus(MUTE));
            awaitSaid(topics, tuple("muted", Transition.HANDLED, 1, false));
            // A tick later: growth alone is not said sooner.
            system.set(start.plusSeconds(1));
            send(topics, "2", start);
            awaitSaid(
                    topics,
                    tuple("over", Transition.GREW, 1, false),
                    tuple("reminding", Transition.GREW, 1, false),
                    tuple("muted", Transition.GREW, 2, false));
            system.set(start.plus(WITHIN).plusSeconds(1));
            assertThat(app.isReady()).isTrue();
        }
        int before = cluster.committed(topics.alerts()).size();
        if (kept == State.IN_CHANGELOGS) {
            Utils.delete(state.toFile());
        }
        assertThat(Files.exists(state.resolve(name))).isEqualTo(kept == State.ON_DISK);
        Instant later = start.plus(MUTE).plusSeconds(1);
        system.set(later);

        try (TocsinApp app = startAndWait(name)) {
            awaitSaid(
                    topics,
                    tuple("over", Transition.RESOLVED, 2, true),
                    tuple("reminding", Transition.REMINDED, 2, true),
                    tuple("muted", Transition.REMINDED, 3, true));
            system.set(start.plusSeconds(1));
            send(topics, "1", start);
            awaitTicks();
            system.set(later.plus(REMIND.multipliedBy(2)));
            awaitTicks();
            send(topics, "3", system.now());
            awaitSaid(topics, tuple("reminding", Transition.REMINDED, 3, true));
            assertThat(app.isReady()).isTrue();
        }

        assertThat(said(topics).subList(before, said(topics).size()))
                .containsExactlyInAnyOrder(
                        tuple("over", Transition.RESOLVED, 2, true),
                        tuple("reminding", Transition.REMINDED, 2, true),
                        tuple("muted", Transition.REMINDED, 3, true),
                        opened("over"),
                        tuple("reminding", Transition.REMINDED, 3, true),
                        tuple("muted", Transition.GREW, 4, false));
        assertThat(cluster.committed(topics.alerts()))
                .filteredOn(alert -> alert.getTransition() == Transition.RESOLVED)
                .singleElement()
                .satisfies(alert -> assertThat(alert.getTimes().getAnnounced()).isEqualTo(later));
        assertThat(cluster.records(topics.deadLetters().name(), "read_committed"))
                .isEmpty();
    }

    /** With every tick, several look at the clock. */
    private void awaitTicks() {
        int read = system.readings.get();
        await().atMost(LONG).until(() -> system.readings.get() > read + READINGS_IN_SOME_TICKS);
    }

    private TocsinApp startAndWait(String name) {
        Map<String, String> configuration = new HashMap<>(cluster.configuration());
        configuration.put("topic.prefix", name);
        configuration.put("application.id", name);
        configuration.put("state.dir", state.toString());
        configuration.put("clock", "wall");
        TocsinApp app = TocsinApp.start(Configuration.of(configuration), system);
        await().atMost(LONG).until(app::isReady);
        return app;
    }

    private static void send(TopicCatalogue topics, String id, Instant at) {
        cluster.send(
                cluster.record(topics, aReport().id(id).at(at).published(at).build()));
    }

    private void mute(TopicCatalogue topics, Instant until) {
        Alert alert = cluster.committed(topics.alerts()).stream()
                .filter(each -> each.getRule().getId().equals("muted"))
                .findFirst()
                .orElseThrow();
        OperatorAction action = new OperatorAction();
        action.setId("mute");
        action.setKind(ActionKind.MUTE);
        action.setSubject(alert.getId());
        action.setRule(alert.getRule().getId());
        action.setScope(alert.getScope().getKey());
        action.setCountry("IQ");
        action.setWho("anna");
        action.setWhen(system.now());
        action.setUntil(until);
        action.setReports(List.of());
        action.setMembers(List.of());
        action.setOthers(List.of());
        cluster.send(new ProducerRecord<>(
                topics.actions().name(),
                alert.getId().getBytes(StandardCharsets.UTF_8),
                cluster.encoded(OperatorAction.class, topics.actions(), action)));
    }

    private static void awaitSaid(TopicCatalogue topics, Tuple... some) {
        await().atMost(LONG).untilAsserted(() -> assertThat(said(topics)).contains(some));
    }

    /** Rule, transition, sequence, and whether people are told. */
    private static List<Tuple> said(TopicCatalogue topics) {
        return cluster.committed(topics.alerts()).stream()
                .map(alert ->
                        tuple(alert.getRule().getId(), alert.getTransition(), alert.getSequence(), alert.getNotify()))
                .toList();
    }

    private static Tuple opened(String rule) {
        return tuple(rule, Transition.OPENED, 0, true);
    }

    private static RuleBuilder counting(String id) {
        return aRule().id(id).within(WITHIN).level(Severity.WATCH, 1).quiet(QUIET);
    }

    /** A system's clock that reads what it was last set to, though time passes. */
    private static final class SystemClock implements Time {
        private final AtomicInteger readings = new AtomicInteger();
        private final AtomicReference<Instant> now;

        SystemClock(Instant now) {
            this.now = new AtomicReference<>(now);
        }

        Instant now() {
            return now.get();
        }

        void set(Instant time) {
            now.set(time);
        }

        @Override
        public long milliseconds() {
            readings.incrementAndGet();
            return now.get().toEpochMilli();
        }

        @Override
        public long nanoseconds() {
            return SYSTEM.nanoseconds();
        }

        @Override
        public void sleep(long ms) {
            SYSTEM.sleep(ms);
        }

        @Override
        public void waitObject(Object monitor, Supplier<Boolean> condition, long deadlineMs)
                throws InterruptedException {
            SYSTEM.waitObject(monitor, condition, SYSTEM.milliseconds() + deadlineMs - milliseconds());
        }
    }
}
