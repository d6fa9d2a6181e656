package io.tocsin.topology;

import static io.tocsin.fixtures.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.ReportBuilder;
import io.tocsin.places.PlaceLevel;
import io.tocsin.topology.StoredAlerts.Due;
import io.tocsin.watch.Announced;
import io.tocsin.watch.Announced.Phase;
import io.tocsin.watch.Episode;
import io.tocsin.watch.Growth;
import io.tocsin.watch.Handling;
import io.tocsin.watch.Rule;
import io.tocsin.watch.Scope;
import io.tocsin.watch.Severity;
import io.tocsin.watch.Step;
import io.tocsin.watch.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

/** What was announced is kept, and what is due is found in time, as by a plain map. */
class StoredAlertsTest {

    private static final Instant START = Instant.parse("2021-05-04T00:00:00Z");
    private static final List<Phase> PHASES = List.of(Phase.values());
    private static final List<Rule> RULES = List.of(
            aRule().id("three").level(Severity.WATCH, 3).build(),
            aRule().id("three-b")
                    .level(Severity.WATCH, 3)
                    .remind(Optional.of(Duration.ofHours(6)))
                    .build());
    private static final List<Scope> SCOPES = List.of(scope("A"), scope("A B"), scope("B"));

    private final KeyValueStore<Bytes, byte[]> alerts = Memory.store();
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    @Test
    void findsEverythingInTimeAndForgetsNothing() {
        for (int seed = 0; seed < 200; seed++) {
            try {
                doAnything(new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    @Test
    void forgetsALittleAtATimeWhatIsOverAndOldThoughTheBoundRisesMeanwhile() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            StoredAlerts stored = new StoredAlerts(Memory.store());
            Map<String, Step> known = new HashMap<>();
            for (int step = 0; step < 100; step++) {
                Step next = step(random);
                known.put(next.state().id(), next);
                stored.apply(next);
            }
            List<Instant> firsts = known.values().stream()
                    .map(step -> step.state().episode().first())
                    .sorted()
                    .toList();
            Instant bound = firsts.get(random.nextInt(firsts.size()));
            stored.forgetBefore(bound.minus(Duration.ofHours(5)), 1 + random.nextInt(3));
            int most = 1 + random.nextInt(9);
            int rounds = 0;
            while (!stored.forgetBefore(bound, most)) {
                rounds++;
                assertThat(rounds).as("seed %s", seed).isLessThanOrEqualTo(2 * known.size() / most + 2);
            }
            known.values()
                    .removeIf(step -> step.state().phase() != Phase.OPEN
                            && step.state().episode().first().isBefore(bound));
            keepsAll(stored, known);
        }
    }

    private static void doAnything(Random random) {
        KeyValueStore<Bytes, byte[]> alerts = Memory.store();
        StoredAlerts stored = new StoredAlerts(alerts);
        Map<String, Step> known = new HashMap<>();
        Instant now = START;
        for (int step = 0; step < 100; step++) {
            Step next = step(random);
            known.put(next.state().id(), next);
            stored.apply(next);
            if (random.nextInt(10) == 0) {
                stored = new StoredAlerts(alerts);
            }
            if (random.nextInt(4) == 0) {
                now = now.plus(Duration.ofHours(random.nextInt(12)));
                takesAllThatIsDue(stored, known, now, 1 + random.nextInt(5));
            }
            if (step % 20 == 0) {
                keepsAll(stored, known);
            }
        }
        keepsAll(new StoredAlerts(alerts), known);
        assertThat(new StoredAlerts(alerts).takeDue(FAR, Integer.MAX_VALUE))
                .as("at most once in the index")
                .hasSizeLessThanOrEqualTo(known.size());
    }

    /** Takes by the handful until nothing is left, and puts back as the watch does. */
    private static void takesAllThatIsDue(StoredAlerts stored, Map<String, Step> known, Instant now, int handful) {
        Set<Due> taken = new HashSet<>();
        List<Due> some = stored.takeDue(now, handful);
        for (; !some.isEmpty(); some = stored.takeDue(now, handful)) {
            assertThat(some).hasSizeLessThanOrEqualTo(handful);
            taken.addAll(some);
        }
        Set<Due> wanted = new HashSet<>();
        known.values().stream()
                .filter(step -> step.state()
                        .due(step.rule())
                        .filter(at -> !at.isAfter(now))
                        .isPresent())
                .forEach(step -> wanted.add(
                        new Due(step.rule().id(), step.state().scope().book())));
        assertThat(taken).containsAll(wanted);
        for (Step step : List.copyOf(known.values())) {
            if (taken.contains(new Due(step.rule().id(), step.state().scope().book()))) {
                Step resolved = new Step(over(step.state(), step.rule(), now), step.rule(), Optional.empty());
                known.put(resolved.state().id(), resolved);
                stored.apply(resolved);
            }
        }
        assertThat(stored.takeDue(now, handful)).as("nothing twice").isEmpty();
    }

    private static void keepsAll(StoredAlerts stored, Map<String, Step> known) {
        for (Rule rule : RULES) {
            List<Announced> all = new ArrayList<>();
            stored.forEach(rule.id(), all::add);
            assertThat(all)
                    .containsExactlyInAnyOrderElementsOf(known.values().stream()
                            .map(Step::state)
                            .filter(alert -> alert.rule().equals(rule.id()))
                            .toList());
            for (Scope scope : SCOPES) {
                assertThat(stored.of(rule.id(), scope.book()))
                        .containsExactlyInAnyOrderElementsOf(all.stream()
                                .filter(alert -> alert.scope().equals(scope))
                                .toList());
            }
        }
    }

    @Test
    void leavesNothingInTheIndexOfWhatIsResolvedOrWithdrawn() {
        StoredAlerts stored = new StoredAlerts(alerts);
        Announced open = announced("alert-1", RULES.get(0), SCOPES.get(0), Phase.OPEN, START, false);
        stored.apply(new Step(open, RULES.get(0), Optional.empty()));
        assertThat(new StoredAlerts(alerts).takeDue(FAR, 10)).hasSize(1);
        stored = new StoredAlerts(alerts);
        stored.apply(new Step(open, RULES.get(0), Optional.empty()));

        Announced withdrawn = announced("alert-1", RULES.get(0), SCOPES.get(0), Phase.WITHDRAWN, START, false);
        stored.apply(new Step(withdrawn, RULES.get(0), Optional.empty()));

        assertThat(stored.takeDue(FAR, 10)).isEmpty();
        assertThat(new StoredAlerts(alerts).takeDue(FAR, 10)).isEmpty();
    }

    private static Announced over(Announced alert, Rule rule, Instant now) {
        boolean isOver = !now.isBefore(alert.episode().until().plus(rule.quiet()));
        Phase phase = alert.phase() == Phase.OPEN && isOver ? Phase.RESOLVED : alert.phase();
        return announced(alert.id(), rule, alert.scope(), phase, alert.episode().until(), false);
    }

    private static Step step(Random random) {
        Rule rule = RULES.get(random.nextInt(RULES.size()));
        int scope = random.nextInt(SCOPES.size());
        String id = "alert-" + rule.id() + scope + random.nextInt(3);
        Phase phase = random.nextInt(3) == 0 ? PHASES.get(random.nextInt(PHASES.size())) : Phase.OPEN;
        Instant until = START.plus(Duration.ofHours(random.nextInt(24 * 10)));
        return new Step(
                announced(id, rule, SCOPES.get(scope), phase, until, random.nextBoolean()), rule, Optional.empty());
    }

    private static Announced announced(
            String id, Rule rule, Scope scope, Phase phase, Instant until, boolean grewSince) {
        Episode episode = new Episode(
                until.minus(rule.within()),
                until,
                until.minus(rule.within()),
                until.minusMillis(1),
                Severity.WATCH,
                new Tally(3, 1, 0, 0, Set.of("AFP")),
                Optional.empty());
        return new Announced(
                id,
                rule.id(),
                rule.revision(),
                scope,
                phase,
                0,
                episode,
                true,
                true,
                episode.from(),
                new Growth(grewSince, episode.from(), false),
                Optional.empty(),
                Handling.NONE);
    }

    private static Scope scope(String site) {
        return Scope.of(
                ReportBuilder.site("IQ", "P", "D", site).area(PlaceLevel.SITE).orElseThrow());
    }
}
