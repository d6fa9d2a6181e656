package io.tocsin.watch;

import static io.tocsin.fixtures.FactBuilder.aFact;
import static io.tocsin.fixtures.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.ReportBuilder;
import io.tocsin.fixtures.RuleBuilder;
import io.tocsin.places.PlaceLevel;
import io.tocsin.watch.Announced.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The quick ways to a difference lead to where the thorough one does. */
class DifferenceTest {

    private static final int WORLDS = 3_000;
    private static final Instant START = Instant.parse("2021-05-02T00:00:00Z");
    private static final Scope BALAD =
            Scope.of(ReportBuilder.BALAD.area(PlaceLevel.SITE).orElseThrow());

    @Test
    void growsToTheSameEpisodesAsWouldBeDerived() {
        for (long seed = 0; seed < WORLDS; seed++) {
            Random random = new Random(seed);
            Rule rule = rule(random);
            LedgerInMemory ledger = new LedgerInMemory();
            ScopeScan scan = scan(ledger, rule);
            List<Announced> standing = List.of();
            for (int i = 0; i < 20; i++) {
                Fact added = fact("inc-" + i, random);
                ledger.add(added);

                Difference grown = scan.difference(List.of(), List.of(added), standing);

                Set<Episode> expected = Set.copyOf(scan.all());
                assertThat(applied(grown, standing))
                        .as("seed %d, incident %d", seed, i)
                        .isEqualTo(expected);
                Difference derived = scan.derived(standing, added.at(), added.at());
                assertThat(applied(derived, standing))
                        .as("seed %d, incident %d", seed, i)
                        .isEqualTo(expected);
                standing = expected.stream().map(DifferenceTest::announced).toList();
            }
        }
    }

