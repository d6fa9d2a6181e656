package io.tocsin.places.placing;

import io.tocsin.places.Coordinates;
import io.tocsin.places.gazetteer.Earth;

/** Coordinates in the gazetteer's units. */
record Point(int lat, int lon) {

    static Point of(Coordinates coordinates) {
        return new Point(Earth.units(coordinates.lat()), Earth.units(coordinates.lon()));
    }

    Coordinates coordinates() {
        return new Coordinates(Earth.degrees(lat), Earth.degrees(lon));
    }

    double km(int otherLat, int otherLon) {
        return Earth.km(lat, lon, otherLat, otherLon);
    }
}
