package io.tocsin.benchmarks.unusual;

import io.tocsin.benchmarks.unusual.World.Surge;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How many episodes a scope has in a year where nothing but chance is at work: wanted is one. */
final class Firings {

    private static final Duration AT_MOST_ONCE_IN = Duration.ofDays(365);
    private static final int YEARS = 2;
    private static final List<Double> A_DAY = List.of(0.05, 0.3, 2.0, 10.0);

    /** How well the instants are known, and how well that is known. */
    enum Known {
        EXACTLY("exact instants"),
        TO_THE_DAY("instants known to the day, and said so"),
        TO_THE_DAY_UNSAID("instants known to the day, taken for exact");

        private final String text;

        Known(String text) {
            this.text = text;
        }

        double[] of(double[] instants) {
            return this == EXACTLY ? instants : World.toTheDay(instants);
        }

        Duration grain() {
            return this == TO_THE_DAY ? Duration.ofDays(1) : Duration.ZERO;
        }
    }

    private final long seed;

    Firings(long seed) {
        this.seed = seed;
    }

    /** The tables, in Markdown. */
    String tables() {
        return Arrays.stream(Known.values()).map(this::table).collect(Collectors.joining());
    }

    private String table(Known known) {
        return "\n### Firings a year, " + known.text + "\n\n"
                + "| within | history | a day | Poisson | days, 1.5 | days, 2 | days, 4 | weeks, 1.5 |\n"
                + "|---|---|---|---|---|---|---|---|\n"
                + Stream.of(new int[] {3, 90}, new int[] {1, 90}, new int[] {7, 90}, new int[] {3, 365}, new int[] {
                            7, 365
                        })
                        .filter(lengths -> known != Known.TO_THE_DAY_UNSAID || lengths[1] < 365)
                        .flatMap(lengths -> A_DAY.stream()
                                .filter(aDay -> lengths[1] * aDay < 1_000)
                                .map(aDay -> row(known, lengths[0], lengths[1], aDay)))
                        .collect(Collectors.joining());
    }

    private String row(Known known, int within, int history, double aDay) {
        String cells = Stream.of(
                        new World(aDay, 1, 1),
                        new World(aDay, 1.5, 1),
                        new World(aDay, 2, 1),
                        new World(aDay, 4, 1),
                        new World(aDay, 1.5, 7))
                .parallel()
                .map(world -> cell(known, within, history, world))
                .collect(Collectors.joining(" | "));
        return String.format(Locale.ROOT, "| %dd | %dd | %s | %s |%n", within, history, aDay, cells);
    }

    /** Firings a scope and year; in brackets, those of the best count for whoever knows the world. */
    private String cell(Known known, int within, int history, World world) {
        Method.Ours ours = new Method.Ours(within, history, known.grain());
        int scopes = scopes(world);
        int days = history + within + YEARS * 365;
        List<double[]> all = IntStream.range(0, scopes)
                .mapToObj(scope -> known.of(world.instants(days, Surge.NONE, seed + scope)))
                .toList();
        int fired = all.stream()
                .mapToInt(instants -> Episodes.of(instants, ours.least(instants, AT_MOST_ONCE_IN), within))
                .sum();
        double perYear = (double) fired / YEARS / scopes;
        return String.format(Locale.ROOT, "%.2f (%.2f)", perYear, knowing(all, within, days / 365.0));
    }

    private static double knowing(List<double[]> all, int within, double years) {
        double mean =
                all.stream().mapToInt(instants -> instants.length).average().orElseThrow() / years / 365 * within;
        for (int count = (int) Math.max(2, mean + Math.sqrt(mean)); ; count++) {
            int least = count;
            int episodes = all.stream()
                    .mapToInt(instants -> {
                        int[] same = new int[instants.length];
                        Arrays.fill(same, least);
                        return Episodes.of(instants, same, within);
                    })
                    .sum();
            double perYear = episodes / years / all.size();
            if (perYear <= 1) {
                return perYear;
            }
        }
    }

    /** As many that the command takes two minutes: fewer where there is more to count. */
    private static int scopes(World world) {
        return (int) Math.min(300, Math.max(30, 200 / world.aDay()));
    }
}
