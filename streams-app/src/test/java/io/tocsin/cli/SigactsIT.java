package io.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.backtest.Arrivals;
import io.tocsin.backtest.Backtest;
import io.tocsin.cli.Shell.Answer;
import io.tocsin.cli.backtest.Progress;
import io.tocsin.cli.terminal.Console;
import io.tocsin.incident.Admittance;
import io.tocsin.places.Area;
import io.tocsin.places.Place;
import io.tocsin.places.PlaceLevel;
import io.tocsin.places.PlacePrecision;
import io.tocsin.places.Placing;
import io.tocsin.places.placing.GazetteerPlacing;
import io.tocsin.resolve.ScoredMatching;
import io.tocsin.resolve.WeightTable;
import io.tocsin.watch.Announced;
import io.tocsin.watch.Rule;
import io.tocsin.watch.grammar.RuleReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three and a half years of attacks in Iraq: a backtest opens exactly the episodes that a plain sweep over the rows finds.
 * The sweep shares nothing with the application but the gazetteer.
 */
class SigactsIT {

    private static final Path TABLE =
            Path.of("..", "..", "shared", "data", "sigacts-iraq", "sigacts-iraq-clean.tsv.gz");
    private static final String RULES = """
            - id: three
              title: Three attacks on one site in three days
              per: site
              within: 3d
              levels: [{severity: watch, incidents: 3}]
              quiet: 3d
            """;
    private static final Duration THREE_DAYS = Duration.ofDays(3);
    private static final Placing PLACING = GazetteerPlacing.load(Optional.empty());
    private static List<Row> rows;

    @TempDir
    private Path folder;

    private record Row(LocalDateTime time, String city) {}

    /** [from, until) in a scope. */
    private record Stretch(String scope, Instant from, Instant until) {}

    @BeforeAll
    static void needsTheTable() throws IOException {
        boolean there = Files.exists(TABLE);
        if (!there) {
            System.err.println("SKIPPED: the backtest of three and a half years of Iraq needs " + TABLE);
        }
        Assumptions.assumeTrue(there, TABLE + " is not there");
        rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(TABLE)), StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .forEach(cells -> rows.add(new Row(LocalDateTime.parse(cells[0]), cells[3])));
        }
    }

    @Test
    void opensTheEpisodesThatASweepFinds() {
        List<Rule> rules = RuleReader.read(RULES).rules();
        Console console = Console.of(Tocsin.commandLine().getCommandSpec());
        ReplayedReports replayed = new ReplayedReports(
                console, new Progress(console, false), new Admittance(PLACING, Duration.ofHours(26)), Instant.now());
        replayed.readFiles(List.of(TABLE));
        Map<String, Announced> latest = new HashMap<>();

        new Backtest(new ScoredMatching(WeightTable.shipped()), rules)
                .run(
                        replayed.reports(),
                        Arrivals.AS_KNOWN,
                        alert -> latest.put(alert.state().id(), alert.state()),
                        done -> {});

        assertThat(replayed.reports()).hasSize(158_026);
        Set<Stretch> opened = new HashSet<>();
        latest.values()
                .forEach(alert -> opened.add(new Stretch(
                        alert.scope().key(),
                        alert.episode().from(),
                        alert.episode().until())));
        assertThat(opened).hasSize(latest.size()).isEqualTo(Set.copyOf(sweep(byPlace())));
    }

    @Test
    void tellsTheNumberOfEpisodesInOneRunOfTheCommand() throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.yaml"), RULES);

        Answer answer = Shell.run("backtest", "--rules", rules.toString(), "--reports", TABLE.toString());

        int episodes = sweep(byPlace()).size();
        System.out.printf(
                "three in three days: %,d episodes per placed site; by spelling of the city %,d by the same definition,"
                        + " %,d by that of the folder's README (%,d events complete three)%n",
                episodes,
                sweep(bySpelling()).size(),
                completing().values().stream().mapToInt(SigactsIT::apart).sum(),
                completing().values().stream().mapToInt(List::size).sum());
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.lines().get(0)).contains("158,026 reports", "158,026 incidents");
        assertThat(answer.out()).contains(String.format("%,d alerts in 47 scopes", episodes));
    }

    /** Closed windows of local time, cities by their spelling, episodes apart by more than three days: 65,129 and 1,493. */
    @Test
    void knowsTheDefinitionOfTheFoldersReadmeToo() {
        assertThat(completing().values().stream().mapToInt(List::size).sum()).isEqualTo(65_129);
        assertThat(completing().values().stream().mapToInt(SigactsIT::apart).sum())
                .isEqualTo(1_493);
        assertThat(sweep(bySpelling())).hasSize(1_290);
    }

    private static Map<String, List<Instant>> byPlace() {
        Map<String, Optional<String>> keys = new HashMap<>();
        return instants(row -> keys.computeIfAbsent(row.city(), SigactsIT::site), ZoneId.of("Asia/Baghdad"));
    }

    private static Map<String, List<Instant>> bySpelling() {
        return instants(row -> Optional.of(row.city()), ZoneOffset.UTC);
    }

    private static Map<String, List<Instant>> instants(Function<Row, Optional<String>> scope, ZoneId zone) {
        Map<String, List<Instant>> instants = new TreeMap<>();
        for (Row row : rows) {
            if (!row.city().isEmpty()) {
                scope.apply(row)
                        .ifPresent(key -> instants.computeIfAbsent(key, k -> new ArrayList<>())
                                .add(row.time().atZone(zone).toInstant()));
            }
        }
        instants.values().forEach(Collections::sort);
        return instants;
    }

    private static Optional<String> site(String city) {
        Place given = new Place(
                "IQ", Optional.empty(), Optional.empty(), Optional.of(city), Optional.empty(), PlacePrecision.SITE);
        return PLACING.place(given).area(PlaceLevel.SITE).map(Area::key);
    }

    /** The level holds from each third incident in an open window until the first of the three leaves it. */
    private static List<Stretch> sweep(Map<String, List<Instant>> instants) {
        List<Stretch> found = new ArrayList<>();
        instants.forEach((scope, all) -> {
            Stretch open = null;
            for (int third = 2; third < all.size(); third++) {
                Instant from = all.get(third);
                Instant until = all.get(third - 2).plus(THREE_DAYS);
                if (from.isBefore(until)) {
                    if (open != null && from.isBefore(open.until().plus(THREE_DAYS))) {
                        open = new Stretch(scope, open.from(), until);
                    } else {
                        if (open != null) {
                            found.add(open);
                        }
                        open = new Stretch(scope, from, until);
                    }
                }
            }
            if (open != null) {
                found.add(open);
            }
        });
        return found;
    }

    /** By city, the instants at which an incident is the third within three days to the minute. */
    private static Map<String, List<Instant>> completing() {
        Map<String, List<Instant>> completing = new TreeMap<>();
        bySpelling().forEach((city, all) -> {
            List<Instant> thirds = new ArrayList<>();
            for (int third = 2; third < all.size(); third++) {
                if (Duration.between(all.get(third - 2), all.get(third)).compareTo(THREE_DAYS) <= 0) {
                    thirds.add(all.get(third));
                }
            }
            completing.put(city, thirds);
        });
        return completing;
    }

    private static int apart(List<Instant> thirds) {
        int episodes = 0;
        Instant last = null;
        for (Instant third : thirds) {
            episodes += last == null || Duration.between(last, third).compareTo(THREE_DAYS) > 0 ? 1 : 0;
            last = third;
        }
        return episodes;
    }
}
