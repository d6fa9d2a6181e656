package io.tocsin.topology;

import static io.tocsin.fixtures.FactBuilder.aFact;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.ReportBuilder;
import io.tocsin.places.Place;
import io.tocsin.places.PlaceLevel;
import io.tocsin.places.PlacePrecision;
import io.tocsin.watch.Fact;
import io.tocsin.watch.LedgerInMemory;
import io.tocsin.watch.Per;
import io.tocsin.watch.Replacement;
import io.tocsin.watch.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

/** The ledger in a store answers as a plain list of facts would. */
class StoredLedgerTest {

    private static final List<Per> SCOPES = List.of(
            new Per.Areas(PlaceLevel.SITE),
            new Per.Areas(PlaceLevel.DISTRICT),
            new Per.Areas(PlaceLevel.PROVINCE),
            new Per.Areas(PlaceLevel.COUNTRY),
            new Per.Grid(4),
            new Per.Grid(7));
    private static final List<PlacePrecision> PRECISIONS = List.of(PlacePrecision.values());
    private static final Instant START = Instant.parse("1969-12-28T00:00:00Z");

    private final KeyValueStore<Bytes, byte[]> store = Memory.store();

    @Test
    void answersAsAListWould() {
        for (int seed = 0; seed < 50; seed++) {
            try {
                KeyValueStore<Bytes, byte[]> fresh = Memory.store();
                doAnything(fresh, new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private static void doAnything(KeyValueStore<Bytes, byte[]> store, Random random) {
        StoredLedger ledger = new StoredLedger(store);
        List<Fact> facts = new ArrayList<>();
        int incidents = 1 + random.nextInt(80);
        for (int step = 0; step < 150; step++) {
            Optional<Fact> before = random.nextInt(3) == 0 || facts.size() >= incidents
                    ? Optional.of(facts).filter(f -> !f.isEmpty()).map(f -> f.get(random.nextInt(f.size())))
                    : Optional.empty();
            Optional<Fact> after = before.isPresent() && random.nextBoolean()
                    ? Optional.empty()
                    : Optional.of(fact(before.map(Fact::incident).orElse("inc-" + step), random));
            before.ifPresent(facts::remove);
            after.ifPresent(facts::add);
            ledger.apply(List.of(new Replacement(before, after)), StoredLedgerTest::path);
            if (random.nextInt(20) == 0) {
                ledger = new StoredLedger(store);
            }
            if (random.nextInt(20) == 0) {
                Instant bound = instant(random).truncatedTo(ChronoUnit.DAYS);
                ledger.forgetBefore((int) Math.floorDiv(bound.getEpochSecond(), 24 * 3600), Integer.MAX_VALUE);
                facts.removeIf(fact -> fact.at().isBefore(bound));
            }
            ask(ledger, facts, random);
        }
        List<Fact> all = new ArrayList<>();
        for (String home : ledger.homes()) {
            ledger.forEach(home, all::add);
        }
        assertThat(all).containsExactlyInAnyOrderElementsOf(facts);
    }

    /** Held against the ledger in memory, which keeps everything by scope and has no days. */
    private static void ask(StoredLedger ledger, List<Fact> facts, Random random) {
        LedgerInMemory expected = new LedgerInMemory();
        SCOPES.forEach(expected::keep);
        facts.forEach(expected::add);
        Fact somewhere = aFact("somewhere").in(place(random)).build();
        Per per = SCOPES.get(random.nextInt(SCOPES.size()));
        Instant from = random.nextInt(10) == 0 ? Instant.MIN : instant(random);
        Instant until = random.nextInt(10) == 0 ? Instant.MAX : instant(random);
        per.scopeOf(somewhere).ifPresent(scope -> {
            assertThat(ledger.forward(scope, from, until))
                    .as("forward in %s from %s until %s", scope, from, until)
                    .containsExactlyElementsOf(expected.forward(scope, from, until));
            assertThat(ledger.backward(scope, from, until))
                    .as("backward in %s from %s until %s", scope, from, until)
                    .containsExactlyElementsOf(expected.backward(scope, from, until));
            assertThat(ledger.possible(scope, from, until))
                    .as("possible in %s from %s until %s", scope, from, until)
                    .containsExactlyInAnyOrderElementsOf(expected.possible(scope, from, until));
            assertThat(ledger.atMost(scope, from, until))
                    .as("at most in %s from %s until %s", scope, from, until)
                    .isGreaterThanOrEqualTo(expected.atMost(scope, from, until));
            List<Fact> all = new ArrayList<>();
            ledger.forward(scope, Instant.MIN, Instant.MAX).forEach(all::add);
            assertThat(ledger.atMost(scope, Instant.MIN, Instant.MAX))
                    .as("at most in %s, once all were read", scope)
                    .isEqualTo(all.size());
        });
        String country = somewhere.place().country();
        double km = random.nextInt(300);
        somewhere
                .place()
                .coordinates()
                .ifPresent(point -> assertThat(ledger.near(country, point, km, from, until))
                        .as("within %s km of %s", km, point)
                        .containsExactlyElementsOf(expected.near(country, point, km, from, until)));
    }

    @Test
    void staysTrueWhenItForgetsTheDaysThatItKeptInMemory() {
        StoredLedger ledger = new StoredLedger(store);
        Place balad = ReportBuilder.BALAD;
        Scope site = Scope.of(balad.area(PlaceLevel.SITE).orElseThrow());
        Fact early = aFact("early").at("1900-01-01T12:00:00Z").in(balad).build();
        Fact late = aFact("late").at("2190-01-01T12:00:00Z").in(balad).build();
        Consumer<Replacement> change = replacement -> ledger.apply(List.of(replacement), StoredLedgerTest::path);
        change.accept(new Replacement(Optional.empty(), Optional.of(early)));
        change.accept(new Replacement(Optional.empty(), Optional.of(late)));

        // More days than are kept: a hundred thousand at each level
        for (PlaceLevel level : PlaceLevel.values()) {
            Scope area = Scope.of(balad.area(level).orElseThrow());
            assertThat(ledger.forward(area, Instant.MIN, Instant.MAX)).containsExactly(early, late);
        }
        Fact moved =
                aFact("early").at("1900-01-01T13:00:00Z").in(balad).killed(2).build();
        change.accept(new Replacement(Optional.of(early), Optional.of(moved)));
        Fact added = aFact("added").at("1900-01-01T12:30:00Z").in(balad).build();
        change.accept(new Replacement(Optional.empty(), Optional.of(added)));

        assertThat(ledger.forward(site, Instant.MIN, moved.at())).containsExactly(added, moved);
        assertThat(ledger.backward(site, Instant.MIN, moved.at())).containsExactly(moved, added);
    }

    @Test
    void walksOverThousandsOfFactsOfOneDay() {
        StoredLedger ledger = new StoredLedger(store);
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            facts.add(aFact("inc-" + i).at(START.plusSeconds(i)).build());
        }
        Collections.shuffle(facts, new Random(1));
        facts.forEach(fact ->
                ledger.apply(List.of(new Replacement(Optional.empty(), Optional.of(fact))), StoredLedgerTest::path));
        Collections.sort(facts);

        Scope site = Scope.of(facts.get(0).place().area(PlaceLevel.SITE).orElseThrow());
        assertThat(ledger.forward(site, Instant.MIN, Instant.MAX)).containsExactlyElementsOf(facts);
        assertThat(new StoredLedger(store).forward(site, facts.get(2_990).at(), Instant.MAX))
                .containsExactlyElementsOf(facts.subList(2_990, 3_000));
    }

    private static Fact fact(String incident, Random random) {
        return aFact(incident)
                .at(instant(random))
                .in(place(random))
                .killed(random.nextInt(3))
                .origins("AFP", "x".repeat(random.nextInt(900)))
                .build();
    }

    /** Around 1970, where milliseconds change their sign, and often at one instant. */
    private static Instant instant(Random random) {
        return START.plus(Duration.ofHours(random.nextInt(24 * 8))).plusMillis(random.nextInt(2));
    }

    /** Names that contain one another, and places known to less than a site. */
    private static Place place(Random random) {
        List<String> names = List.of("A", "A B", "a", "AB", "A/B", "é");
        return ReportBuilder.place(
                random.nextInt(4) == 0 ? "SY" : "IQ",
                names.get(random.nextInt(2)),
                names.get(random.nextInt(3)),
                names.get(random.nextInt(names.size())),
                random.nextInt(4) == 0 ? PRECISIONS.get(random.nextInt(PRECISIONS.size())) : PlacePrecision.SITE);
    }

    private static String path(Fact fact) {
        return fact.place().path();
    }
}
