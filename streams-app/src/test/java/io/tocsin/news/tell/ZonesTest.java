package io.tocsin.news.tell;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZonesTest {

    private static final Zones ZONES = Zones.load();

    @ParameterizedTest
    @CsvSource({
        "IQ, 33.3, 44.4, Asia/Baghdad",
        "UA, 50.4, 30.5, Europe/Kyiv",
        "AF, 34.5, 69.2, Asia/Kabul",
        "US, 34.05, -118.24, America/Los_Angeles",
        "US, 40.7, -74.0, America/New_York",
        "RU, 43.1, 131.9, Asia/Vladivostok",
        "CD, -4.3, 15.3, Africa/Kinshasa",
        "CD, -1.7, 29.2, Africa/Lubumbashi",
        "PS, 31.28, 34.25, Asia/Gaza",
        "XX, 0, 0, Z"
    })
    void areThoseOfTheNearestCityOfReference(String country, double lat, double lon, String zone) {
        Place place = new Place(
                country,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Coordinates(lat, lon)),
                PlacePrecision.SITE);

        assertThat(ZONES.of(place).getId()).isIn(zone, zone.replace("Kyiv", "Kiev"));
    }

    @ParameterizedTest
    @CsvSource({
        "IQ, Asia/Baghdad",
        "NG, Africa/Lagos",
        "RU, Europe/Moscow",
        "UA, Europe/Kyiv",
        "US, America/New_York",
        "BR, America/Sao_Paulo",
        "CA, America/Toronto",
        "AU, Australia/Sydney",
        "XX, Z",
        "'', Z"
    })
    void ofACountryIsThatOfItsFirstCity(String country, String zone) {
        assertThat(ZONES.ofCountry(country).getId()).isIn(zone, zone.replace("Kyiv", "Kiev"));
    }
}
