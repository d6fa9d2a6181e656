package io.tocsin.news;

import io.tocsin.incident.Category;
import io.tocsin.incident.Family;
import io.tocsin.incident.Occurrence;
import io.tocsin.incident.Report;
import io.tocsin.incident.Target;
import io.tocsin.places.Area;
import io.tocsin.places.Place;
import io.tocsin.places.PlaceLevel;
import java.time.Duration;
import java.util.Optional;

/**
 * How much a telling looks like a report that the article made before. Kind, time and place count one each, who was
 * attacked a half. A correction gets one of them wrong, another attack more than one.
 */
final class Resemblance {

    /** So much of it, and the two tell the same attack. */
    static final double ENOUGH = 2;

    private static final double SAME = 1;
    private static final double LIKE = 0.75;
    private static final double NEAR = 0.5;
    private static final double FAR = 0.25;
    private static final double NONE = 0;

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final double NEAR_KM = 15;

    private Resemblance() {}

    static double of(Report one, Report other) {
        return kind(one.category(), other.category())
                + time(one.occurrence(), other.occurrence())
                + place(one.place(), other.place())
                + target(one.target(), other.target());
    }

    private static double kind(Category one, Category other) {
        if (one == other) {
            return SAME;
        }
        if (one.family() == other.family()) {
            return LIKE;
        }
        return one.family() == Family.OTHER || other.family() == Family.OTHER ? NEAR : NONE;
    }

    private static double time(Occurrence one, Occurrence other) {
        if (one.from().equals(other.from()) && one.until().equals(other.until())) {
            return SAME;
        }
        Duration gap = one.from().isBefore(other.from())
                ? Duration.between(one.until(), other.from())
                : Duration.between(other.until(), one.from());
        if (gap.isNegative()) {
            return LIKE;
        }
        if (gap.compareTo(DAY) <= 0) {
            return NEAR;
        }
        return gap.compareTo(WEEK) <= 0 ? FAR : NONE;
    }

    private static double place(Place one, Place other) {
        Area finest = one.finest();
        Area otherFinest = other.finest();
        if (finest.key().equals(otherFinest.key())) {
            return SAME;
        }
        boolean within = within(one, otherFinest) || within(other, finest);
        boolean close = one.coordinates()
                .flatMap(here -> other.coordinates().filter(there -> here.kilometresTo(there) <= NEAR_KM))
                .isPresent();
        if (within || close) {
            return LIKE;
        }
        Optional<Area> province = one.area(PlaceLevel.PROVINCE);
        boolean sameProvince = province.isPresent()
                && province.map(Area::key)
                        .equals(other.area(PlaceLevel.PROVINCE).map(Area::key));
        return sameProvince ? NEAR : FAR;
    }

    private static boolean within(Place place, Area area) {
        return place.area(area.level())
                .filter(own -> own.key().equals(area.key()))
                .isPresent();
    }

    private static double target(Optional<Target> one, Optional<Target> other) {
        Optional<String> name = one.flatMap(Target::name).map(Area::folded);
        return name.isPresent() && name.equals(other.flatMap(Target::name).map(Area::folded)) ? NEAR : NONE;
    }
}
