package io.tocsin.places;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
