package io.tocsin.places.gazetteer;

/** Distances on the earth, over coordinates in units of 1e-5 degrees (about a metre). */
public final class Earth {

    /** Units in a degree. */
    public static final int DEGREE = 100_000;

    private static final double KM_PER_DEGREE = 111.195;

    private Earth() {}

    /** Degrees in units. */
    public static int units(double degrees) {
        return (int) Math.round(degrees * DEGREE);
    }

    /** Degrees of so many units. */
    public static double degrees(int units) {
        return units / (double) DEGREE;
    }

    /** Kilometres between two points; right to 1 % over a few hundred kilometres, and monotonous beyond. */
    public static double km(int lat1, int lon1, int lat2, int lon2) {
        double north = (lat2 - lat1) / (double) DEGREE;
        double east = eastward(lon1, lon2) / (double) DEGREE * shrink((lat1 + lat2) / 2);
        return KM_PER_DEGREE * Math.sqrt(north * north + east * east);
    }

    /** How much shorter a degree of longitude is at the latitude than at the equator. */
    static double shrink(int lat) {
        return Math.cos(Math.toRadians(degrees(lat)));
    }

    /** Units of longitude from one to the other, the short way round. */
    static int eastward(int from, int to) {
        int difference = to - from;
        if (difference > 180 * DEGREE) {
            return difference - 360 * DEGREE;
        }
        return difference < -180 * DEGREE ? difference + 360 * DEGREE : difference;
    }
}
