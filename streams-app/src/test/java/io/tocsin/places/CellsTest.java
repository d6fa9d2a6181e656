package io.tocsin.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CellsTest {

    private static final double KM_A_DEGREE = 111.2;

    @Test
    void putPointsWithinReachIntoTheSameOrTouchingCells() {
        Random random = new Random(11);
        for (int i = 0; i < 50_000; i++) {
            Coordinates here = new Coordinates(140 * random.nextDouble() - 70, 360 * random.nextDouble() - 180);
            double direction = 2 * Math.PI * random.nextDouble();
            double degrees = Cells.REACH_KM / KM_A_DEGREE * random.nextDouble();
            Coordinates there = new Coordinates(
                    here.lat() + degrees * Math.sin(direction),
                    wrapped(here.lon() + degrees * Math.cos(direction) / Math.cos(Math.toRadians(here.lat()))));

            assertThat(Cells.around(here)).contains(Cells.of(there));
        }
    }

    @Test
    void comeWithTheirNeighboursAndTheirOwnFirst() {
        Coordinates baghdad = new Coordinates(33.31, 44.37);

        assertThat(Cells.around(baghdad)).hasSize(7).doesNotHaveDuplicates().startsWith(Cells.of(baghdad));
    }

    private static double wrapped(double lon) {
        return lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon;
    }
}
