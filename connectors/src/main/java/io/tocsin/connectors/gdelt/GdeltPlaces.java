package io.tocsin.connectors.gdelt;

import io.tocsin.avro.Place;
import io.tocsin.avro.PlacePrecision;
import io.tocsin.connectors.mapping.InvalidFieldException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where rows say that it happened. Names come as one text, from the finest to the coarsest: {@code Chibok, Borno, Nigeria}. */
final class GdeltPlaces {

    /** What stands for a province where GDELT knows none: {@code Jerusalem, Israel (general), Israel}. */
    private static final String GENERAL = "(general)";

    private GdeltPlaces() {}

    static Place place(EventRow row) throws InvalidFieldException {
        List<String> names = names(row);
        PlacePrecision precision = precision(row.placeType());
        Optional<Double> lat = row.lat();
        Optional<Double> lon = row.lon();
        boolean whole = lat.isPresent() && lon.isPresent();
        return new Place(
                FipsCountries.iso(row.fips()).orElse(null),
                province(names, precision),
                null,
                precision == PlacePrecision.SITE && !names.isEmpty() ? names.get(0) : null,
                whole ? lat.get() : null,
                whole ? lon.get() : null,
                precision);
    }

    private static List<String> names(EventRow row) {
        return Arrays.stream(row.placeName().orElse("").split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String province(List<String> names, PlacePrecision precision) {
        if (precision == PlacePrecision.PROVINCE) {
            return names.isEmpty() ? null : names.get(0);
        }
        boolean between = precision == PlacePrecision.SITE
                && names.size() > 2
                && !names.get(names.size() - 2).endsWith(GENERAL);
        return between ? names.get(names.size() - 2) : null;
    }

    private static PlacePrecision precision(String type) {
        return switch (type) {
            case "1" -> PlacePrecision.COUNTRY;
            case "2", "5" -> PlacePrecision.PROVINCE;
            case "3", "4" -> PlacePrecision.SITE;
            default -> PlacePrecision.UNKNOWN;
        };
    }
}
