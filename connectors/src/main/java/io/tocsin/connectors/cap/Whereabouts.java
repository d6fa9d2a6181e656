package io.tocsin.connectors.cap;

import io.tocsin.avro.Place;
import io.tocsin.avro.PlacePrecision;
import java.util.Locale;
import java.util.Optional;

/**
 * In which country a report lies, which decides who hears of its retraction.
 *
 * @param country nothing where the alert does not tell; the application goes by the coordinates then
 * @param coordinates latitude and longitude in degrees, {@code 34.0100,44.1500}
 */
record Whereabouts(Optional<String> country, Optional<String> coordinates) {

    private static final String NOWHERE = "XX";
    private static final String BETWEEN = ",";

    static Whereabouts of(Place place) {
        Optional<String> coordinates = Optional.ofNullable(place.getLat())
                .map(lat -> String.format(Locale.ROOT, "%.4f%s%.4f", lat, BETWEEN, place.getLon()));
        return new Whereabouts(Optional.ofNullable(place.getCountry()), coordinates);
    }

    /** Whether who hears of the one hears of the other. */
    boolean together(Whereabouts other) {
        boolean sameCountry = country.isPresent() && country.equals(other.country);
        return sameCountry || equals(other);
    }

    Place place() {
        Optional<String[]> parts = coordinates.map(text -> text.split(BETWEEN, -1));
        return new Place(
                country.orElse(null),
                null,
                null,
                null,
                parts.map(pair -> Double.valueOf(pair[0])).orElse(null),
                parts.map(pair -> Double.valueOf(pair[1])).orElse(null),
                PlacePrecision.UNKNOWN);
    }

    String toText() {
        return country.orElse(NOWHERE) + coordinates.map(text -> BETWEEN + text).orElse("");
    }

    /** Reads what {@link #toText} writes; throws IllegalArgumentException for anything else. */
    static Whereabouts parse(String text) {
        if (!text.matches("[A-Z]{2}(,-?\\d{1,2}\\.\\d{4},-?\\d{1,3}\\.\\d{4})?")) {
            throw new IllegalArgumentException("'chains' has the place '" + text + "', which is none");
        }
        return new Whereabouts(
                Optional.of(text.substring(0, 2)).filter(code -> !code.equals(NOWHERE)),
                text.length() > 2 ? Optional.of(text.substring(3)) : Optional.empty());
    }
}
