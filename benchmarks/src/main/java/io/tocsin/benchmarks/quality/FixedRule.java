package io.tocsin.benchmarks.quality;

import io.tocsin.incident.Report;
import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import java.time.Duration;

/**
 * The rule to beat: at most 4 km and 2 days apart and the same family of attack. Where coordinates are missing the same
 * name of a site counts as no distance, which favours the rule.
 */
final class FixedRule {

    private static final double KM = 4;
    private static final Duration TIME = Duration.ofDays(2);
    private static final double EARTH_KM = 6371.0088;

    private FixedRule() {}

    /** The nearer, the higher; minus infinity where the rule does not hold. */
    static double score(Report one, Report other) {
        Duration apart = Duration.between(
                        one.occurrence().instant(), other.occurrence().instant())
                .abs();
        boolean holds = one.category().family() == other.category().family() && apart.compareTo(TIME) <= 0;
        return holds ? nearness(one.place(), other.place()) - apart.toHours() / 24.0 : Double.NEGATIVE_INFINITY;
    }

    /** 0 at one place to -1 at 4 km; minus infinity beyond. */
    static double nearness(Place here, Place there) {
        double km = kilometres(here, there);
        return km <= KM ? -km / KM : Double.NEGATIVE_INFINITY;
    }

    private static double kilometres(Place here, Place there) {
        if (here.coordinates().isEmpty() || there.coordinates().isEmpty()) {
            boolean sameSite = here.site().isPresent()
                    && here.site().equals(there.site())
                    && here.province().equals(there.province());
            return sameSite ? 0 : Double.POSITIVE_INFINITY;
        }
        Coordinates one = here.coordinates().get();
        Coordinates other = there.coordinates().get();
        double north = Math.toRadians(other.lat() - one.lat());
        double east = Math.toRadians(other.lon() - one.lon()) * Math.cos(Math.toRadians(one.lat()));
        return EARTH_KM * Math.hypot(north, east);
    }
}
