package io.tocsin.watch;

import io.tocsin.places.Coordinates;
import java.util.Collection;

/**
 * Where a cluster lies.
 *
 * @param centre the middle of its incidents
 * @param km how far from the centre the farthest of them is, in kilometres
 */
public record Circle(Coordinates centre, double km) {

    /** By so much, at the most, the rounding of centre and extent takes a point out of it. */
    private static final double ROUNDED_KM = 0.1;

    /** Around points, of which there is at least one. The middle is that of their directions from the earth's centre. */
    static Circle around(Collection<Coordinates> points) {
        double x = 0;
        double y = 0;
        double z = 0;
        for (Coordinates point : points) {
            double lat = Math.toRadians(point.lat());
            double lon = Math.toRadians(point.lon());
            x += Math.cos(lat) * Math.cos(lon);
            y += Math.cos(lat) * Math.sin(lon);
            z += Math.sin(lat);
        }
        Coordinates centre = new Coordinates(
                rounded(Math.toDegrees(Math.atan2(z, Math.hypot(x, y)))), rounded(Math.toDegrees(Math.atan2(y, x))));
        double farthest = 0;
        for (Coordinates point : points) {
            farthest = Math.max(farthest, centre.kilometresTo(point));
        }
        return new Circle(centre, Math.round(farthest * 10) / 10.0);
    }

    boolean meets(Circle other) {
        return centre.kilometresTo(other.centre) <= km + other.km + 2 * ROUNDED_KM;
    }

    /** Whether a point lies in it, one of its own incidents at its edge certainly. */
    boolean holds(Coordinates point) {
        return centre.kilometresTo(point) <= reach();
    }

    /** How far from the centre its incidents lie at the most, in kilometres, though its extent is rounded. */
    double reach() {
        return km + ROUNDED_KM;
    }

    /** To about ten metres, so that it does not depend on the order in which the points were added up. */
    private static double rounded(double degrees) {
        return Math.round(degrees * 10_000) / 10_000.0;
    }
}
