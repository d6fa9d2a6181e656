package io.tocsin.topology;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.Observer;
import io.tocsin.fixtures.Oracle;
import io.tocsin.fixtures.Oracle.Happening;
import io.tocsin.fixtures.Oracle.Stretch;
import io.tocsin.fixtures.RuleOracle;
import io.tocsin.fixtures.Schedule;
import io.tocsin.incident.Report;
import io.tocsin.topology.TopologySettings.Clock;
import io.tocsin.watch.Announced;
import io.tocsin.watch.Announced.Phase;
import io.tocsin.watch.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Small, dense worlds by the thousand through the whole topology, held against an oracle that knows the answer. */
class TopologyPropertyTest {

    private static final long SCHEDULES = Long.getLong("tocsin.schedules", 1_000);

    /** All that schedules publish lies before it, and the newest incidents are not over yet. */
    private static final Instant ALL_PUBLISHED = Instant.parse("2021-05-14T12:00:00Z");

    private static final Instant LONG_AFTER = Instant.parse("2023-01-01T00:00:00Z");

    @Test
    void endsInTheEpisodesOfTheOracleWhateverArrives() {
        forEachSchedule(SCHEDULES, (schedule, harness) -> {
            World world = new World(harness);
            schedule.rules().forEach(world::put);
            schedule.arrivals().forEach(world::report);
            world.letAllPassOnStreamTime();

            world.isTrue();
            world.everythingIsOver();
        });
    }

    @Test
    void announcesNothingWhenItHearsTheSameAgain() {
        forEachSchedule(SCHEDULES / 10, (schedule, harness) -> {
            World world = new World(harness);
            schedule.rules().forEach(world::put);
            schedule.arrivals().forEach(world::report);
            world.letAllPassOnStreamTime();
            world.isTrue();

            schedule.arrivals().forEach(harness::report);
            schedule.reordered(1).arrivals().forEach(harness::report);
            schedule.rules().forEach(harness::rule);
            harness.pass(Duration.ofDays(1));

            assertThat(harness.alerts()).isEmpty();
            assertThat(harness.incidents()).isEmpty();
            assertThat(harness.deadLetters()).isEmpty();
        });
    }

    @Test
    void endsInTheEpisodesOfTheOracleHoweverItsRulesCameAbout() {
        forEachSchedule(SCHEDULES / 4, (schedule, harness) -> {
            Random random = new Random(schedule.seed());
            World world = new World(harness);
            schedule.otherRules(1).forEach(world::put);
            for (Report report : schedule.arrivals()) {
                world.report(report);
                if (random.nextInt(6) == 0) {
                    changeSomeRule(world, schedule, random);
                }
                if (random.nextInt(4) == 0) {
                    harness.pass(Duration.ofSeconds(1));
                }
            }
            List.copyOf(world.rules.keySet()).forEach(world::remove);
            schedule.rules().forEach(world::put);
            harness.pass(Duration.ofSeconds(1));
            world.letAllPassOnStreamTime();

            world.isTrue();
        });
    }

    @Test
    void endsInTheEpisodesOfTheOracleOnWallTime() {
        for (long seed = 0; seed < SCHEDULES / 4; seed++) {
            Schedule schedule = Schedule.of(seed);
            Random random = new Random(seed);
            try (Harness harness = Harness.inMemory(Clock.WALL, ALL_PUBLISHED)) {
                World world = new World(harness);
                schedule.rules().forEach(world::put);
                for (Report report : schedule.arrivals()) {
                    world.report(report);
                    if (random.nextBoolean()) {
                        harness.pass(Duration.ofMinutes(random.nextInt(400)));
                    }
                }
                harness.pass(Duration.ofDays(365));

                world.isTrue();
                world.everythingIsOver();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("schedule of seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private static void changeSomeRule(World world, Schedule schedule, Random random) {
        List<Rule> others = schedule.otherRules(random.nextInt(5));
        Rule other = others.get(random.nextInt(others.size()));
        if (world.rules.containsKey(other.id()) && random.nextInt(3) == 0) {
            world.remove(other.id());
        } else {
            world.put(other);
        }
    }

    /** One run of the topology, beside which stands what was put into it. */
    private static final class World {
        private final Harness harness;
        private final Published published = new Published();
        private final List<Report> seen = new ArrayList<>();
        private final Map<String, Rule> rules = new HashMap<>();

        World(Harness harness) {
            this.harness = harness;
        }

        void put(Rule rule) {
            rules.put(rule.id(), rule);
            harness.rule(rule);
        }

        void remove(String rule) {
            rules.remove(rule);
            harness.deleteRule(rule);
        }

        void report(Report report) {
            seen.add(report);
            harness.report(report);
        }

        /** Taking back a report that nobody knows says nothing but how late it is. */
        void letAllPassOnStreamTime() {
            report(aReport().id("unknown").retracted().published(LONG_AFTER).build());
        }

        void isTrue() {
            published.all(harness.incidents(), harness.alerts());
            Collection<Happening> incidents = Oracle.incidents(seen);
            assertThat(published.incidents()).as("incidents").isEqualTo(incidents);
            Set<Stretch> episodes = rules.values().stream()
                    .flatMap(rule -> RuleOracle.episodes(incidents, rule, seen).stream())
                    .collect(Collectors.toSet());
            assertThat(keptOfRulesInForce().stream().map(Observer::stretch))
                    .as("episodes in the store")
                    .containsExactlyInAnyOrderElementsOf(episodes);
            assertThat(published.episodes(rules.keySet()))
                    .as("episodes as published")
                    .isEqualTo(Published.asSaid(episodes.stream()));
            assertThat(harness.deadLetters()).as("dead letters").isEmpty();
            assertThat(harness.meters().counter("tocsin.rules.refused").count()).isZero();
        }

        void everythingIsOver() {
            assertThat(keptOfRulesInForce()).allMatch(alert -> alert.phase() == Phase.RESOLVED);
        }

        private List<Announced> keptOfRulesInForce() {
            return rules.keySet().stream()
                    .flatMap(rule -> harness.kept(rule).stream())
                    .filter(alert -> alert.phase() != Phase.WITHDRAWN)
                    .toList();
        }
    }

    private interface Check {
        void accept(Schedule schedule, Harness harness);
    }

    private static void forEachSchedule(long schedules, Check check) {
        for (long seed = 0; seed < schedules; seed++) {
            try (Harness harness = Harness.inMemory(Clock.STREAM, Harness.START)) {
                check.accept(Schedule.of(seed), harness);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("schedule of seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
