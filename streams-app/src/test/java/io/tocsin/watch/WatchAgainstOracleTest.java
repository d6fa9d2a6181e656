package io.tocsin.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.Observer;
import io.tocsin.fixtures.Oracle.Stretch;
import io.tocsin.fixtures.Pipeline;
import io.tocsin.fixtures.SameSiteDayFamily;
import io.tocsin.fixtures.Schedule;
import io.tocsin.incident.Incident;
import io.tocsin.incident.Report;
import io.tocsin.incident.ReportId;
import io.tocsin.resolve.Pair;
import io.tocsin.resolve.Ruling;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small, dense worlds by the thousand, held against an oracle that knows the answer by brute force. */
class WatchAgainstOracleTest {

    private static final long SCHEDULES = Long.getLong("tocsin.schedules", 800);
    private static final long STORIES = Long.getLong("tocsin.stories", 10_000);
    private static final long FIRST_STORY = Long.getLong("tocsin.first-story", 0);

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

    /**
     * Reports late, out of order, corrected and taken back, split and joined, rules that come, change and go, operators
     * who handle alerts: in every tenth step or so, and at the end, what stands is what is true.
     */
    @Test
    void tellsTheTruthThroughWhateverHappens() {
        Set<Scope.Kind> scopes = new HashSet<>();
        Set<Transition> transitions = new HashSet<>();
        Set<String> measures = new TreeSet<>();
        for (long seed = FIRST_STORY; seed < FIRST_STORY + STORIES; seed++) {
            for (Alert alert : told(seed).alerts()) {
                scopes.add(alert.state().scope().kind());
                transitions.add(alert.transition());
                measures.addAll(measures(alert));
            }
        }
        if (STORIES >= 1_000) {
            assertThat(scopes).containsExactlyInAnyOrder(Scope.Kind.values());
            assertThat(transitions).containsExactlyInAnyOrder(Transition.values());
            assertThat(measures).containsExactly("incidents", "injured", "killed", "origins", "possible", "unusual");
        }
    }

    /** Found by telling more stories than a build does: instants, rumours and pasts that changed something far from them. */
    @ParameterizedTest
    @ValueSource(longs = {15_191, 83_712, 89_699})
    void tellsTheTruthWhereItOnceDidNot(long seed) {
        assertThat(told(seed).alerts()).isNotEmpty();
    }

    private static Pipeline told(long seed) {
        Schedule schedule = Schedule.of(1_000_000 + seed);
        Pipeline pipeline = new Pipeline(new SameSiteDayFamily(), schedule.otherRules(1));
        try {
            tell(schedule, pipeline);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("story of seed " + seed + ": " + e.getMessage(), e);
        }
        return pipeline;
    }

    private static void tell(Schedule schedule, Pipeline pipeline) {
        Observer observer = new Observer(pipeline);
        Random random = new Random(schedule.seed());
        for (Report report : schedule.arrivals()) {
            observer.hear(report);
            switch (random.nextInt(24)) {
                case 0, 1, 2 -> changeSomeRule(observer, pipeline, schedule, random);
                case 3, 4 -> ruleOnSomeReports(observer, pipeline, schedule, random);
                case 5, 6 -> handleSomeAlert(observer, pipeline, random);
                case 7, 8 -> observer.stateIsTrue();
                default -> {
                    // goes on
                }
            }
        }
        settle(observer, pipeline, schedule.rules());
        observer.letAllPass();
    }

    /** What an alert's severity came from, as far as it can be told. */
    private static Set<String> measures(Alert alert) {
        Severity severity = alert.state().episode().severity();
        Set<String> measures = new TreeSet<>();
        alert.rule()
                .level(severity)
                .ifPresentOrElse(
                        level -> {
                            Threshold asked = level.all().orHigher(level.any());
                            addIf(measures, asked.incidents() > 0, "incidents");
                            addIf(measures, asked.killed() > 0, "killed");
                            addIf(measures, asked.injured() > 0, "injured");
                            addIf(measures, asked.origins() > 0, "origins");
                        },
                        () -> measures.add("unusual"));
        addIf(measures, alert.state().episode().tally().possible() > 0, "possible");
        return measures;
    }

    private static void addIf(Set<String> measures, boolean asked, String name) {
        if (asked) {
            measures.add(name);
        }
    }

    private static void ruleOnSomeReports(Observer observer, Pipeline pipeline, Schedule schedule, Random random) {
        List<ReportId> ids =
                schedule.arrivals().stream().map(Report::id).distinct().toList();
        ReportId one = ids.get(random.nextInt(ids.size()));
        ReportId other = ids.get(random.nextInt(ids.size()));
        if (!one.equals(other)) {
            Ruling.Kind kind = Ruling.Kind.values()[random.nextInt(Ruling.Kind.values().length)];
            String action = "act-" + random.nextInt(1_000_000);
            observer.accept(new Ruling(kind, pipeline.now(), action, "ruled"), Set.of(Pair.of(one, other)));
        }
    }

    private static void handleSomeAlert(Observer observer, Pipeline pipeline, Random random) {
        List<Announced> standing = pipeline.standing();
        if (standing.isEmpty()) {
            return;
        }
        Announced alert = standing.get(random.nextInt(standing.size()));
        boolean inForce = pipeline.rules().stream().anyMatch(rule -> rule.id().equals(alert.rule()));
        if (inForce) {
            AlertAction.Kind kind = AlertAction.Kind.values()[random.nextInt(4)];
            Optional<Instant> until = kind == AlertAction.Kind.MUTE
                    ? Optional.of(pipeline.now().plus(Duration.ofHours(random.nextInt(100))))
                    : Optional.empty();
            Handling.Remark remark = new Handling.Remark("anna", pipeline.now(), Optional.empty());
            observer.accept(
                    new AlertAction(alert.id(), alert.rule(), alert.scope().book(), kind, remark, until));
        }
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
