package io.tocsin.topology;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static io.tocsin.fixtures.ReportBuilder.site;
import static io.tocsin.fixtures.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.ActionKind;
import io.tocsin.avro.Alert;
import io.tocsin.avro.OperatorAction;
import io.tocsin.avro.Transition;
import io.tocsin.fixtures.Oracle;
import io.tocsin.fixtures.Oracle.Happening;
import io.tocsin.fixtures.Oracle.Stretch;
import io.tocsin.fixtures.RuleOracle;
import io.tocsin.incident.Report;
import io.tocsin.places.PlaceLevel;
import io.tocsin.topology.TopologySettings.Clock;
import io.tocsin.watch.Per;
import io.tocsin.watch.Rule;
import io.tocsin.watch.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Reports, ticks, a system's clock that is set forward and back, and restarts, in any order: what an oracle that knows
 * the reports and what the clock read at each tick says to be over is announced with that tick, and nothing else ever is.
 */
class QuietPeriodsPropertyTest {

    private static final long SCHEDULES = Long.getLong("tocsin.schedules", 250);
    private static final int STEPS = 40;
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofDays(100 * 365);

    /** How far the system's clock may be from the truth. */
    private static final List<Duration> WRONG_BY = List.of(
            Duration.ZERO,
            Duration.ofSeconds(-3),
            Duration.ofHours(-2),
            Duration.ofDays(-2),
            Duration.ofDays(-800),
            Duration.ofMillis(700),
            Duration.ofHours(5),
            Duration.ofDays(2),
            Duration.ofDays(800));

    private static final List<Duration> PASSING =
            List.of(TICK, Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(9), Duration.ofDays(1));

    @Test
    void endWithTheTickAtWhichTheClockSaysSoAndOnlyThen() {
        int resolved = 0;
        int again = 0;
        int restarts = 0;
        int refused = 0;
        for (long seed = 0; seed < SCHEDULES; seed++) {
            World world = new World(new Random(seed));
            try {
                world.run();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("schedule of seed " + seed + ": " + e.getMessage(), e);
            } finally {
                world.harness.close();
            }
            resolved += world.resolved;
            again += world.again;
            restarts += world.restarts;
            refused += world.refused;
        }
        System.out.printf(
                "%d schedules: %d times over, %d of them once more after a late report; %d restarts, %d reports refused%n",
                SCHEDULES, resolved, again, restarts, refused);
        assertThat(List.of(resolved, again, restarts, refused)).allMatch(count -> count > 0);
    }

    /** What happens, and what should come of it. */
    private static final class World {
        private final Random random;
        private final List<Rule> rules;
        private final Published published = new Published();
        private final List<Report> sent = new ArrayList<>();
        private final List<Report> admitted = new ArrayList<>();
        private final OverByTheClock oracle = new OverByTheClock();
        private final Set<String> saidToBeOver = new HashSet<>();
        private Map<Stretch, Rule> episodes = Map.of();
        private Harness harness;
        private Instant truth = START;
        private int resolved;
        private int again;
        private int restarts;
        private int refused;

        World(Random random) {
            this.random = random;
            History history = random.nextBoolean()
                    ? History.ENDLESS
                    : new History(Duration.ofDays(200), 10_000, Duration.ofDays(200));
            this.harness = Harness.inMemory(Clock.WALL, START, history);
            this.rules = rules();
        }

