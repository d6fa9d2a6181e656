package io.tocsin.benchmarks.unusual;

import io.tocsin.benchmarks.unusual.World.Surge;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How soon surges are found, by each method at the rate of false alarms that ours has at once a year. */
final class Surges {

    private static final int WITHIN = 3;
    private static final int HISTORY = 90;
    private static final int YEARS = 2;
    private static final int START = HISTORY + WITHIN;
    private static final int DAYS = 7;
    private static final double ONCE_A_YEAR = 365;
    private static final List<Double> A_DAY = List.of(0.05, 0.3, 2.0, 10.0);
    private static final List<Double> DISPERSIONS = List.of(1.0, 1.5, 2.0, 4.0);
    private static final List<Double> TIMES = List.of(2.0, 3.0, 5.0);
    private static final int QUIET_SCOPES = 25;
    private static final int SURGES = 100;

    private final long seed;
    private final String title;
    private final UnaryOperator<double[]> known;
    private final List<Method> methods;
    private final List<Map<Double, List<Valued>>> quiet;

    private Surges(long seed, String title, UnaryOperator<double[]> known, Duration grain) {
        this.seed = seed;
        this.title = title;
        this.known = known;
        methods = List.of(
                new Method.Ours(WITHIN, HISTORY, grain), new Method.EarsC2(START), new Method.Count(WITHIN, HISTORY));
        quiet = methods.stream()
                .map(method -> A_DAY.stream().collect(Collectors.toMap(aDay -> aDay, aDay -> quiet(method, aDay))))
                .toList();
    }

    /** The tables, in Markdown. */
    static String tables(long seed) {
        return new Surges(seed, "exact instants", UnaryOperator.identity(), Duration.ZERO).table()
                + new Surges(seed, "instants known to the day", World::toTheDay, Duration.ofDays(1)).table();
    }

    private String table() {
        double[] thresholds = thresholds(A_DAY);
        StringBuilder text = new StringBuilder("\n### Surges of " + DAYS + " days, " + title + "\n\n"
                + "| a day | times | Tocsin | EARS C2 | EARS C2, tuned to the mean | fixed count | fixed count, tuned to the mean |\n"
                + "|---|---|---|---|---|---|---|\n");
        for (double times : TIMES) {
            String each = IntStream.range(0, methods.size())
                    .mapToObj(i -> found(i, thresholds[i], A_DAY, times) + (i == 0 ? "" : " | "))
                    .collect(Collectors.joining(" | "));
            text.append(String.format(Locale.ROOT, "| all | %.0f | %s |%n", times, each));
        }
        for (double aDay : A_DAY) {
            double[] own = thresholds(List.of(aDay));
            for (double times : TIMES) {
                text.append(String.format(
                        Locale.ROOT,
                        "| %s | %.0f | %s | %s | %s | %s | %s |%n",
                        aDay,
                        times,
                        found(0, thresholds[0], List.of(aDay), times),
                        found(1, thresholds[1], List.of(aDay), times),
                        found(1, own[1], List.of(aDay), times),
                        found(2, thresholds[2], List.of(aDay), times),
                        found(2, own[2], List.of(aDay), times)));
            }
        }
        return text
                + String.format(
                        Locale.ROOT,
                        "%nFalse alarms a scope and year, over all: %s.%n",
                        IntStream.range(0, methods.size())
                                .mapToObj(i ->
                                        String.format(Locale.ROOT, "%.2f", falseAlarms(quiet(i, A_DAY), thresholds[i])))
                                .collect(Collectors.joining(", ")));
    }

    /** A quiet scope's instants, and what a method makes of them. */
    private record Valued(double[] instants, double[] values) {}

    private double[] thresholds(List<Double> aDay) {
        double wanted = falseAlarms(quiet(0, aDay), ONCE_A_YEAR);
        return IntStream.range(0, methods.size())
                .mapToDouble(i -> i == 0 ? ONCE_A_YEAR : highest(quiet(i, aDay), wanted))
                .toArray();
    }

    /** The highest threshold with at least so many false alarms: when in doubt, in favour of the other method. */
    private double highest(List<Valued> quiet, double wanted) {
        double[] values = quiet.stream()
                .flatMapToDouble(valued -> Arrays.stream(valued.values()))
                .filter(value -> value > 0)
                .distinct()
                .sorted()
                .toArray();
        int enough = 0;
        int tooHigh = values.length;
        while (tooHigh - enough > 1) {
            int middle = (enough + tooHigh) >>> 1;
            // Far too low a threshold joins all alarms into few episodes.
            boolean many = falseAlarms(quiet, values[middle]) >= wanted || share(quiet, values[middle]) > 0.2;
            enough = many ? middle : enough;
            tooHigh = many ? tooHigh : middle;
        }
        return values[enough];
    }

    private static double share(List<Valued> quiet, double threshold) {
        return quiet.stream()
                .flatMapToDouble(valued -> Arrays.stream(valued.values()))
                .map(value -> value >= threshold ? 1 : 0)
                .average()
                .orElse(0);
    }

    private List<Valued> quiet(Method method, double aDay) {
        return worlds(aDay)
                .parallel()
                .flatMap(world -> IntStream.range(0, QUIET_SCOPES)
                        .mapToObj(scope ->
                                known.apply(world.instants(START + YEARS * 365, Surge.NONE, seed + 1_000 + scope))))
                .map(instants -> new Valued(instants, method.values(instants, START)))
                .toList();
    }

    private List<Valued> quiet(int method, List<Double> aDay) {
        return aDay.stream()
                .flatMap(mean -> quiet.get(method).get(mean).stream())
                .toList();
    }

    private double falseAlarms(List<Valued> quiet, double threshold) {
        int episodes = quiet.stream()
                .mapToInt(valued -> Episodes.of(valued.instants(), valued.values(), threshold, 2 * WITHIN))
                .sum();
        return (double) episodes / YEARS / quiet.size();
    }

    private String found(int method, double threshold, List<Double> aDay, double times) {
        double[] delays = aDay.stream().flatMap(Surges::worlds).toList().parallelStream()
                .flatMapToDouble(world -> IntStream.range(0, SURGES)
                        .mapToDouble(
                                scope -> delay(methods.get(method), threshold, world, times, seed + 5_000 + scope)))
                .sorted()
                .toArray();
        double share = Arrays.stream(delays).filter(delay -> delay < DAYS).count() / (double) delays.length;
        double median = delays[delays.length / 2];
        return String.format(
                Locale.ROOT,
                "%.0f %%, %.1f, %s",
                100 * share,
                Arrays.stream(delays).average().orElseThrow(),
                median < DAYS ? String.format(Locale.ROOT, "%.1f", median) : "-");
    }

    /** Days from the surge's start to the first alarm within it; one that is never found counts as found at its end. */
    private double delay(Method method, double threshold, World world, double times, long scope) {
        Surge surge = new Surge(START + 7 + new Random(scope).nextDouble(), DAYS, times);
        double[] instants = known.apply(world.instants(START + 8 + DAYS, surge, scope));
        double[] values = method.values(instants, surge.from());
        return IntStream.range(0, instants.length)
                .filter(i -> surge.holds(instants[i]) && values[i] >= threshold)
                .mapToDouble(i -> instants[i] - surge.from())
                .findFirst()
                .orElse(DAYS);
    }

    private static Stream<World> worlds(double aDay) {
        return DISPERSIONS.stream().map(dispersion -> new World(aDay, dispersion, 1));
    }
}
