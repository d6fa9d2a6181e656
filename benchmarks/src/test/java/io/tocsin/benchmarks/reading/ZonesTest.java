package io.tocsin.benchmarks.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.places.Place;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ZonesTest {

    private final Zones zones = Zones.load();

    @Test
    void aPlaceGoesByTheNearestClockOfItsCountry() {
        assertThat(zones.of(Reports.BALAD)).isEqualTo(ZoneId.of("Asia/Baghdad"));
        assertThat(zones.of(Reports.site("CD", "North Kivu", "Beni", 0.49, 29.47)))
                .isEqualTo(ZoneId.of("Africa/Lubumbashi"));
        assertThat(zones.of(Reports.site("PS", "Gaza", "Rafah", 31.28, 34.25))).isEqualTo(ZoneId.of("Asia/Gaza"));
    }

    @Test
    void withoutCoordinatesByThatOfMostPeople() {
        assertThat(zones.of(Reports.country("UA"))).isEqualTo(ZoneId.of("Europe/Kiev"));
        assertThat(zones.of(Reports.country("RU"))).isEqualTo(ZoneId.of("Europe/Moscow"));
        assertThat(zones.of(Reports.country(Place.NOWHERE))).isEqualTo(ZoneOffset.UTC);
    }
}
