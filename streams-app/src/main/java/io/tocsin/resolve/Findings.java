package io.tocsin.resolve;

import io.tocsin.incident.Category;
import io.tocsin.incident.Estimate;
import io.tocsin.incident.Family;
import io.tocsin.incident.Report;
import io.tocsin.incident.TargetKind;
import io.tocsin.places.Coordinates;
import io.tocsin.places.PlaceLevel;
import io.tocsin.resolve.Told.Sharpness;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Compares one feature of two reports. Symmetric. */
final class Findings {

    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;
    private static final double DISTRICT_KM = 25;
    private static final int MASS = 20;
    private static final int MANY = 8;
    private static final int SOME = 4;

    private Findings() {}

    static Finding of(Feature feature, Told one, Told other) {
        return switch (feature) {
            case PRIOR -> Finding.ANY_PAIR;
            case TIME -> time(one, other);
            case DISTANCE -> distance(one, other);
            case PLACE -> place(one, other);
            case CATEGORY -> category(one.report().category(), other.report().category());
            case KILLED ->
                killed(
                        one.report().casualties().killed(),
                        other.report().casualties().killed());
            case INJURED ->
                injured(
                        one.report().casualties().injured(),
                        other.report().casualties().injured());
            case QUANTITY -> quantity(one.report().quantity(), other.report().quantity());
            case SOURCE -> source(one, other);
            case PUBLISHED -> published(one.report(), other.report());
            case ORIGIN -> origin(one.report(), other.report());
            case TARGET_KIND -> targetKind(kind(one), kind(other));
            case TARGET_NAME -> targetName(one.targetName(), other.targetName());
            case WORDING -> wording(one, other);
        };
    }

    private static Finding time(Told one, Told other) {
        long gap = Math.max(one.from(), other.from()) - Math.min(one.until(), other.until());
        Sharpness vaguer = one.sharpness().compareTo(other.sharpness()) >= 0 ? one.sharpness() : other.sharpness();
        return switch (vaguer) {
            case MINUTES ->
                gap <= HOUR
                        ? Finding.WITHIN_AN_HOUR
                        : gap <= 3 * HOUR
                                ? Finding.WITHIN_THREE_HOURS
                                : gap <= 12 * HOUR ? Finding.WITHIN_TWELVE_HOURS : Finding.MORE_HOURS;
            case DAY -> gap < 0 ? Finding.SAME_DAY : gap <= 12 * HOUR ? Finding.NEXT_DAY : Finding.DAYS_APART;
            case DAYS ->
                gap < 0 ? Finding.WITHIN_THE_DAYS : gap <= 36 * HOUR ? Finding.NEAR_THE_DAYS : Finding.OUTSIDE_THE_DAYS;
            case MONTH ->
                gap < 0
                        ? Finding.WITHIN_THE_MONTH
                        : gap <= 72 * HOUR ? Finding.NEAR_THE_MONTH : Finding.OUTSIDE_THE_MONTH;
        };
    }

    private static Finding distance(Told one, Told other) {
        Optional<Coordinates> here = one.report().place().coordinates();
        Optional<Coordinates> there = other.report().place().coordinates();
        boolean known = one.reach() == Told.Reach.LOCATED && other.reach() == Told.Reach.LOCATED;
        if (!known) {
            return Finding.NO_DISTANCE;
        }
        double km = here.orElseThrow().kilometresTo(there.orElseThrow());
        boolean sharp = one.report().place().precision().covers(PlaceLevel.SITE)
                && other.report().place().precision().covers(PlaceLevel.SITE);
        if (!sharp) {
            return km <= DISTRICT_KM ? Finding.WITHIN_THE_AREA : Finding.OUTSIDE_THE_AREA;
        }
        if (km <= 2) {
            return km <= 1 ? Finding.WITHIN_1_KM : Finding.WITHIN_2_KM;
        }
        return km <= 5 ? Finding.WITHIN_5_KM : Finding.BEYOND_5_KM;
    }

    private static Finding place(Told one, Told other) {
        if (Told.differ(one.province(), other.province())) {
            return Finding.OTHER_PROVINCE;
        }
        if (Told.same(one.site(), other.site())) {
            Told placed = one.province().isPresent() ? one : other;
            return placed.inChiefTown() ? Finding.SAME_CHIEF_TOWN : Finding.SAME_SITE;
        }
        if (one.site().isPresent() && other.site().isPresent()) {
            boolean alike =
                    Words.alike(one.site().get().plain(), other.site().get().plain());
            return alike ? Finding.SITE_ALIKE : Finding.OTHER_SITE;
        }
        if (Told.same(one.district(), other.district())) {
            return Finding.SAME_DISTRICT;
        }
        return one.province().isPresent() && other.province().isPresent()
                ? Finding.SAME_PROVINCE
                : Finding.SAME_COUNTRY;
    }

    private static Finding category(Category one, Category other) {
        if (one.family() == Family.OTHER || other.family() == Family.OTHER) {
            return Finding.CATEGORY_UNKNOWN;
        }
        if (one == other) {
            return Finding.SAME_CATEGORY;
        }
        if (one.family() == other.family()) {
            return Finding.SAME_FAMILY;
        }
        return kin(one.family(), other.family()) || kin(other.family(), one.family())
                ? Finding.KIN_FAMILY
                : Finding.OTHER_FAMILY;
    }