    @Test
    void recountsToTheSameEpisodesAsWouldBeDerived() {
        for (long seed = 0; seed < WORLDS; seed++) {
            Random random = new Random(seed);
            Rule rule = rule(random);
            LedgerInMemory ledger = new LedgerInMemory();
            ScopeScan scan = scan(ledger, rule);
            List<Fact> facts = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                facts.add(fact("inc-" + i, random));
            }
            facts.forEach(ledger::add);
            List<Announced> standing =
                    scan.all().stream().map(DifferenceTest::announced).toList();
            Fact before = facts.get(random.nextInt(facts.size()));
            Fact after = aFact(before.incident())
                    .at(before.at())
                    .origins(before.origins().get(0), "new")
                    .killed(random.nextInt(9))
                    .injured(random.nextInt(9))
                    .sources(random.nextBoolean() ? "acled" : "agency")
                    .build();
            ledger.replace(new Replacement(Optional.of(before), Optional.of(after)));

            Difference recounted = scan.difference(List.of(before), List.of(after), standing);

            assertThat(applied(recounted, standing)).as("seed %d", seed).isEqualTo(Set.copyOf(scan.all()));
        }
    }

    @Test
    void countsOneLessInTheSameEpisodesAsWouldBeDerived() {
        for (long seed = 0; seed < WORLDS; seed++) {
            Random random = new Random(seed);
            Rule rule = manyKindsOfLevel(random);
            LedgerInMemory ledger = new LedgerInMemory();
            ScopeScan scan = scan(ledger, rule);
            List<Fact> facts = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                facts.add(fact("inc-" + i, random));
            }
            facts.forEach(ledger::add);
            while (!facts.isEmpty()) {
                List<Announced> standing =
                        scan.all().stream().map(DifferenceTest::announced).toList();
                Fact removed = facts.remove(random.nextInt(facts.size()));
                ledger.replace(new Replacement(Optional.of(removed), Optional.empty()));

                Difference less = scan.difference(List.of(removed), List.of(), standing);

                assertThat(applied(less, standing))
                        .as("seed %d, %d left", seed, facts.size())
                        .isEqualTo(Set.copyOf(scan.all()));
            }
        }
    }

    /** A bound on the cost: an episode is not read anew because one of its many incidents is gone. */
    @Test
    void readsNoLongEpisodeAnewForOneIncidentLess() {
        Rule rule = aRule().level(Severity.WATCH, 3).build();
        LedgerInMemory ledger = new LedgerInMemory();
        for (int i = 0; i < 1_000; i++) {
            ledger.add(aFact("inc-" + i).at(START.plus(Duration.ofHours(i))).build());
        }
        Fact removed = aFact("gone").at(START.plus(Duration.ofHours(500))).build();
        ledger.add(removed);
        List<Announced> standing =
                scan(ledger, rule).all().stream().map(DifferenceTest::announced).toList();
        ledger.replace(new Replacement(Optional.of(removed), Optional.empty()));
        WalkedLedger walked = new WalkedLedger(ledger);

        Difference less = scan(walked, rule).difference(List.of(removed), List.of(), standing);

        assertThat(applied(less, standing))
                .isEqualTo(Set.copyOf(scan(ledger, rule).all()));
        assertThat(walked.facts()).isLessThan(20);
    }

    /** A bound on the cost: no more of the ledger is walked than the neighbours that the highest level asks for. */
    @Test
    void looksAtTheNearestNeighboursOnlyHoweverManyThereAre() {
        Rule rule = aRule().level(Severity.WATCH, 3).level(Severity.WARNING, 5).build();
        LedgerInMemory ledger = new LedgerInMemory();
        for (int i = 0; i < 1_000; i++) {
            ledger.add(aFact("inc-" + i).at(START.plus(Duration.ofMinutes(i))).build());
        }
        Fact added = aFact("added").at(START.plus(Duration.ofMinutes(500))).build();
        ledger.add(added);

        Neighbours neighbours = new Neighbours(ledger, rule, BALAD);
        assertThat(neighbours.with(added)).hasSize(4 + 1 + 4).contains(added);
        assertThat(neighbours.besides(added)).hasSize(5 + 5).doesNotContain(added);
    }

    private static Rule rule(Random random) {
        RuleBuilder rule = aRule().within(Duration.ofHours(6L * (1 + random.nextInt(8))))
                .quiet(Duration.ofHours(6L * random.nextInt(10)))
                .level(Severity.WATCH, 1 + random.nextInt(3));
        return random.nextBoolean()
                ? rule.build()
                : rule.level(Severity.CRITICAL, 4 + random.nextInt(3)).build();
    }

    private static Rule manyKindsOfLevel(Random random) {
        return aRule().within(Duration.ofHours(6L * (1 + random.nextInt(8))))
                .quiet(Duration.ofHours(6L * random.nextInt(10)))
                .count(random.nextInt(3) == 0 ? Certainty.POSSIBLE : Certainty.CERTAIN)
                .level(new Level(Severity.WATCH, threshold(random), Threshold.NONE))
                .level(new Level(Severity.CRITICAL, Threshold.incidents(4 + random.nextInt(3)), threshold(random)))
                .build();
    }

    private static Threshold threshold(Random random) {
        return new Threshold(
                1 + random.nextInt(3),
                Math.max(0, random.nextInt(8) - 3),
                Math.max(0, random.nextInt(8) - 3),
                random.nextInt(4));
    }

    private static Fact fact(String id, Random random) {
        return aFact(id)
                .at(START.plus(Duration.ofHours(6L * random.nextInt(60))))
                .span(random.nextInt(4) == 0 ? Duration.ofDays(7) : Duration.ofHours(6))
                .killed(random.nextInt(3))
                .injured(random.nextInt(3))
                .origins("origin-" + random.nextInt(4))
                .build();
    }

    private static ScopeScan scan(Ledger ledger, Rule rule) {
        return new ScopeScan(ledger, rule, BALAD, () -> {
            throw new AssertionError("no rule here asks for the past");
        });
    }

    private static Set<Episode> applied(Difference difference, List<Announced> standing) {
        List<Announced> kept = new ArrayList<>(standing);
        kept.removeAll(difference.before());
        Set<Episode> episodes = new HashSet<>(difference.after());
        kept.forEach(alert -> episodes.add(alert.episode()));
        assertThat(episodes).hasSize(kept.size() + difference.after().size());
        return episodes;
    }

    private static Announced announced(Episode episode) {
        return new Announced(
                "alert-" + episode.from(),
                "three-in-three-days",
                0,
                BALAD,
                Phase.OPEN,
                0,
                episode,
                true,
                true,
                episode.from(),
                Growth.none(episode.from()),
                Optional.empty(),
                Handling.NONE);
    }
}
