package io.tocsin.benchmarks.growth;

import io.tocsin.avro.Category;
import io.tocsin.avro.Occurrence;
import io.tocsin.avro.Place;
import io.tocsin.avro.PlacePrecision;
import io.tocsin.avro.Report;
import io.tocsin.avro.ReportStatus;
import io.tocsin.avro.Source;
import io.tocsin.avro.SourceKind;
import io.tocsin.avro.TimePrecision;
import io.tocsin.topology.TopologySettings.Clock;
import io.tocsin.watch.Rule;
import io.tocsin.watch.grammar.RuleReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What one more incident costs as there are more of them in a window, as there are more rules, and as there are more
 * scopes with open alerts; and for how long many alerts that are due at once keep the thread.
 */
public final class Growth {

    private static final int WARM_UP = 20_000;
    private static final int PROBE = 5_000;
    private static final int MANY_IN_WINDOW = 10_000;
    private static final int FEW_IN_WINDOW = 10;
    private static final int MANY_RULES = 10_000;
    private static final int MATCHING = 100;
    private static final Duration WINDOW = Duration.ofDays(30);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Source DATABASE = new Source("database", SourceKind.DATABASE, 0.9);
    private static final List<String> SCOPES = List.of("site", "district", "province", "country", "cell(5)");

    private final Path folder;
    private final int scopes;
    private final int rounds;
    private final Consumer<String> progress;

    /**
     * @param folder where state is kept while it runs
     * @param scopes how many are many
     * @param rounds how often few and many are measured in turn, but for scopes: a pair differs by a half from run to run, and
     *     the first of a JVM is measured while its code is compiled
     */
    public Growth(Path folder, int scopes, int rounds, Consumer<String> progress) {
        this.folder = folder;
        this.scopes = scopes;
        this.rounds = rounds;
        this.progress = progress;
    }

    /** Measures, and says the figures as a Markdown table. */
    public String measure() throws IOException {
        StringBuilder table =
                new StringBuilder("| of | few, us | many, us | ratio | wanted |\n|---|---:|---:|---:|---:|\n");
        add(
                table,
                "incidents in the window: 10, 10,000",
                rounds,
                () -> window(FEW_IN_WINDOW),
                () -> window(MANY_IN_WINDOW),
                "1.5");
        add(
                table,
                "rules: 1, 10,000 (100 matching)",
                rounds,
                () -> rules(1, 1),
                () -> rules(MANY_RULES, MATCHING),
                "3");
        add(
                table,
                String.format(Locale.ROOT, "scopes with an open alert: 1, %,d", scopes),
                1,
                () -> scopes(1),
                () -> scopes(scopes),
                "flat");
        return table + "\n" + due() + "\n";
    }

    /** One site, at which the window always holds so many. */
    private double window(int incidents) throws IOException {
        progress.accept(incidents + " incidents in the window");
        Duration apart = WINDOW.dividedBy(incidents);
        try (Task task = new Task(folder, Clock.STREAM)) {
            task.put(rules("{id: one, per: site, within: 30d, levels: [{severity: watch, incidents: 3}]}"));
            task.microsEach(reports(0, WARM_UP, i -> report(i, i % 500, time(i, Duration.ofMinutes(10)))));
            Instant start = time(WARM_UP, Duration.ofMinutes(10));
            int before = Math.max(incidents, 1_000);
            IntFunction<Report> atOne = i -> report(WARM_UP + i, 1_000, start.plus(apart.multipliedBy(i)));
            task.microsEach(reports(0, before, atOne));
            return task.microsEach(reports(before, PROBE, atOne));
        }
    }

