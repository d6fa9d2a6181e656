package io.tocsin.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Report;
import io.tocsin.incident.ReportId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a report matches after another changed is the same as if all were compared again. */
class ChangedNeighboursTest {

    private static final int HISTORIES = 60;
    private static final int STEPS = 80;
    private static final Matching MATCHING = new ScoredMatching(WeightTable.shipped());

    private final Random random = new Random(11);
    private int matches;
    private int turns;

    @Test
    void areThoseFoundAnew() {
        for (int history = 0; history < HISTORIES; history++) {
            replay(new AnyReports(history), new Bounds(3 + random.nextInt(8), 20));
        }

        assertThat(matches).isGreaterThan(1_000);
        assertThat(turns).as("blocks that turned crowded, or stopped being so").isGreaterThan(100);
    }

    private void replay(AnyReports any, Bounds bounds) {
        Resolver resolver = new Resolver(MATCHING, bounds);
        ReportsInMemory known = new ReportsInMemory(MATCHING);
        List<Report> told = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            if (told.size() > 1 && random.nextInt(10) == 0) {
                known.apply(resolver.rule(ruling(step), Set.of(pair(told)), known));
            }
            Report report = told.isEmpty() || random.nextInt(4) > 0 ? any.next() : any.revised(any(told));
            compare(new Known(report, report.publishedAt(), 0), known, bounds, told);
            known.apply(resolver.resolve(report, known));
            told.removeIf(earlier -> earlier.id().equals(report.id()));
            told.add(report);
        }
    }

    private void compare(Known after, ReportsInMemory before, Bounds bounds, List<Report> told) {
        AskedOnce known = new AskedOnce(before);
        Worlds worlds = Worlds.through(after, known, MATCHING, bounds);
        turns += worlds.subjects().size() > 1 ? 1 : 0;

        ReportsInMemory all = new ReportsInMemory(MATCHING);
        told.forEach(report -> all.apply(remembered(report.id(), before)));
        all.apply(new Resolution(Optional.empty(), List.of(after), Map.of(), List.of(), Set.of()));
        AskedOnce asked = new AskedOnce(all);
        StandingReports standing = StandingReports.asKnown(MATCHING, bounds, asked);
        World anew = new World(bounds, standing, new SearchedNeighbours(MATCHING, standing, asked), asked, Map.of());

        Set<ReportId> ids = new HashSet<>(Set.of(after.id()));
        told.forEach(report -> ids.add(report.id()));
        for (ReportId id : ids) {
            Optional<Known> found = standing.find(id);
            assertThat(worlds.now().find(id)).isEqualTo(found);
            found.ifPresent(report -> {
                Map<ReportId, Match> expected = anew.matches(report);
                assertThat(worlds.now().matches(report)).isEqualTo(expected);
                matches += expected.size();
            });
        }
    }

    /** What is known of the report, and said of it and others. */
    private static Resolution remembered(ReportId id, ReportsInMemory known) {
        Map<Pair, Ruling> rulings = new HashMap<>();
        known.rulings(id).forEach((other, ruling) -> rulings.put(Pair.of(id, other), ruling));
        return new Resolution(Optional.empty(), List.of(known.find(id).orElseThrow()), rulings, List.of(), Set.of());
    }

    private Ruling ruling(int step) {
        Ruling.Kind kind = Ruling.Kind.values()[random.nextInt(Ruling.Kind.values().length)];
        return new Ruling(kind, Instant.EPOCH.plusSeconds(step), "action-" + step, "it is so");
    }

    private Pair pair(List<Report> told) {
        int one = random.nextInt(told.size());
        int other = (one + 1 + random.nextInt(told.size() - 1)) % told.size();
        return Pair.of(told.get(one).id(), told.get(other).id());
    }

    private Report any(List<Report> told) {
        return told.get(random.nextInt(told.size()));
    }
}
