package io.tocsin.topology;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.fixtures.ReportBuilder;
import io.tocsin.fixtures.SameSiteDayFamily;
import io.tocsin.incident.Report;
import io.tocsin.incident.ReportId;
import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import io.tocsin.resolve.Block;
import io.tocsin.resolve.Blocks;
import io.tocsin.resolve.Home;
import io.tocsin.resolve.Known;
import io.tocsin.resolve.KnownReports;
import io.tocsin.resolve.Lying;
import io.tocsin.resolve.Matching;
import io.tocsin.resolve.ReportsInMemory;
import io.tocsin.resolve.Resolution;
import io.tocsin.resolve.ScoredMatching;
import io.tocsin.resolve.WeightTable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

/** The reports in a store are remembered as in a plain map. */
class StoredReportsTest {

    private static final Matching MATCHING = new SameSiteDayFamily();
    private static final Instant START = Instant.parse("1969-12-30T00:00:00Z");
    private static final List<String> SOURCES = List.of("source-0", "source-1");
    private static final List<String> SITES = List.of("A", "A B", "AB", "A/B", "é");

    @Test
    void remembersAsAMapDoes() {
        for (int seed = 0; seed < 40; seed++) {
            doAnything(seed, ReportId::hashCode);
        }
    }

    @Test
    void tellsReportsApartWhoseHashesAreTheSame() {
        for (int seed = 0; seed < 40; seed++) {
            doAnything(seed, id -> id.hashCode() & 3);
        }
    }

    private static void doAnything(int seed, ToLongFunction<ReportId> hash) {
        Random random = new Random(seed);
        KeyValueStore<Bytes, byte[]> store = Memory.store();
        KeyValueStore<Bytes, byte[]> rulings = Memory.store();
        StoredReports stored = new StoredReports(store, rulings, MATCHING, History.ENDLESS, new Homes(hash));
        ReportsInMemory expected = new ReportsInMemory(MATCHING);
        Map<ReportId, Known> all = new LinkedHashMap<>();
        for (int step = 0; step < 120; step++) {
            Known known = new Known(report(random), START.plusSeconds(random.nextInt(9)), random.nextInt(3));
            Resolution resolution =
                    new Resolution(Optional.of(Resolution.Outcome.NEW), List.of(known), Map.of(), List.of(), Set.of());
            stored.apply(resolution);
            expected.apply(resolution);
            all.put(known.report().id(), known);
            if (random.nextInt(20) == 0) {
                stored = new StoredReports(store, rulings, MATCHING, History.ENDLESS, new Homes(hash));
            }
            compare(seed, stored, expected, all.values());
        }
        compare(
                seed,
                new StoredReports(store, rulings, MATCHING, History.ENDLESS, new Homes(hash)),
                expected,
                all.values());
        assertThat(store.approximateNumEntries()).as("one entry a report").isEqualTo(all.size());
    }

    private static void compare(int seed, KnownReports stored, KnownReports expected, Iterable<Known> all) {
        for (Known known : all) {
            ReportId id = known.report().id();
            Block block = block(known.report());
            assertThat(stored.find(id)).as("seed %d, %s", seed, id).isEqualTo(expected.find(id));
            assertThat(stored.in(block))
                    .as("seed %d, %s", seed, block)
                    .containsExactlyInAnyOrderElementsOf(expected.in(block));
            for (Block lies : MATCHING.homes(known).get(0).blocks()) {
                assertThat(stored.size(lies)).isEqualTo(expected.size(lies));
                for (String source : SOURCES) {
                    if (expected.mayHold(Blocks.of(lies), source::equals)) {
                        assertThat(stored.mayHold(Blocks.of(lies), source::equals))
                                .as("seed %d, %s of %s", seed, source, lies)
                                .isTrue();
                    }
                }
            }
        }
        ReportId unknown = new ReportId("nobody", "0");
        assertThat(stored.find(unknown)).isEqualTo(expected.find(unknown)).isEmpty();
        assertThat(stored.in(new Block(0, "IQ/nowhere", ""))).isEmpty();
    }

    @Test
    void knowsTheOnlySourceOfABlock() {
        StoredReports stored = new StoredReports(Memory.store(), Memory.store(), MATCHING, History.ENDLESS);
        Known known = new Known(aReport().by("one").build(), START, 0);
        Blocks home = Blocks.of(block(known.report()));
        assertThat(stored.mayHold(home, source -> true)).isFalse();

        stored.apply(
                new Resolution(Optional.of(Resolution.Outcome.NEW), List.of(known), Map.of(), List.of(), Set.of()));

        assertThat(stored.mayHold(home, "one"::equals)).isTrue();
        assertThat(stored.mayHold(home, "other"::equals)).isFalse();
    }

    @Test
    void knowsToTheMetreWhereAReportHappenedOrDoesNotTell() {
        assertThat(spotsKnown(ReportId::hashCode)).isGreaterThan(100);
        assertThat(spotsKnown(id -> id.hashCode() & 3)).isGreaterThan(10);
    }

