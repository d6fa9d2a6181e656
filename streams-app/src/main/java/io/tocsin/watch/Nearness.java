package io.tocsin.watch;

import io.tocsin.places.Coordinates;

/** Whether incidents lie within a distance of a point. */
public final class Nearness {

    private static final double KM_PER_DEGREE = 110.5;

    private final Coordinates centre;
    private final double km;
    private final double degrees;

    public Nearness(Coordinates centre, double km) {
        this.centre = centre;
        this.km = km;
        this.degrees = km / KM_PER_DEGREE;
    }

    /** Whether it does; what has no point that is close enough to it does not. */
    public boolean test(Fact fact) {
        return Per.point(fact)
                .filter(point -> Math.abs(point.lat() - centre.lat()) <= degrees && centre.kilometresTo(point) <= km)
                .isPresent();
    }
}
