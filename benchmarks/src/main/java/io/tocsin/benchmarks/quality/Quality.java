package io.tocsin.benchmarks.quality;

import io.tocsin.incident.Report;
import io.tocsin.places.Placing;
import io.tocsin.places.placing.GazetteerPlacing;
import io.tocsin.resolve.PairScore;
import io.tocsin.resolve.Score;
import io.tocsin.resolve.WeightTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Measures how well reports become incidents, and fits the weights that decide it. */
public final class Quality {

    private static final String PRESS = "ucdp-ged/reports.tsv.gz";
    private static final String CRASHES = "meltt";
    private static final int PASSES = 5;
    private static final double NEVER = Double.NEGATIVE_INFINITY;

    private final Path data;
    private final long seed;
    private final WeightTable table = WeightTable.shipped();
    private final PairScore pairs = new PairScore(table);
    private final Placing placing = GazetteerPlacing.load(Optional.empty());

    /**
     * @param data the folder with the data for development
     * @param seed of the noise and of the split
     */
    public Quality(Path data, long seed) {
        this.data = data;
        this.seed = seed;
    }

    /** Writes the table of weights that the training half gives. */
    public void fit(Path file) throws IOException {
        List<String> lines = Fit.table(halves().training(), table);
        Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }

    /** The figures, as tables in Markdown. */
    public String measure() throws IOException {
        Halves halves = halves();
        return "\n### Press reports of UCDP GED, retold\n\n"
                + Row.HEADER
                + half("training", halves.training())
                + half("test", halves.test())
                + "\n### Blocking\n\n"
                + "| half | pairs of one event | that meet | blocks looked into, most | candidates a report, mean | most |\n"
                + "|---|---|---|---|---|---|\n"
                + blocking("training", halves.training())
                + blocking("test", halves.test())
                + cost(halves.test())
                + "\n### Crashes of MELTT\n\n"
                + crashes();
    }

    private Halves halves() throws IOException {
        return Halves.of(Retelling.of(PressReport.read(data.resolve(PRESS)), seed), seed);
    }

    private String half(String name, List<Labelled> reports) {
        Links rule = new Links(reports, new Candidates(reports), FixedRule::score);
        Links scored = scored(reports);
        int[] alone = rule.groups(Double.POSITIVE_INFINITY, NEVER);
        return new Row(name, "nothing linked", Clusters.measure(reports, alone)).text()
                + new Row(
                                name,
                                "4 km, 2 days, same family; chains",
                                Clusters.measure(reports, rule.groups(NEVER, NEVER)))
                        .text()
                + new Row(
                                name,
                                "4 km, 2 days, same family; every pair",
                                Clusters.measure(reports, rule.groups(NEVER, -Double.MAX_VALUE)))
                        .text()
                + new Row(
                                name,
                                "the pair score, places as given",
                                Clusters.measure(reports, scored.groups(table.threshold(), table.nearMiss())))
                        .text()
                + product(name, reports);
    }

    /** What reports become that arrive one by one, with the gazetteer and all bounds. */
    private String product(String name, List<Labelled> reports) {
        Product product = new Product(placing, table);
        int[] groups = product.groups(reports);
        return new Row(name, "Tocsin (" + product.unlinked() + " in a crowd)", Clusters.measure(reports, groups))
                .text();
    }

    private Links scored(List<Labelled> reports) {
        return new Links(
                reports,
                new Candidates(reports),
                (one, other) -> pairs.score(one, other).total());
    }

