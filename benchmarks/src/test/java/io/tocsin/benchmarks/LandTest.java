package io.tocsin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.Place;
import io.tocsin.places.Coordinates;
import io.tocsin.places.PlacePrecision;
import io.tocsin.places.Placing;
import io.tocsin.places.placing.GazetteerPlacing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LandTest {

    @Test
    void liesWithinTheCountryThatItNamesSoThatNoReportGoesRound() {
        Placing placing = GazetteerPlacing.load(Optional.empty());

        for (Land land : List.of(Land.here(), Land.elsewhere(), Land.third())) {
            assertThat(sites(land)).allMatch(site -> placed(placing, site).equals(land.country()));
        }
    }

    private static Stream<Place> sites(Land land) {
        return Stream.iterate(0, town -> town < Land.TOWNS, town -> town + 1)
                .flatMap(town -> Stream.of(
                        land.town(town).get(0),
                        land.quarters(town).get(0),
                        land.quarters(town).get(1),
                        land.villages().get(town),
                        land.villages().get(Land.TOWNS + town)));
    }

    private static String placed(Placing placing, Place site) {
        return placing.place(
                        new io.tocsin.places.Place(
                                site.getCountry(),
                                Optional.of(site.getProvince()),
                                Optional.of(site.getDistrict()),
                                Optional.of(site.getSite()),
                                Optional.of(new Coordinates(site.getLat(), site.getLon())),
                                PlacePrecision.SITE),
                        List.of())
                .place()
                .country();
    }
}
