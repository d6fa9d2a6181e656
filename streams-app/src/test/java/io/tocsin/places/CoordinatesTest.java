package io.tocsin.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoordinatesTest {

    @ParameterizedTest
    @CsvSource({"90, 180", "-90, -180", "0, 0"})
    void takesWhatLiesOnTheEarth(double lat, double lon) {
        assertThatCode(() -> new Coordinates(lat, lon)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "95, 0, lat 95.0",
        "-90.1, 0, lat -90.1",
        "NaN, 0, lat NaN",
        "0, 181, lon 181.0",
        "0, -Infinity, lon -Infinity"
    })
    void refusesWhatDoesNotAndNamesIt(double lat, double lon, String named) {
        assertThatThrownBy(() -> new Coordinates(lat, lon)).hasMessageStartingWith(named);
    }

    /** The oracle is the angle between two vectors from the middle of the earth. */
    @Test
    void areAsFarApartAsTheVectorsToThemSay() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            Coordinates one = anywhere(random);
            boolean near = random.nextBoolean();
            Coordinates other = near
                    ? new Coordinates(Math.max(-90, Math.min(90, one.lat() + random.nextGaussian() / 20)), one.lon())
                    : anywhere(random);
            double km = Coordinates.EARTH_KM * angle(one, other);

            assertThat(one.kilometresTo(other)).isCloseTo(km, within(0.01));
            assertThat(one.isFartherThan(km + 0.02, other)).isFalse();
            assertThat(km > 0.02 && one.isFartherThan(km - 0.02, other)).isEqualTo(km > 0.02);
        }
    }

    private static Coordinates anywhere(Random random) {
        return new Coordinates(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180);
    }

    private static double angle(Coordinates one, Coordinates other) {
        double[] a = vector(one);
        double[] b = vector(other);
        double[] cross = {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
        double dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
        return Math.atan2(Math.sqrt(cross[0] * cross[0] + cross[1] * cross[1] + cross[2] * cross[2]), dot);
    }

    private static double[] vector(Coordinates spot) {
        double lat = Math.toRadians(spot.lat());
        double lon = Math.toRadians(spot.lon());
        return new double[] {Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)};
    }
}
