package io.tocsin.places;

/**
 * A point on the earth.
 *
 * @param lat degrees north, WGS 84, -90 to 90
 * @param lon degrees east, WGS 84, -180 to 180
 */
public record Coordinates(double lat, double lon) {

    /** Mean radius of the earth in kilometres (IUGG). */
    public static final double EARTH_KM = 6_371.0088;

    public Coordinates {
        if (!(lat >= -90 && lat <= 90)) {
            throw new IllegalArgumentException("lat " + lat + " is not within -90 to 90");
        }
        if (!(lon >= -180 && lon <= 180)) {
            throw new IllegalArgumentException("lon " + lon + " is not within -180 to 180");
        }
    }

    /** Great-circle distance by the haversine formula on a sphere of {@link #EARTH_KM}. */
    public double kilometresTo(Coordinates other) {
        return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(haversine(other))));
    }

    /** Whether the other is farther than that, at most half around the earth; costs less than the distance. */
    public boolean isFartherThan(double km, Coordinates other) {
        double half = Math.sin(km / (2 * EARTH_KM));
        return haversine(other) > half * half;
    }

    /** Of the angle between the two. */
    private double haversine(Coordinates other) {
        double north = Math.sin(Math.toRadians(other.lat - lat) / 2);
        double east = Math.sin(Math.toRadians(other.lon - lon) / 2);
        return north * north + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * east * east;
    }
}