    /** Whether sources tell the one as the other: a killing by its means, fire from the ground as from the air. */
    private static boolean kin(Family one, Family other) {
        return switch (one) {
            case TARGETED_ATTACK ->
                other == Family.AIR_ATTACK || other == Family.BOMBING || other == Family.DIRECT_FIRE;
            case INDIRECT_FIRE -> other == Family.AIR_ATTACK;
            case DIRECT_FIRE -> other == Family.INDIRECT_FIRE;
            default -> false;
        };
    }

    private static Finding killed(Estimate one, Estimate other) {
        if (!one.isKnown() || !other.isKnown()) {
            return Finding.KILLED_UNKNOWN;
        }
        int fewer = Math.min(one.count(), other.count());
        int more = Math.max(one.count(), other.count());
        if (fewer == more) {
            return sameKilled(more);
        }
        if (close(fewer, more) || overlap(one, other)) {
            return more >= MANY ? Finding.CLOSE_MANY_KILLED : Finding.CLOSE_KILLED;
        }
        return 2 * fewer >= more ? Finding.OTHER_KILLED : Finding.FAR_FROM_KILLED;
    }

    /** Two reports of one event agree on a great number; on a small one, reports of any two do. */
    private static Finding sameKilled(int number) {
        if (number >= SOME) {
            return number >= MASS
                    ? Finding.SAME_MASS_KILLED
                    : number >= MANY ? Finding.SAME_MANY_KILLED : Finding.SAME_SOME_KILLED;
        }
        return number == 0 ? Finding.NONE_KILLED : number == 1 ? Finding.SAME_ONE_KILLED : Finding.SAME_FEW_KILLED;
    }

    private static Finding injured(Estimate one, Estimate other) {
        if (!one.isKnown() || !other.isKnown()) {
            return Finding.INJURED_UNKNOWN;
        }
        int fewer = Math.min(one.count(), other.count());
        int more = Math.max(one.count(), other.count());
        if (fewer == more) {
            return Finding.SAME_INJURED;
        }
        return close(fewer, more) || overlap(one, other) ? Finding.CLOSE_INJURED : Finding.OTHER_INJURED;
    }

    private static boolean close(int fewer, int more) {
        return fewer > 0 && 4L * (more - fewer) <= more;
    }

    private static boolean overlap(Estimate one, Estimate other) {
        return low(one) <= high(other) && low(other) <= high(one);
    }

    private static int low(Estimate estimate) {
        return estimate.low().orElse(estimate.count());
    }

    private static int high(Estimate estimate) {
        return estimate.high().orElse(estimate.count());
    }

    private static Finding quantity(OptionalInt one, OptionalInt other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Finding.QUANTITY_UNKNOWN;
        }
        return one.equals(other) ? Finding.SAME_QUANTITY : Finding.OTHER_QUANTITY;
    }

    private static Finding source(Told one, Told other) {
        if (one.sameArticle(other)) {
            return Finding.SAME_ARTICLE;
        }
        if (!one.report().source().id().equals(other.report().source().id())) {
            return Finding.OTHER_SOURCE;
        }
        return one.published().equals(other.published()) ? Finding.SAME_SOURCE_SAME_DAY : Finding.SAME_SOURCE;
    }

    private static Finding published(Report one, Report other) {
        long apart =
                Math.abs(one.publishedAt().toEpochMilli() - other.publishedAt().toEpochMilli());
        if (apart <= DAY / 2) {
            return Finding.PUBLISHED_THE_SAME_DAY;
        }
        if (apart <= 7 * DAY) {
            return apart <= 2 * DAY ? Finding.PUBLISHED_TOGETHER : Finding.PUBLISHED_DAYS_APART;
        }
        return apart <= 60 * DAY ? Finding.PUBLISHED_WEEKS_APART : Finding.PUBLISHED_MONTHS_APART;
    }

    private static Finding origin(Report one, Report other) {
        List<String> authorities = one.authorities();
        boolean apart =
                one.source().id().equals(other.source().id()) || Collections.disjoint(authorities, other.authorities());
        return apart ? Finding.OTHER_ORIGIN : Finding.SAME_ORIGIN;
    }

    private static TargetKind kind(Told told) {
        return told.report().target().map(target -> target.kind()).orElse(TargetKind.UNKNOWN);
    }

    private static Finding targetKind(TargetKind one, TargetKind other) {
        if (one == TargetKind.UNKNOWN || other == TargetKind.UNKNOWN) {
            return Finding.TARGET_KIND_UNKNOWN;
        }
        return one == other ? Finding.SAME_TARGET_KIND : Finding.OTHER_TARGET_KIND;
    }

    private static Finding targetName(Optional<String> one, Optional<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Finding.TARGET_NAME_UNKNOWN;
        }
        if (one.equals(other)) {
            return Finding.SAME_TARGET_NAME;
        }
        return Words.alike(one.get(), other.get()) ? Finding.TARGET_NAME_ALIKE : Finding.OTHER_TARGET_NAME;
    }

    private static Finding wording(Told one, Told other) {
        if (one.words().isEmpty() || other.words().isEmpty()) {
            return Finding.NO_WORDS;
        }
        double shared = Words.shared(one.words(), other.words());
        if (shared >= 0.5) {
            return shared >= 0.9 ? Finding.SAME_WORDS : Finding.MOST_WORDS;
        }
        if (shared >= 0.15) {
            return shared >= 0.3 ? Finding.MANY_WORDS : Finding.SOME_WORDS;
        }
        return shared > 0 ? Finding.FEW_WORDS : Finding.OTHER_WORDS;
    }
}