    private static String blocking(String name, List<Labelled> reports) {
        Map<String, Integer> sizes = new HashMap<>();
        reports.forEach(labelled -> sizes.merge(labelled.event(), 1, Integer::sum));
        long same = sizes.values().stream()
                .mapToLong(size -> (long) size * (size - 1) / 2)
                .sum();
        long[] met = new long[1];
        Candidates candidates = new Candidates(reports);
        candidates.forEach((lower, higher) -> {
            boolean one = reports.get(lower).event().equals(reports.get(higher).event());
            met[0] += one
                            && !PairScore.compare(
                                            reports.get(lower).report(),
                                            reports.get(higher).report())
                                    .isEmpty()
                    ? 1
                    : 0;
        });
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.2f %% | %d | %.1f | %d |%n",
                name,
                same,
                100.0 * met[0] / same,
                candidates.mostBlocks(),
                candidates.meanCandidates(),
                candidates.mostCandidates());
    }

    /** The last of some passes over all pairs that meet, so that the compiler has done its work. */
    private String cost(List<Labelled> reports) {
        List<Report> pairwise = new ArrayList<>();
        new Candidates(reports).forEach((lower, higher) -> {
            pairwise.add(reports.get(lower).report());
            pairwise.add(reports.get(higher).report());
        });
        double micros = 0;
        int outOfReach = 0;
        for (int pass = 0; pass < PASSES; pass++) {
            outOfReach = 0;
            long start = System.nanoTime();
            for (int i = 0; i < pairwise.size(); i += 2) {
                Score score = pairs.score(pairwise.get(i), pairwise.get(i + 1));
                outOfReach += score.equals(Score.OUT_OF_REACH) ? 1 : 0;
            }
            micros = (System.nanoTime() - start) / 1e3 / (pairwise.size() / 2.0);
        }
        return String.format(
                Locale.ROOT,
                "%nScoring a pair that meets took %.1f µs; %.1f %% were out of reach of a near miss.%n",
                micros,
                100.0 * outOfReach / (pairwise.size() / 2.0));
    }

    private String crashes() throws IOException {
        List<Crashes.Crash> crashes = Crashes.read(data.resolve(CRASHES));
        List<Labelled> reports = new ArrayList<>();
        crashes.forEach(crash -> reports.add(new Labelled(crash.report(), "")));
        Map<Object, Crashes.Crash> told = new HashMap<>();
        crashes.forEach(crash -> told.put(crash.report(), crash));
        Links published = new Links(
                reports, new Candidates(reports), (one, other) -> Crashes.published(told.get(one), told.get(other)));
        Set<Set<String>> expected = groups(reports, published.groups(NEVER, NEVER));
        Set<Set<String>> found = groups(reports, scored(reports).groups(table.threshold(), table.nearMiss()));
        Set<Set<String>> both = new HashSet<>(found);
        both.retainAll(expected);
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d entries; published matches %d, found %d, the same %d.%n",
                reports.size(),
                expected.size(),
                found.size(),
                both.size()));
        lines(text, "published only", expected, both);
        lines(text, "found only", found, both);
        return text.toString();
    }

    private static void lines(StringBuilder text, String title, Set<Set<String>> groups, Set<Set<String>> known) {
        Set<String> lines = new TreeSet<>();
        groups.stream().filter(group -> !known.contains(group)).forEach(group -> lines.add(String.join(", ", group)));
        lines.forEach(line ->
                text.append("- ").append(title).append(": ").append(line).append('\n'));
    }

    private static Set<Set<String>> groups(List<Labelled> reports, int[] groupOf) {
        Map<Integer, Set<String>> members = new HashMap<>();
        for (int i = 0; i < groupOf.length; i++) {
            members.computeIfAbsent(groupOf[i], unseen -> new TreeSet<>())
                    .add(reports.get(i).report().id().source() + " "
                            + reports.get(i).report().id().id());
        }
        Set<Set<String>> groups = new HashSet<>(members.values());
        groups.removeIf(group -> group.size() < 2);
        return groups;
    }

    private record Row(String half, String what, Clusters clusters) {

        static final String HEADER = "| half | decided by | B-cubed precision | recall | F1 | incidents | of them of"
                + " several events | events mixed with others | events of several reports that are whole |\n"
                + "|---|---|---|---|---|---|---|---|---|\n";

        String text() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %.4f | %.4f | **%.4f** | %d | %.2f %% | %.2f %% | %.1f %% |%n",
                    half,
                    what,
                    clusters.precision(),
                    clusters.recall(),
                    clusters.f1(),
                    clusters.clusters(),
                    100 * clusters.mergedShare(),
                    100 * clusters.mixed(),
                    100 * clusters.whole());
        }
    }
}
