package io.tocsin.places.placing;

import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import io.tocsin.places.Placing;
import io.tocsin.places.gazetteer.Gazetteer;
import java.util.Optional;

/** Places as sources give them, and the gazetteer that all tests of this room share. */
final class Given {

    static final Gazetteer GAZETTEER = Gazetteer.load(Optional.empty());
    static final Placing PLACING = new GazetteerPlacing(GAZETTEER);

    private Given() {}

    /** A site; an empty province is none. */
    static Place site(String country, String province, String name) {
        return place(country, province, name, Optional.empty(), PlacePrecision.SITE);
    }

    static Place siteAt(String country, String province, String name, double lat, double lon) {
        return place(country, province, name, Optional.of(new Coordinates(lat, lon)), PlacePrecision.SITE);
    }

    static Place place(
            String country, String province, String name, Optional<Coordinates> at, PlacePrecision precision) {
        return new Place(country, named(province), Optional.empty(), named(name), at, precision);
    }

    private static Optional<String> named(String name) {
        return Optional.of(name).filter(n -> !n.isEmpty());
    }
}
