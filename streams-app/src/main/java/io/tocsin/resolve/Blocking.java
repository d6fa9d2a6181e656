package io.tocsin.resolve;

import io.tocsin.incident.Report;
import io.tocsin.places.Cells;
import io.tocsin.places.Coordinates;
import io.tocsin.resolve.Told.Reach;
import io.tocsin.resolve.Told.Sharpness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which reports are worth comparing. A report is kept in its homes and looks for others in the blocks near it: of any
 * two reports within reach of each other, each finds the other. Within reach means, in one country,
 *
 * <ul>
 *   <li>both located: at most {@link Cells#REACH_KM} apart and within two days;
 *   <li>one of them known by its province only: the same province, within two days;
 *   <li>both known by their country only: within two days;
 *   <li>one of them known to some days or a month: the same province (or both none), and those days;
 *   <li>one of them vague in time or place, and both naming a target whose last words sound alike: within a month,
 *       wherever.
 * </ul>
 *
 * Pure and thread-safe.
 */
public final class Blocking {

    /** No report looks into more blocks. */
    public static final int MOST_BLOCKS = 60;

    private static final int MOST_RANGES = 10;
    private static final String NO_CELL = "";
    private static final String LONG = "long:";
    private static final String NAME = "name:";
    private static final int DAYS = 2;
    private static final int SLOT = 32;
    /** A stretch of more days is compared with none of them one by one. */
    private static final int LONGEST = 40;

    private static final int MONTH = 31;
    /** Out of reach, with room for spots that are known to the metre. */
    private static final double SURELY_APART_KM = Cells.REACH_KM + 0.01;

    /** Of latitude, on the sphere that distances are measured on. */
    private static final double KM_A_DEGREE = Math.toRadians(Coordinates.EARTH_KM);

    private static final long DAY_MS = 86_400_000L;

    private Blocking() {}

    /** Where the report is kept to be found: one home, or two. */
    public static List<Home> homes(Report report) {
        return homes(new Told(report));
    }

    /** The blocks in which the report finds those within reach of it; at most {@link #MOST_BLOCKS}. */
    public static List<Blocks> near(Report report) {
        return near(new Told(report));
    }

    static List<Home> homes(Told told) {
        List<Home> homes = new ArrayList<>(2);
        String area = area(told);
        if (isLong(told)) {
            homes.add(new Home(slot(told.day()), LONG + area, NO_CELL));
        } else {
            homes.add(new Home(told.day(), area, told.reach() == Reach.LOCATED ? cell(told) : NO_CELL));
        }
        name(told).ifPresent(name -> homes.add(new Home(slot(told.day()), NAME + name, NO_CELL)));
        return homes;
    }

    static List<Blocks> near(Told told) {
        List<Blocks> near = new ArrayList<>(MOST_RANGES);
        String area = area(told);
        String kept = told.province().isPresent() ? Block.ANY : NO_CELL;
        if (isLong(told)) {
            if (last(told) - first(told) < LONGEST) {
                addDays(near, first(told) - 1, last(told) + 1, area, kept);
            }
            addSlots(near, told.day(), MONTH, LONG + area);
        } else {
            int day = told.day();
            if (told.reach() == Reach.LOCATED) {
                for (String cell : Cells.around(coordinates(told))) {
                    addDays(near, day - DAYS, day + DAYS, Block.ANY, told.country() + ':' + cell);
                }
                if (told.province().isPresent()) {
                    addDays(near, day - DAYS, day + DAYS, area, NO_CELL);
                }
            } else {
                addDays(near, day - DAYS, day + DAYS, area, kept);
            }
            addSlots(near, day, LONGEST / 2 + 1, LONG + area);
        }
        name(told).ifPresent(name -> addSlots(near, told.day(), MONTH, NAME + name));
        return near;
    }

    /** Where the report happened, if place and day are sharp: of two such, only those near each other are within reach. */
    static Optional<Coordinates> spot(Told told) {
        return isVague(told) ? Optional.empty() : told.report().place().coordinates();
    }

    /** Whether no reports in these spots are within reach of each other; far apart by latitude alone is cheap to tell. */
    static boolean apart(Coordinates spot, Coordinates other) {
        double north = Math.abs(spot.lat() - other.lat()) * KM_A_DEGREE;
        return north > SURELY_APART_KM || spot.isFartherThan(SURELY_APART_KM, other);
    }

    /** Whether the two are compared at all; symmetric. */
    static boolean withinReach(Told one, Told other) {
        return one.country().equals(other.country()) && (meet(one, other) || meetByName(one, other));
    }

    private static boolean meet(Told one, Told other) {
        if (isLong(one)) {
            return isLong(other) ? meetBothLong(one, other) : meetWithinDays(one, other);
        }
        if (isLong(other)) {
            return meetWithinDays(other, one);
        }
        if (Math.abs(one.day() - other.day()) > DAYS) {
            return false;
        }
        if (one.reach() == Reach.LOCATED && other.reach() == Reach.LOCATED) {
            return coordinates(one).kilometresTo(coordinates(other)) <= Cells.REACH_KM;
        }
        return sameArea(one, other);
    }

    private static boolean meetBothLong(Told one, Told other) {
        return Math.abs(one.day() - other.day()) <= MONTH && sameArea(one, other);
    }

    private static boolean meetWithinDays(Told stretch, Told other) {
        return last(stretch) - first(stretch) < LONGEST
                && other.day() >= first(stretch) - 1
                && other.day() <= last(stretch) + 1
                && sameArea(stretch, other);
    }

    private static boolean sameArea(Told one, Told other) {
        boolean bothUnplaced = one.reach() == Reach.IN_COUNTRY && other.reach() == Reach.IN_COUNTRY;
        boolean sameProvince = Told.same(one.province(), other.province());
        return bothUnplaced || sameProvince;
    }

    private static boolean meetByName(Told one, Told other) {
        return (isVague(one) || isVague(other))
                && one.targetName().isPresent()
                && other.targetName().isPresent()
                && Math.abs(one.day() - other.day()) <= MONTH
                && name(one).equals(name(other));
    }

    private static boolean isVague(Told told) {
        return isLong(told) || told.reach() != Reach.LOCATED;
    }

    private static boolean isLong(Told told) {
        return told.sharpness().compareTo(Sharpness.DAYS) >= 0;
    }

    private static int first(Told told) {
        return (int) Math.floorDiv(told.from(), DAY_MS);
    }

    private static int last(Told told) {
        return (int) Math.floorDiv(told.until() - 1, DAY_MS);
    }

    private static Coordinates coordinates(Told told) {
        return told.report().place().coordinates().orElseThrow();
    }

    /** The province in its country, or the country where none is named. */
    private static String area(Told told) {
        return told.province().map(name -> told.country() + '/' + name.folded()).orElse(told.country());
    }

    private static String cell(Told told) {
        return told.country() + ':' + Cells.of(coordinates(told));
    }

    private static Optional<String> name(Told told) {
        return told.targetName().map(name -> told.country() + '/' + Words.sound(name));
    }

    private static int slot(int day) {
        return Math.floorDiv(day, SLOT) * SLOT;
    }

    private static void addDays(List<Blocks> blocks, int first, int last, String area, String cell) {
        blocks.add(new Blocks(first, last, 1, area, cell));
    }

    private static void addSlots(List<Blocks> blocks, int day, int around, String area) {
        blocks.add(new Blocks(slot(day - around), day + around, SLOT, area, NO_CELL));
    }
}
