package io.tocsin.places.placing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import io.tocsin.places.Placed;
import io.tocsin.places.gazetteer.Earth;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The places of UCDP's coders in Iraq, Syria and Ukraine: name and province, and apart from them the coordinates. */
class UcdpPlacesTest {

    private static final Path TABLE = Path.of("..", "..", "shared", "data", "ucdp-ged", "reports.tsv.gz");
    private static final Map<String, String> COUNTRIES = Map.of("iraq", "IQ", "syria", "SY", "ukraine", "UA");
    private static final double SAME_PLACE_KM = 15;
    private static final Set<Place> PLACES = new LinkedHashSet<>();

    @BeforeAll
    static void readTable() throws IOException {
        boolean there = Files.exists(TABLE);
        if (!there) {
            System.err.println("SKIPPED: the test of UCDP's places needs " + TABLE);
        }
        Assumptions.assumeTrue(there, TABLE + " is not there");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(TABLE)), UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                boolean exact = cells[12].equals("1");
                if (exact && COUNTRIES.containsKey(cells[1])) {
                    PLACES.add(Given.siteAt(
                            COUNTRIES.get(cells[1]),
                            cells[8],
                            cells[7],
                            Double.parseDouble(cells[9]),
                            Double.parseDouble(cells[10])));
                }
            }
        }
    }

    @Test
    void areFoundByNameAndProvinceWhereTheyAre() {
        int found = 0;
        int right = 0;
        for (Place truth : PLACES) {
            Placed placed = Given.PLACING.place(
                    Given.site(
                            truth.country(),
                            truth.province().orElse(""),
                            truth.site().orElseThrow()),
                    List.of());
            if (placed.place().precision() == PlacePrecision.SITE
                    && placed.place().coordinates().isPresent()) {
                found++;
                right += km(placed.place(), truth) <= SAME_PLACE_KM ? 1 : 0;
            }
        }
        System.out.printf(
                "UCDP: %d places, %d found by name and province, %d of them right%n", PLACES.size(), found, right);

        assertThat(found).isGreaterThan(250);
        assertThat(right * 100.0 / found).isGreaterThan(95);
    }

    @Test
    void keepTheirCoordinatesAndCountry() {
        for (Place truth : PLACES) {
            Place placed = Given.PLACING.place(truth);

            assertThat(placed.coordinates()).isEqualTo(truth.coordinates());
            assertThat(placed.country()).isEqualTo(truth.country());
            assertThat(Given.PLACING.place(placed)).isEqualTo(placed);
        }
    }

    private static double km(Place one, Place other) {
        Coordinates a = one.coordinates().orElseThrow();
        Coordinates b = other.coordinates().orElseThrow();
        return Earth.km(Earth.units(a.lat()), Earth.units(a.lon()), Earth.units(b.lat()), Earth.units(b.lon()));
    }
}