    private static int spotsKnown(ToLongFunction<ReportId> hash) {
        Matching matching = new ScoredMatching(WeightTable.shipped());
        Random random = new Random(1);
        StoredReports stored =
                new StoredReports(Memory.store(), Memory.store(), matching, History.ENDLESS, new Homes(hash));
        Map<ReportId, Report> all = new LinkedHashMap<>();
        int told = 0;
        for (int step = 0; step < 300; step++) {
            Report report = located(random);
            stored.apply(new Resolution(
                    Optional.of(Resolution.Outcome.NEW),
                    List.of(new Known(report, START, 0)),
                    Map.of(),
                    List.of(),
                    Set.of()));
            all.put(report.id(), report);
            for (Report each : all.values()) {
                Known known = new Known(each, START, 0);
                for (Lying lying :
                        stored.in(matching.homes(known).get(0).blocks().get(0))) {
                    if (lying.id().equals(each.id()) && lying.spot().isPresent()) {
                        Coordinates exact = matching.spot(known).orElseThrow();
                        assertThat(lying.spot().get().lat()).isCloseTo(exact.lat(), within(1e-6));
                        assertThat(lying.spot().get().lon()).isCloseTo(exact.lon(), within(1e-6));
                        told++;
                    }
                }
            }
        }
        return told;
    }

    /** What is kept of a block follows a report that moves within its cell, and one that was looked up after a restart. */
    @Test
    void tellsTheSpotThatIsKnownLast() {
        Matching matching = new ScoredMatching(WeightTable.shipped());
        KeyValueStore<Bytes, byte[]> store = Memory.store();
        StoredReports stored = new StoredReports(store, Memory.store(), matching, History.ENDLESS);
        Known here = at(new Coordinates(33.64, 42.83));
        Known there = at(new Coordinates(33.641, 42.831));
        Block block = matching.homes(here).get(0).blocks().get(1);
        assertThat(matching.homes(there)).isEqualTo(matching.homes(here));

        remember(stored, here);
        assertThat(stored.in(block)).extracting(Lying::spot).containsExactly(matching.spot(here));
        remember(stored, there);
        assertThat(stored.in(block)).extracting(Lying::spot).containsExactly(matching.spot(there));

        StoredReports restarted = new StoredReports(store, Memory.store(), matching, History.ENDLESS);
        assertThat(restarted.in(block)).extracting(Lying::spot).containsExactly(Optional.empty());
        assertThat(restarted.find(there.report().id())).contains(there);
        assertThat(restarted.in(block)).extracting(Lying::spot).containsExactly(matching.spot(there));
    }

    private static Known at(Coordinates spot) {
        Place place = new Place(
                "IQ", Optional.empty(), Optional.empty(), Optional.of("Hit"), Optional.of(spot), PlacePrecision.SITE);
        return new Known(aReport().in(place).build(), START, 0);
    }

    private static void remember(StoredReports stored, Known known) {
        stored.apply(
                new Resolution(Optional.of(Resolution.Outcome.NEW), List.of(known), Map.of(), List.of(), Set.of()));
    }

    private static Report located(Random random) {
        ReportBuilder report = aReport()
                .by("source")
                .id("r" + random.nextInt(30))
                .in(new Place(
                        "IQ",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("Hit"),
                        Optional.of(new Coordinates(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180)),
                        random.nextInt(3) == 0 ? PlacePrecision.COUNTRY : PlacePrecision.SITE));
        return random.nextInt(5) == 0 ? report.retracted().build() : report.build();
    }

    @Test
    void tellsNoMoreOfACrowdThanIsAskedFor() {
        KeyValueStore<Bytes, byte[]> store = Memory.store();
        KeyValueStore<Bytes, byte[]> rulings = Memory.store();
        StoredReports stored = new StoredReports(store, rulings, MATCHING, History.ENDLESS);
        List<Known> crowd = new ArrayList<>();
        for (int i = 0; i < 2 * KnownReports.MOST_IN_BLOCK; i++) {
            Known known = new Known(aReport().id("r" + i).build(), START, 0);
            crowd.add(known);
            stored.apply(
                    new Resolution(Optional.of(Resolution.Outcome.NEW), List.of(known), Map.of(), List.of(), Set.of()));
        }
        Block block = block(crowd.get(0).report());

        assertThat(stored.in(block)).hasSize(KnownReports.MOST_IN_BLOCK).doesNotHaveDuplicates();
        assertThat(new StoredReports(store, rulings, MATCHING, History.ENDLESS).in(block))
                .hasSize(KnownReports.MOST_IN_BLOCK)
                .doesNotHaveDuplicates();
    }

    private static Block block(Report report) {
        Home home = MATCHING.homes(new Known(report, START, 0)).get(0);
        return new Block(home.day(), home.area(), home.cell());
    }

    private static Report report(Random random) {
        ReportBuilder report = aReport()
                .by(SOURCES.get(random.nextInt(SOURCES.size())))
                .id("r" + random.nextInt(15))
                .in(ReportBuilder.site("IQ", "P", "D", SITES.get(random.nextInt(SITES.size()))))
                .at(START.plus(random.nextInt(4), ChronoUnit.DAYS));
        return random.nextInt(5) == 0 ? report.retracted().build() : report.build();
    }
}
