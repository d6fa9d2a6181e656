package io.tocsin.connectors.acled;

import io.tocsin.avro.Place;
import io.tocsin.avro.PlacePrecision;
import java.util.Optional;

/** Where rows say that it happened. */
final class AcledPlaces {

    private AcledPlaces() {}

    static Place place(AcledRow row) throws InvalidCellException {
        Optional<Double> lat = row.degrees("latitude", "place.lat", 90);
        Optional<Double> lon = row.degrees("longitude", "place.lon", 180);
        boolean whole = lat.isPresent() && lon.isPresent();
        Optional<String> country = AcledCountries.of(row.cell("iso"), row.cell("country"));
        PlacePrecision precision = precision(row, country.isPresent());
        boolean exact = precision == PlacePrecision.SITE;
        return new Place(
                country.orElse(null),
                row.given("admin1").orElse(null),
                row.given("admin2").orElse(null),
                exact ? row.cell("location") : null,
                whole ? lat.get() : null,
                whole ? lon.get() : null,
                precision);
    }

    /**
     * 1 the named location, 2 the area around it, 3 the province; a level without a name gives way to the next coarser one. At sea the
     * coordinates are the middle of a body of water and nothing is certain.
     */
    private static PlacePrecision precision(AcledRow row, boolean onLand) throws InvalidCellException {
        int code = row.whole("geo_precision", "place.precision", 1, 3).orElse(3);
        if (!onLand) {
            return PlacePrecision.UNKNOWN;
        }
        if (code == 1 && row.given("location").isPresent()) {
            return PlacePrecision.SITE;
        }
        if (code <= 2 && row.given("admin2").isPresent()) {
            return PlacePrecision.DISTRICT;
        }
        return row.given("admin1").isPresent() ? PlacePrecision.PROVINCE : PlacePrecision.COUNTRY;
    }
}
