package io.tocsin.benchmarks.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PairingTest {

    @Test
    void givesUpTheBestPairWhereTwoOthersAreWorthMore() {
        int[][] worth = {{9, 7}, {6, 0}};

        assertThat(best(worth)).isEqualTo(Map.of(0, 1, 1, 0));
    }

    @Test
    void leavesOutWhatCannotBeAPair() {
        assertThat(best(new int[][] {{0, 0}, {0, 3}})).isEqualTo(Map.of(1, 1));
        assertThat(best(new int[][] {{-5}})).isEmpty();
        assertThat(Pairing.best(0, 3, (label, report) -> 1)).isEmpty();
        assertThat(Pairing.best(3, 0, (label, report) -> 1)).isEmpty();
    }

    @Test
    void isTheBestOfAllWaysThatThereAre() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            int[][] worth = new int[1 + random.nextInt(5)][1 + random.nextInt(5)];
            for (int[] row : worth) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = random.nextInt(12) - 3;
                }
            }
            Map<Integer, Integer> pairs = best(worth);

            assertThat(new HashSet<>(pairs.values())).hasSameSizeAs(pairs.values());
            assertThat(pairs.entrySet().stream()
                            .mapToInt(pair -> worth[pair.getKey()][pair.getValue()])
                            .sum())
                    .isEqualTo(tried(worth, 0, Set.of()));
        }
    }

    @Test
    void refusesMoreThanItCanWeigh() {
        assertThatThrownBy(() -> Pairing.best(Pairing.MOST + 1, 1, (label, report) -> 1))
                .hasMessageContaining("17 incidents");
    }

    private static Map<Integer, Integer> best(int[]... worth) {
        return Pairing.best(worth.length, worth[0].length, (label, report) -> worth[label][report]);
    }

    /** The most that any way gives, by trying all. */
    private static int tried(int[][] worth, int label, Set<Integer> taken) {
        if (label == worth.length) {
            return 0;
        }
        int most = tried(worth, label + 1, taken);
        for (int report = 0; report < worth[label].length; report++) {
            if (worth[label][report] > 0 && !taken.contains(report)) {
                Set<Integer> more = new HashSet<>(taken);
                more.add(report);
                most = Math.max(most, worth[label][report] + tried(worth, label + 1, more));
            }
        }
        return most;
    }
}
