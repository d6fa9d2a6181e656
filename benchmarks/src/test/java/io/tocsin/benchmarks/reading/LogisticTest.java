package io.tocsin.benchmarks.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.benchmarks.reading.Logistic.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogisticTest {

    @Test
    void givesTheOddsOfAllWhereNothingIsSeen() {
        List<Row> rows = new ArrayList<>(Collections.nCopies(300, new Row(List.of(0.0), true)));
        rows.addAll(Collections.nCopies(100, new Row(List.of(0.0), false)));

        double[] weights = Logistic.fit(rows);

        assertThat(weights[0]).isZero();
        assertThat(weights[1]).isCloseTo(Math.log(3), within(1e-6));
    }

    @Test
    void comesNearToTheRatioOfOddsTheMoreRowsThereAre() {
        double few = Logistic.fit(rows(10))[0];
        double many = Logistic.fit(rows(1_000))[0];

        assertThat(few).isBetween(0.1, 2.0);
        assertThat(many).isCloseTo(Math.log(9 * 9), within(0.3));
    }

    @Test
    void doesNotHangOnTheUnitOfAValue() {
        List<Row> tenfold = rows(50).stream()
                .map(row -> new Row(List.of(10 * row.values().get(0)), row.holds()))
                .toList();

        assertThat(10 * Logistic.fit(tenfold)[0]).isCloseTo(Logistic.fit(rows(50))[0], within(1e-6));
    }

    @Test
    void givesTheSameForTheSameRows() {
        assertThat(Logistic.fit(rows(20))).containsExactly(Logistic.fit(rows(20)));
    }

    /** Of those that have it nine in ten hold, of the others one in ten. */
    private static List<Row> rows(int times) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 10 * times; i++) {
            boolean most = i % 10 != 0;
            rows.add(new Row(List.of(1.0), most));
            rows.add(new Row(List.of(0.0), !most));
        }
        return rows;
    }
}
