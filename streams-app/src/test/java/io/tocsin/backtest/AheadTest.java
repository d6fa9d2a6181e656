package io.tocsin.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AheadTest {

    @Test
    void handsOverInOrderWhateverTheNumberOfThreads() {
        List<Integer> taken = new ArrayList<>();
        try (Ahead<Integer, Integer> ahead = new Ahead<>(4, "test", number -> number * 2, taken::add)) {
            IntStream.range(0, 20_000).forEach(ahead::put);
            ahead.finish();
        }

        assertThat(taken)
                .isEqualTo(IntStream.range(0, 20_000).map(n -> n * 2).boxed().toList());
    }

    @Test
    void failsWhereTheWorkFails() {
        try (Ahead<Integer, Integer> ahead = new Ahead<>(1, "test", AheadTest::refuse, number -> {})) {
            ahead.put(1);

            assertThatIllegalArgumentException().isThrownBy(ahead::finish).withMessage("no 1");
        }
    }

    private static Integer refuse(Integer number) {
        throw new IllegalArgumentException("no " + number);
    }
}
