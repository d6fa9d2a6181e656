package io.tocsin.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.Observer;
import io.tocsin.fixtures.Oracle.Stretch;
import io.tocsin.fixtures.Pipeline;
import io.tocsin.fixtures.SameSiteDayFamily;
import io.tocsin.fixtures.Schedule;
import io.tocsin.incident.Incident;
import io.tocsin.incident.Report;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Small, dense worlds by the thousand, held against an oracle that knows the answer by brute force. */
class WatchAgainstOracleTest {

    private static final long SCHEDULES = Long.getLong("tocsin.schedules", 1_200);

    @Test
    void tellsTheTruthAfterEveryReportAndEndsWithAllOfItOver() {
        forEachSchedule(schedule -> {
            Pipeline pipeline = pipeline(schedule);
            Observer observer = new Observer(pipeline);
            schedule.arrivals().forEach(observer::accept);
            observer.letAllPass();

            assertThat(pipeline.standing()).allMatch(alert -> alert.phase() == Announced.Phase.RESOLVED);
            assertThat(stretches(pipeline)).isEqualTo(observer.truth());
            assertThat(openedMoreOftenThanWithdrawn(pipeline))
                    .containsExactlyInAnyOrderElementsOf(
                            pipeline.standing().stream().map(Announced::id).toList());
        });
    }

    @Test
    void endsTheSameWhateverTheOrder() {
        forEachSchedule(schedule -> {
            Pipeline one = passed(schedule);
            Pipeline other = passed(schedule.reordered(1));

            assertThat(withoutRevision(other)).isEqualTo(withoutRevision(one));
            assertThat(stretches(other)).isEqualTo(stretches(one));
        });
    }

    @Test
    void saysNothingWhenItHearsTheSameAgain() {
        forEachSchedule(schedule -> {
            Pipeline pipeline = passed(schedule);

            assertThat(pipeline.acceptAll(schedule.arrivals())).isEmpty();
            assertThat(pipeline.acceptAll(schedule.reordered(2).arrivals())).isEmpty();
        });
    }

    @Test
    void endsTheSameHoweverItsRulesCameAbout() {
        forEachSchedule(schedule -> {
            Pipeline pipeline = new Pipeline(new SameSiteDayFamily(), schedule.otherRules(1));
            Observer observer = new Observer(pipeline);
            Random random = new Random(schedule.seed());
            for (Report report : schedule.arrivals()) {
                observer.acceptAfterRuleChanges(report);
                if (random.nextInt(6) == 0) {
                    changeSomeRule(observer, pipeline, schedule, random);
                }
            }
            settle(observer, pipeline, schedule.rules());
            observer.letAllPass();

            Pipeline fromTheStart = passed(schedule);
            assertThat(stretches(pipeline)).isEqualTo(stretches(fromTheStart));
        });
    }

    private static void changeSomeRule(Observer observer, Pipeline pipeline, Schedule schedule, Random random) {
        List<Rule> others = schedule.otherRules(random.nextInt(5));
        Rule other = others.get(random.nextInt(others.size()));
        boolean inForce = pipeline.rules().stream().anyMatch(rule -> rule.id().equals(other.id()));
        if (inForce && random.nextInt(3) == 0) {
            observer.remove(other.id());
        } else {
            observer.put(other);
        }
    }

    private static void settle(Observer observer, Pipeline pipeline, List<Rule> rules) {
        Set<String> ids = new HashSet<>();
        rules.forEach(rule -> {
            ids.add(rule.id());
            observer.put(rule);
        });
        pipeline.rules().stream().map(Rule::id).filter(id -> !ids.contains(id)).forEach(observer::remove);
    }

    private static Pipeline pipeline(Schedule schedule) {
        return new Pipeline(new SameSiteDayFamily(), schedule.rules());
    }

    private static Pipeline passed(Schedule schedule) {
        Pipeline pipeline = pipeline(schedule);
        pipeline.acceptAll(schedule.arrivals());
        pipeline.advanceTo(pipeline.now().plus(Duration.ofDays(365)));
        return pipeline;
    }

    private static Set<Stretch> stretches(Pipeline pipeline) {
        Set<Stretch> stretches = new HashSet<>();
        for (Announced alert : pipeline.standing()) {
            boolean inForce =
                    pipeline.rules().stream().anyMatch(rule -> rule.id().equals(alert.rule()));
            if (inForce) {
                stretches.add(Observer.stretch(alert));
            }
        }
        return stretches;
    }

    private static Set<String> openedMoreOftenThanWithdrawn(Pipeline pipeline) {
        Map<String, Integer> opened = new TreeMap<>();
        for (Alert alert : pipeline.alerts()) {
            int by = switch (alert.transition()) {
                case OPENED -> 1;
                case WITHDRAWN -> -1;
                case ESCALATED, GREW, REMINDED, EASED, HANDLED, RESOLVED -> 0;
            };
            opened.merge(alert.state().id(), by, Integer::sum);
        }
        assertThat(opened.values()).allMatch(times -> times == 0 || times == 1);
        opened.values().removeIf(times -> times == 0);
        return opened.keySet();
    }

    /** Revisions count what was announced, which depends on the order; nothing else does. */
    private static Map<String, Incident> withoutRevision(Pipeline pipeline) {
        Map<String, Incident> incidents = new TreeMap<>();
        pipeline.incidents()
                .forEach((id, i) -> incidents.put(
                        id,
                        new Incident(
                                id,
                                0,
                                i.occurrence(),
                                i.category(),
                                i.place(),
                                i.target(),
                                i.perpetrator(),
                                i.casualties(),
                                i.quantity(),
                                i.summary(),
                                i.evidence(),
                                i.tags(),
                                i.members(),
                                i.nearMisses(),
                                i.origins(),
                                i.confidence(),
                                i.firstReportedAt(),
                                i.lastReportedAt())));
        return incidents;
    }

    private static void forEachSchedule(Consumer<Schedule> check) {
        for (long seed = 0; seed < SCHEDULES; seed++) {
            try {
                check.accept(Schedule.of(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("schedule of seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
