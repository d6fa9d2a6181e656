package io.tocsin.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.DiscreteDistribution;
import org.apache.commons.statistics.distribution.PascalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WINDOW = Duration.ofDays(3);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final double DAYS = 1_000_000;

    @Test
    void expectsTheMeanOfThePast() {
        assertThat(Prediction.of(filled(100, 7), WINDOW).expected()).isCloseTo(7, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 2", "0.1, 3", "1, 7", "1, 9", "1, 11", "5, 28", "5, 32"})
    void recursAsOftenAsEpisodesOfASlidingWindowDo(double aDay, int count) {
        Prediction prediction = Prediction.of(like(PoissonDistribution.of(3 * aDay)), WINDOW);

        assertThat(prediction.recurrenceDays(count))
                .isCloseTo(DAYS / episodes(instants(aDay), count, 3), withinPercentage(20));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 2", "1, 7", "1, 9", "5, 28"})
    void recursLessOftenWhereInstantsAreKnownToTheDay(double aDay, int count) {
        Prediction prediction = Prediction.of(like(PoissonDistribution.of(3 * aDay)), WINDOW, DAY);
        double[] noons = Arrays.stream(instants(aDay)).map(Math::floor).toArray();

        assertThat(prediction.recurrenceDays(count)).isCloseTo(DAYS / episodes(noons, count, 3), withinPercentage(30));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7})
    void isTheTailOfOneWindowWhereInstantsAreAsCoarseAsTheWindow(int count) {
        DiscreteDistribution counts = PascalDistribution.of(1, 0.5);
        Prediction prediction = Prediction.of(like(counts), DAY, DAY);

        assertThat(prediction.recurrenceDays(count))
                .isCloseTo(1 / counts.survivalProbability(count - 1), withinPercentage(10));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 12, 16, 20})
    void isHalfwayBetweenRatesThatLastAndRatesThatAreNewAtOnce(int count) {
        DiscreteDistribution counts = PascalDistribution.of(3, 0.5);
        double arriving = count * counts.probability(count);
        double lasting = arriving - (count + 1) * counts.probability(count + 1);
        double fleeting = arriving - 3 * counts.probability(count);

        assertThat(Prediction.of(like(counts), WINDOW).recurrenceDays(count))
                .isCloseTo(3 / ((lasting + fleeting) / 2), withinPercentage(10));
    }

    @Test
    void isRarerTheHigherTheCount() {
        forEachPast(past -> {
            double[] recurrences = recurrences(Prediction.of(past, WINDOW), 300);

            assertThat(recurrences).isSorted();
            assertThat(recurrences[0]).isGreaterThanOrEqualTo(3);
            assertThat(recurrences[299]).isLessThanOrEqualTo(Prediction.LONGEST);
        });
    }

    @Test
    void firesAtTheSmallestCountThatIsRareEnough() {
        forEachPast(past -> {
            Prediction prediction = Prediction.of(past, WINDOW);
            int least = prediction.least(YEAR);

            assertThat(prediction.recurrenceDays(least)).isGreaterThanOrEqualTo(365);
            assertThat(least == 2 || prediction.recurrenceDays(least - 1) < 365).isTrue();
        });
    }

    @Test
    void doesNotMindTheOrderOfThePast() {
        forEachPast(past -> {
            int[] reversed = IntStream.range(0, past.length)
                    .map(i -> past[past.length - 1 - i])
                    .toArray();

            Prediction one = Prediction.of(past, WINDOW);
            Prediction other = Prediction.of(reversed, WINDOW);
            assertThat(recurrences(other, 50)).containsExactly(recurrences(one, 50));
        });
    }

    @Test
    void scalesWithTime() {
        forEachPast(past -> {
            Prediction once = Prediction.of(past, WINDOW, DAY);
            Prediction twice = Prediction.of(past, WINDOW.multipliedBy(2), DAY.multipliedBy(2));

            assertThat(twice.least(YEAR.multipliedBy(2))).isEqualTo(once.least(YEAR));
        });
    }

    @Test
    void asksForMoreWhereCountsSpreadWider() {
        int even = Prediction.of(cycle(i -> 5), WINDOW).least(YEAR);
        int uneven = Prediction.of(cycle(i -> i % 2 * 10), WINDOW).least(YEAR);
        int wild = Prediction.of(cycle(i -> i % 10 == 0 ? 50 : 0), WINDOW).least(YEAR);

        assertThat(even).isBetween(10, 16);
        assertThat(uneven).isGreaterThan(even);
        assertThat(wild).isGreaterThan(uneven);
    }

    @Test
    void findsTwoUnusualWhereNothingEverHappened() {
        Prediction prediction = Prediction.of(filled(30, 0), WINDOW);

        assertThat(prediction.least(YEAR)).isEqualTo(2);
        assertThat(prediction.least(YEAR.multipliedBy(30))).isBetween(3, 10);
    }

    @Test
    void neverFindsOneUnusual() {
        assertThat(Prediction.of(filled(1_000, 0), WINDOW).least(DAY)).isEqualTo(2);
    }

    @Test
    void copesWithHugeCounts() {
        Prediction prediction = Prediction.of(like(PoissonDistribution.of(50_000)), WINDOW);

        assertThat(prediction.least(YEAR)).isBetween(50_500, 51_000);
        assertThat(prediction.recurrenceDays(Integer.MAX_VALUE)).isEqualTo(Prediction.LONGEST);
    }

    @Test
    void refusesWhatTellsNothing() {
        assertThatThrownBy(() -> Prediction.of(new int[Prediction.FEWEST - 1], WINDOW))
                .hasMessage("past has 7 windows, fewer than 8");
        assertThatThrownBy(() -> Prediction.of(filled(10, -1), WINDOW)).hasMessageContaining("negative count");
        assertThatThrownBy(() -> Prediction.of(filled(10, 1), Duration.ZERO)).hasMessage("within PT0S is not positive");
        assertThatThrownBy(() -> Prediction.of(filled(10, 1), WINDOW, DAY.negated()))
                .hasMessage("grain PT-24H is negative");
    }

    /** As many windows, with counts just as frequent as they are likely. */
    private static int[] like(DiscreteDistribution counts) {
        int windows = 3_000;
        return IntStream.range(0, windows)
                .map(i -> counts.inverseCumulativeProbability((i + 0.5) / windows))
                .toArray();
    }

    private static double[] instants(double aDay) {
        Random random = new Random(1);
        return DoubleStream.iterate(0, at -> at < DAYS, at -> at - Math.log1p(-random.nextDouble()) / aDay)
                .skip(1)
                .toArray();
    }

    /** By the words of the design: stretches joined over gaps shorter than the window. */
    private static int episodes(double[] instants, int count, double days) {
        int episodes = 0;
        double until = Double.NEGATIVE_INFINITY;
        for (int i = count - 1; i < instants.length; i++) {
            double first = instants[i - count + 1];
            if (instants[i] - first < days) {
                episodes += instants[i] - until >= days ? 1 : 0;
                until = first + days;
            }
        }
        return episodes;
    }

    private static void forEachPast(Consumer<int[]> check) {
        Random random = new Random(2);
        for (int i = 0; i < 300; i++) {
            int windows = Prediction.FEWEST + random.nextInt(100);
            int most = 1 + random.nextInt(1 + random.nextInt(60));
            int skip = 1 + random.nextInt(5);
            check.accept(IntStream.range(0, windows)
                    .map(window -> window % skip == 0 ? random.nextInt(most) : 0)
                    .toArray());
        }
    }

    private static double[] recurrences(Prediction prediction, int counts) {
        return IntStream.range(0, counts)
                .mapToDouble(prediction::recurrenceDays)
                .toArray();
    }

    private static int[] cycle(IntUnaryOperator counts) {
        return IntStream.range(0, 30).map(counts).toArray();
    }

    private static int[] filled(int windows, int count) {
        int[] past = new int[windows];
        Arrays.fill(past, count);
        return past;
    }
}
