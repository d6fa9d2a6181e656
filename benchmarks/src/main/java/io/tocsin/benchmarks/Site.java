package io.tocsin.benchmarks;

import io.tocsin.avro.Place;
import io.tocsin.avro.PlacePrecision;
import java.util.List;

/**
 * A site in a made-up gazetteer: 24 countries, six of them in each of four partitions, and in each country ten
 * provinces of ten districts.
 */
record Site(int number) {

    /** Six countries for each of the partitions 0 to 3 of four. */
    static final List<String> COUNTRIES = List.of(
            "AF", "IQ", "ML", "NG", "SO", "BF", "NE", "ET", "LB", "TD", "CM", "IR", "SY", "YE", "UA", "MM", "PK", "KE",
            "SD", "CD", "LY", "IL", "MX", "CO");

    private static final int DIVISIONS = 10;

    String country() {
        return COUNTRIES.get(number % COUNTRIES.size());
    }

    String name() {
        return "Site-" + number;
    }

    Place place() {
        int inCountry = number / COUNTRIES.size();
        int province = inCountry % DIVISIONS;
        int district = inCountry / DIVISIONS % DIVISIONS;
        return new Place(
                country(),
                "Province " + province,
                "District " + province + "." + district,
                name(),
                (number * 37 % 120_000) / 1000.0 - 60,
                (number * 91 % 340_000) / 1000.0 - 170,
                PlacePrecision.SITE);
    }
}
