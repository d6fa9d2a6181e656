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

    /** A point well within each, in degrees, so that the gazetteer does not move a site to another country. */
    private static final List<double[]> CENTRES = List.of(
            new double[] {33.9, 66.0},
            new double[] {32.8, 43.7},
            new double[] {17.0, -3.0},
            new double[] {9.5, 8.0},
            new double[] {3.5, 44.5},
            new double[] {12.3, -1.7},
            new double[] {17.0, 9.0},
            new double[] {8.6, 39.6},
            new double[] {33.85, 35.85},
            new double[] {15.0, 18.6},
            new double[] {5.7, 12.7},
            new double[] {32.5, 54.3},
            new double[] {35.0, 38.5},
            new double[] {15.5, 47.5},
            new double[] {49.0, 31.4},
            new double[] {21.0, 96.5},
            new double[] {29.0, 66.5},
            new double[] {0.5, 37.9},
            new double[] {15.5, 30.0},
            new double[] {-3.0, 23.6},
            new double[] {27.0, 17.5},
            new double[] {30.9, 34.85},
            new double[] {24.0, -102.5},
            new double[] {4.0, -73.0});

    /** Degrees that sites lie from the centre at the most. */
    private static final double SPREAD = 1.0;

    private static final int DIVISIONS = 10;

    String country() {
        return COUNTRIES.get(number % COUNTRIES.size());
    }

    String name() {
        return "Site " + number;
    }

    /** The number that the name of a site, or the id of the report of it, ends with. */
    static int number(String name) {
        int start = name.length();
        while (start > 0 && Character.isDigit(name.charAt(start - 1))) {
            start--;
        }
        return Integer.parseInt(name.substring(start));
    }

    private static double around(double centre, int steps) {
        return centre + SPREAD * (steps % 2_001 - 1_000) / 1_000;
    }

    Place place() {
        double[] centre = CENTRES.get(number % COUNTRIES.size());
        int inCountry = number / COUNTRIES.size();
        int province = inCountry % DIVISIONS;
        int district = inCountry / DIVISIONS % DIVISIONS;
        return new Place(
                country(),
                "Province " + province,
                "District " + province + "." + district,
                name(),
                around(centre[0], number * 37),
                around(centre[1], number * 91),
                PlacePrecision.SITE);
    }
}
