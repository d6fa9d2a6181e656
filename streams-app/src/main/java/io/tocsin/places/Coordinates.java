package io.tocsin.places;

/**
 * A point on the earth.
 *
 * @param lat degrees north, WGS 84, -90 to 90
 * @param lon degrees east, WGS 84, -180 to 180
 */
public record Coordinates(double lat, double lon) {

    public Coordinates {
        if (!(lat >= -90 && lat <= 90)) {
            throw new IllegalArgumentException("lat " + lat + " is not within -90 to 90");
        }
        if (!(lon >= -180 && lon <= 180)) {
            throw new IllegalArgumentException("lon " + lon + " is not within -180 to 180");
        }
    }
}
