package io.tocsin.resolve;

import io.tocsin.incident.Report;
import io.tocsin.incident.Target;
import io.tocsin.incident.TimePrecision;
import io.tocsin.places.Area;
import io.tocsin.places.Place;
import io.tocsin.places.PlaceLevel;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a report tells, made ready to be compared; every part is worked out when it is first asked for. One thread. */
final class Told {

    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;
    private static final long SHORT = 3 * DAY / 2;
    private static final long SOME_DAYS = 10 * DAY;

    /** How closely the time is known. */
    enum Sharpness {
        MINUTES,
        DAY,
        DAYS,
        MONTH
    }

    /** How the place can be compared. */
    enum Reach {
        /** By its coordinates. */
        LOCATED,
        /** By the name of its province. */
        IN_PROVINCE,
        /** By its country only. */
        IN_COUNTRY
    }

    /** The name of a place: as given, and folded in two ways, each when it is first asked for. */
    static final class Name {
        private final String given;
        private String folded;
        private String plain;

        private Name(String given) {
            this.given = given;
        }

        String given() {
            return given;
        }

        boolean same(Name other) {
            return given.equals(other.given) || folded().equals(other.folded());
        }

        /** As in the key of an area: names are the same if they fold to the same. */
        String folded() {
            if (folded == null) {
                folded = Area.folded(given);
            }
            return folded;
        }

        /** To compare spellings. */
        String plain() {
            if (plain == null) {
                plain = Words.folded(given);
            }
            return plain;
        }
    }

    private final Report report;
    private final long from;
    private final long until;
    private final Sharpness sharpness;
    private final Reach reach;
    private final Optional<Name> site;
    private final Optional<Name> district;
    private final Optional<Name> province;
    private List<Home> homes;
    private List<Blocks> near;
    private Optional<String> targetName;
    private Map<CharSequence, Integer> words;

    Told(Report report) {
        this.report = report;
        this.from = report.occurrence().from().toEpochMilli();
        this.until = report.occurrence().until().toEpochMilli();
        this.sharpness = sharpness(report.occurrence().precision(), until - from);
        this.reach = reach(report.place());
        this.site = certain(PlaceLevel.SITE, report.place().site());
        this.district = certain(PlaceLevel.DISTRICT, report.place().district());
        this.province = certain(PlaceLevel.PROVINCE, report.place().province());
    }

    Report report() {
        return report;
    }

    long from() {
        return from;
    }

    /** Milliseconds since 1970; at least one after {@link #from}. */
    long until() {
        return Math.max(until, from + 1);
    }

    /** The day that its middle falls on, UTC, days since 1970. */
    int day() {
        return (int) Math.floorDiv(Math.floorDiv(from + until, 2), DAY);
    }

    Sharpness sharpness() {
        return sharpness;
    }

    Reach reach() {
        return reach;
    }

    String country() {
        return report.place().country();
    }

    /** Absent where no site is certain. */
    Optional<Name> site() {
        return site;
    }

    /** Absent where no district is certain. */
    Optional<Name> district() {
        return district;
    }

    /** Absent where no province is certain. */
    Optional<Name> province() {
        return province;
    }

    /**
     * Whether the site bears the name of its province, so is its chief town: where much happens on one day, the same
     * town says little.
     */
    boolean inChiefTown() {
        return site.isPresent()
                && province.filter(name -> Words.bare(name.given())
                                .equals(Words.bare(site.get().given())))
                        .isPresent();
    }

    /** Whether both are known and the same. */
    static boolean same(Optional<Name> name, Optional<Name> other) {
        return name.isPresent() && other.isPresent() && name.get().same(other.get());
    }

    /** Whether both are known and not the same. */
    static boolean differ(Optional<Name> name, Optional<Name> other) {
        return name.isPresent() && other.isPresent() && !name.get().same(other.get());
    }

    /** Where it is kept to be found, see {@link Blocking}. */
    List<Home> homes() {
        if (homes == null) {
            homes = Blocking.homes(this);
        }
        return homes;
    }

    /** Where it finds others. */
    List<Blocks> near() {
        if (near == null) {
            near = Blocking.near(this);
        }
        return near;
    }

    Optional<String> targetName() {
        if (targetName == null) {
            targetName = report.target().flatMap(Target::name).map(Words::folded);
        }
        return targetName;
    }

    /** The words of its summary, or of the sentence that it rests on. */
    Map<CharSequence, Integer> words() {
        if (words == null) {
            words = report.summary()
                    .or(() -> report.evidence().flatMap(evidence -> evidence.quote()))
                    .map(Words::of)
                    .orElse(Map.of());
        }
        return words;
    }

    boolean sameArticle(Told other) {
        return report.evidence()
                .flatMap(evidence -> evidence.url())
                .filter(url -> other.report
                        .evidence()
                        .flatMap(evidence -> evidence.url())
                        .filter(url::equals)
                        .isPresent())
                .isPresent();
    }

    LocalDate published() {
        return LocalDate.ofInstant(report.publishedAt(), ZoneOffset.UTC);
    }

    private Optional<Name> certain(PlaceLevel level, Optional<String> name) {
        return report.place().precision().covers(level) ? name.map(Name::new) : Optional.empty();
    }

    private static Sharpness sharpness(TimePrecision precision, long length) {
        if (length > SOME_DAYS || precision.compareTo(TimePrecision.MONTH) >= 0) {
            return Sharpness.MONTH;
        }
        if (length > SHORT || precision == TimePrecision.WEEK) {
            return Sharpness.DAYS;
        }
        return precision == TimePrecision.MINUTE ? Sharpness.MINUTES : Sharpness.DAY;
    }

    private static Reach reach(Place place) {
        if (place.coordinates().isPresent() && place.precision().covers(PlaceLevel.DISTRICT)) {
            return Reach.LOCATED;
        }
        boolean inProvince = place.precision().covers(PlaceLevel.PROVINCE)
                && place.province().isPresent();
        return inProvince ? Reach.IN_PROVINCE : Reach.IN_COUNTRY;
    }
}