    /** So many rules, of which some count every incident and reach nothing. */
    private double rules(int number, int matching) throws IOException {
        progress.accept(number + " rules");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < number; i++) {
            String countries = i < matching ? "IQ" : List.of("SY", "YE", "LB").get(i % 3);
            text.append("- {id: r")
                    .append(i)
                    .append(", match: {countries: [")
                    .append(countries)
                    .append("]}, per: ")
                    .append(SCOPES.get(i % SCOPES.size()))
                    .append(", within: ")
                    .append(1 + i / SCOPES.size() % 20)
                    .append("d, levels: [{severity: watch, incidents: 9000}]}\n");
        }
        try (Task task = new Task(folder, Clock.STREAM)) {
            task.put(rules(text.toString()));
            IntFunction<Report> anywhere = i -> report(i, i % 500, time(i, Duration.ofMinutes(30)));
            task.microsEach(reports(0, WARM_UP, anywhere));
            return task.microsEach(reports(WARM_UP, PROBE, anywhere));
        }
    }

    /** So many sites with an open alert, and then others. */
    private double scopes(int number) throws IOException {
        progress.accept(number + " scopes");
        try (Task task = new Task(folder, Clock.STREAM)) {
            task.put(rules("{id: one, per: site, within: 3d, quiet: 400d, levels: [{severity: watch, incidents: 1}]}"));
            IntFunction<Report> each = i -> report(i, i, time(i % 1_000, Duration.ofMinutes(1)));
            task.microsEach(reports(
                    0, WARM_UP, i -> report(i, i % Math.min(number, WARM_UP), time(i % 1_000, Duration.ofMinutes(1)))));
            if (number > WARM_UP) {
                task.microsEach(reports(WARM_UP, number - WARM_UP, each));
            }
            return task.microsEach(reports(Math.max(number, WARM_UP), PROBE, each));
        }
    }

    /** All alerts are due at once: the longest that one tick keeps the thread, until all are said. */
    private String due() throws IOException {
        progress.accept(scopes + " alerts that are due at once");
        try (Task task = new Task(folder, Clock.WALL)) {
            task.put(rules("{id: one, per: site, within: 3d, quiet: 3d, levels: [{severity: watch, incidents: 1}]}"));
            Instant at = Task.START.minus(Duration.ofHours(1));
            task.microsEach(reports(0, scopes, i -> report(i, i, at)));
            task.discard();
            double longest = 0;
            double whole = 0;
            int ticks = 0;
            long said = 0;
            Duration step = Duration.ofDays(10);
            while (said < scopes) {
                double millis = task.pass(step);
                step = TICK;
                longest = Math.max(longest, millis);
                whole += millis;
                ticks++;
                said += task.discard();
            }
            return String.format(
                    Locale.ROOT,
                    "%,d alerts due at once: said in %,d ticks and %,.0f ms; the longest kept the thread for %,.0f ms (wanted at"
                            + " most 200)",
                    scopes,
                    ticks,
                    whole,
                    longest);
        }
    }

    /** Microseconds an incident. */
    private interface Measuring {
        double micros() throws IOException;
    }

    /** Measures both so many times, in turn: of the costs the medians count, and that of the ratios within the pairs. */
    private static void add(StringBuilder table, String of, int rounds, Measuring few, Measuring many, String wanted)
            throws IOException {
        double[] some = new double[rounds];
        double[] all = new double[rounds];
        double[] ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            some[round] = few.micros();
            all[round] = many.micros();
            ratios[round] = all[round] / some[round];
        }
        table.append(String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.2f | %s |%n",
                of,
                median(some),
                median(all),
                median(ratios),
                wanted));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static List<Rule> rules(String text) {
        RuleReader.Result result = RuleReader.read(text);
        if (!result.problems().isEmpty()) {
            throw new IllegalStateException(result.problems().toString());
        }
        return result.rules();
    }

    private static Iterator<Report> reports(int from, int number, IntFunction<Report> each) {
        return IntStream.range(from, from + number).mapToObj(each).iterator();
    }

    private static Instant time(int number, Duration apart) {
        return Instant.parse("2001-01-01T00:00:00Z").plus(apart.multipliedBy(number));
    }

    private static Report report(int id, int site, Instant at) {
        Place place = new Place(
                "IQ",
                "Province " + site % 10,
                "District " + site % 100,
                "Site " + site,
                30.0 + site % 1_000 / 200.0,
                42.0 + site / 1_000 % 1_000 / 200.0,
                PlacePrecision.SITE);
        Report report = new Report();
        report.setId("r" + id);
        report.setStatus(ReportStatus.ACTIVE);
        report.setSource(DATABASE);
        report.setOrigins(new ArrayList<>(List.of("agency")));
        report.setPublishedAt(at.plus(Duration.ofMinutes(5)));
        report.setOccurrence(new Occurrence(at, at, TimePrecision.MINUTE));
        report.setCategory(Category.ROCKET);
        report.setPlace(place);
        report.setTags(List.of());
        report.setAttributes(Map.of());
        return report;
    }
}
