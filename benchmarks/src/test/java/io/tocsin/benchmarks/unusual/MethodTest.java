package io.tocsin.benchmarks.unusual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.benchmarks.unusual.World.Surge;
import io.tocsin.watch.Prediction;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MethodTest {

    @Test
    void oursLooksAtTheWindowsThatEndBeforeTheOneThatIsCounted() {
        // Given 1 incident at each noon of 90 days, and 9 at the noon after
        double[] instants = DoubleStream.concat(
                        IntStream.range(0, 93).mapToDouble(day -> day + 0.5),
                        DoubleStream.generate(() -> 93.5).limit(9))
                .toArray();

        double[] values = new Method.Ours(3, 90, Duration.ZERO).values(instants, 0);

        int[] past = new int[30];
        Arrays.fill(past, 3);
        assertThat(values[101])
                .isEqualTo(Prediction.of(past, Duration.ofDays(3)).recurrenceDays(11));
        assertThat(Arrays.copyOf(values, 101)).containsOnly(0);
    }

    @Test
    void earsComparesTheDayWithTheSevenThatEndedThreeDaysBefore() {
        // Given counts of 1, 3, 1, 3, 1, 3, 2 a day, 9 and 9 in the guard band, 5 today
        int[] counts = {1, 3, 1, 3, 1, 3, 2, 9, 9, 5};
        double[] instants = IntStream.range(0, counts.length)
                .boxed()
                .flatMapToDouble(day -> DoubleStream.generate(() -> day + 0.5).limit(counts[day]))
                .toArray();

        double[] values = new Method.EarsC2(9).values(instants, 0);

        assertThat(values[values.length - 1]).isCloseTo(3, within(1e-9));
    }

    @Test
    void anEpisodeGoesOnWhileTheGapIsShorterThanTheWindow() {
        double[] instants = {1, 1.5, 6, 6.5, 20, 20.5};
        int[] two = {2, 2, 2, 2, 2, 2};

        // [1.5, 4) and [6.5, 9) are 2.5 apart, [20.5, 23) is farther
        assertThat(Episodes.of(instants, two, 3)).isEqualTo(2);
    }

    @Test
    void worldsHaveTheirMeanTheirDispersionAndTheirSurge() {
        World world = new World(2, 4, 1);
        double[] instants = world.instants(100_000, new Surge(50_000, 50_000, 3), 1);

        double[] calm = counts(instants, 0);
        assertThat(mean(calm)).isCloseTo(2, within(0.05));
        assertThat(variance(calm) / mean(calm)).isCloseTo(4, within(0.2));
        assertThat(mean(counts(instants, 50_000))).isCloseTo(6, within(0.15));
    }

    private static double[] counts(double[] instants, int from) {
        double[] counts = new double[50_000];
        Arrays.stream(instants)
                .mapToInt(at -> (int) at - from)
                .filter(day -> day >= 0 && day < counts.length)
                .forEach(day -> counts[day]++);
        return counts;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
    }
}