        void run() {
            rules.forEach(harness::rule);
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(16)) {
                    case 0, 1, 2, 3, 4, 5 -> report(newReport());
                    case 6 -> someReportAgain();
                    case 7 -> muteSomething();
                    case 8 -> restart();
                    case 9, 10, 11 -> harness.setClock(truth.plus(pick(WRONG_BY)));
                    default -> pass(pick(PASSING));
                }
            }
            pass(LONG);
            assertThat(oracle.open()).isEmpty();
            harness.setClock(truth.minus(LONG));
            pass(TICK);
            someReportAgain();
            pass(LONG);
        }

        private void report(Report report) {
            sent.add(report);
            harness.report(report);
            // It is published after what it tells of.
            boolean future = report.publishedAt().isAfter(harness.now().plus(Harness.AHEAD));
            assertThat(harness.deadLetters()).hasSize(future ? 1 : 0);
            if (future) {
                refused++;
            } else {
                admitted.add(report);
                episodes = episodes();
                oracle.tell(episodes);
            }
            saysOfNothingElseThatItIsOver();
        }

        private void someReportAgain() {
            if (!sent.isEmpty()) {
                report(pick(sent));
            }
        }

        private void muteSomething() {
            List<Alert> standing = published.standing();
            if (!standing.isEmpty()) {
                harness.action(muted(pick(standing), harness.now().plus(pick(PASSING))));
                saysThatNothingIsOver();
            }
        }

        private void restart() {
            Duration down = pick(PASSING);
            truth = truth.plus(down);
            harness = harness.restarted(down);
            restarts++;
            saysThatNothingIsOver();
        }

        private void pass(Duration time) {
            truth = truth.plus(time);
            harness.pass(time);
            Set<Stretch> over = oracle.tick(harness.now());
            List<Alert> said = said();
            List<Alert> saidNow = said.stream()
                    .filter(alert -> alert.getTransition() == Transition.RESOLVED)
                    .toList();
            assertThat(saidNow.stream().map(Over::of))
                    .as("over by the clock that reads %s", harness.now())
                    .containsExactlyInAnyOrderElementsOf(
                            over.stream().map(Over::of).toList());
            assertThat(saidNow)
                    .allMatch(alert -> alert.getTimes().getAnnounced().equals(harness.now()));
            assertThat(said)
                    .extracting(Alert::getTransition)
                    .as("a tick opens nothing")
                    .isSubsetOf(Transition.RESOLVED, Transition.REMINDED, Transition.GREW);
            resolved += over.size();
            standsAsItIs();
        }

        private void saysThatNothingIsOver() {
            assertThat(said()).extracting(Alert::getTransition).doesNotContain(Transition.RESOLVED);
            standsAsItIs();
        }

        /** With a report, only what was over before is over once more, and only if the clock still says so. */
        private void saysOfNothingElseThatItIsOver() {
            Set<String> overBefore = Set.copyOf(saidToBeOver);
            List<Alert> overOnceMore = said().stream()
                    .filter(alert -> alert.getTransition() == Transition.RESOLVED)
                    .toList();
            assertThat(overOnceMore).extracting(Alert::getId).isSubsetOf(overBefore);
            assertThat(overOnceMore.stream().map(Over::of))
                    .as("over once more by the clock that reads %s", harness.now())
                    .isSubsetOf(oracle.due(harness.now()).stream().map(Over::of).toList());
            oracle.hear(overOnceMore.stream().map(Over::of).toList());
            again += overOnceMore.size();
            standsAsItIs();
        }

        /** What was said, held to the promises that are made of sequences, in whatever instance. */
        private List<Alert> said() {
            List<Alert> said = harness.alerts();
            published.all(harness.incidents(), said);
            for (Alert alert : said) {
                if (alert.getTransition() == Transition.RESOLVED) {
                    saidToBeOver.add(alert.getId());
                } else if (alert.getTransition() != Transition.HANDLED) {
                    saidToBeOver.remove(alert.getId());
                }
            }
            return said;
        }

        private void standsAsItIs() {
            assertThat(published.episodes(rules.stream().map(Rule::id).collect(Collectors.toSet())))
                    .isEqualTo(Published.asSaid(episodes.keySet().stream()));
        }

        private Map<Stretch, Rule> episodes() {
            Collection<Happening> incidents = Oracle.incidents(admitted);
            return rules.stream()
                    .flatMap(rule -> RuleOracle.episodes(incidents, rule, admitted).stream()
                            .map(stretch -> Map.entry(stretch, rule)))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        private Report newReport() {
            Instant at = truth.minus(Duration.ofMinutes(random.nextInt(30 * 60)));
            return aReport()
                    .id("r" + sent.size())
                    .at(at)
                    .published(truth)
                    .in(site(pick(List.of("IQ", "SY")), "P", "D", "Site " + random.nextInt(2)))
                    .build();
        }

        private List<Rule> rules() {
            List<Rule> some = new ArrayList<>();
            for (Per per :
                    List.of(new Per.Areas(PlaceLevel.SITE), new Per.Areas(PlaceLevel.COUNTRY), new Per.World())) {
                some.add(aRule().id(per.kind().label())
                        .per(per)
                        .within(pick(List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1))))
                        .level(Severity.WATCH, 1 + random.nextInt(3))
                        .quiet(pick(List.of(Duration.ZERO, Duration.ofHours(1), Duration.ofDays(1))))
                        .remind(random.nextBoolean() ? Optional.empty() : Optional.of(Duration.ofHours(2)))
                        .build());
            }
            return some;
        }

        private <T> T pick(List<T> choices) {
            return choices.get(random.nextInt(choices.size()));
        }
    }

    /**
     * Which episodes are over: those that were due at a tick since they last changed. It knows the episodes, which follow
     * from the reports, and what the clock read at the ticks.
     */
    private static final class OverByTheClock {
        private Map<Stretch, Rule> episodes = Map.of();
        private final Set<Stretch> over = new HashSet<>();

        /** The episodes are now these. */
        void tell(Map<Stretch, Rule> all) {
            episodes = all;
            over.retainAll(all.keySet());
        }

        /** The episodes that are over with a tick at that time, and were not before. */
        Set<Stretch> tick(Instant now) {
            Set<Stretch> due = due(now);
            over.addAll(due);
            return due;
        }

        /** Those of the episodes that are not over which a tick at that time would end. */
        Set<Stretch> due(Instant now) {
            return open().stream()
                    .filter(stretch ->
                            !stretch.until().plus(episodes.get(stretch).quiet()).isAfter(now))
                    .collect(Collectors.toSet());
        }

        /** These are over without a tick. */
        void hear(Collection<Over> said) {
            open().stream().filter(stretch -> said.contains(Over.of(stretch))).forEach(over::add);
        }

        Set<Stretch> open() {
            Set<Stretch> open = new HashSet<>(episodes.keySet());
            open.removeAll(over);
            return open;
        }
    }

    /** An episode that is over, as an alert says it. */
    private record Over(String rule, String scope, Instant from, Instant until) {
        static Over of(Alert alert) {
            return new Over(
                    alert.getRule().getId(),
                    alert.getScope().getKey(),
                    alert.getEpisode().getFrom(),
                    alert.getEpisode().getUntil());
        }

        static Over of(Stretch stretch) {
            return new Over(stretch.rule(), stretch.scope(), stretch.from(), stretch.until());
        }
    }

    private static OperatorAction muted(Alert alert, Instant until) {
        OperatorAction action = new OperatorAction();
        action.setId("mute");
        action.setKind(ActionKind.MUTE);
        action.setSubject(alert.getId());
        action.setRule(alert.getRule().getId());
        action.setScope(alert.getScope().getKey());
        action.setCountry(alert.getScope().getKey().split("/", -1)[0]);
        action.setWho("anna");
        action.setWhen(START);
        action.setUntil(until);
        action.setReports(List.of());
        action.setMembers(List.of());
        action.setOthers(List.of());
        return action;
    }
}
