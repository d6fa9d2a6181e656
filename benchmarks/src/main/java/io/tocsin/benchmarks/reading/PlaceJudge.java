package io.tocsin.benchmarks.reading;

import io.tocsin.places.Area;
import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import io.tocsin.places.PlaceLevel;
import io.tocsin.places.PlacePrecision;
import io.tocsin.places.Placing;
import java.util.List;
import java.util.Optional;

/** Whether a reported place is the labelled one. Both are placed by the same gazetteer. */
final class PlaceJudge {

    /** Nearer than this is the same place. */
    static final double NEAR_KM = 10;

    /** How two places agree, best first. */
    enum Agreement {
        SAME,
        /** The report says less, and nothing against it. */
        COARSER,
        /** The gazetteer does not know the labelled name, and the report has another. */
        UNDECIDED,
        ELSEWHERE
    }

    private final Placing placing;

    PlaceJudge(Placing placing) {
        this.placing = placing;
    }

    /** The place, as the gazetteer knows it. */
    Place placed(Place reported) {
        return placing.place(reported);
    }

    /** Whether nothing that the label names lies against the place: its site, or what is the next coarser that can be told. */
    boolean compatible(Label label, Place placed) {
        for (PlaceLevel level : List.of(PlaceLevel.SITE, PlaceLevel.DISTRICT, PlaceLevel.PROVINCE)) {
            if (names(label, level).isEmpty()) {
                continue;
            }
            Agreement agreement = agreement(label, level, placed);
            if (agreement != Agreement.UNDECIDED) {
                return agreement != Agreement.ELSEWHERE;
            }
        }
        return true;
    }

    /** The best agreement with any of the names that the label has on that level. */
    Agreement agreement(Label label, PlaceLevel level, Place placed) {
        return names(label, level).stream()
                .map(name -> agreement(name, expected(label, level, name, placed), level, placed))
                .min(Agreement::compareTo)
                .orElseThrow();
    }

    static List<String> names(Label label, PlaceLevel level) {
        return switch (level) {
            case SITE -> label.sites();
            case DISTRICT -> label.districts();
            case PROVINCE -> label.provinces();
            case COUNTRY -> List.of();
        };
    }

    private Place expected(Label label, PlaceLevel level, String name, Place placed) {
        return placing.place(new Place(
                label.country().orElse(placed.country()),
                level == PlaceLevel.PROVINCE
                        ? Optional.of(name)
                        : label.provinces().stream().findFirst(),
                level == PlaceLevel.DISTRICT
                        ? Optional.of(name)
                        : level == PlaceLevel.SITE ? label.districts().stream().findFirst() : Optional.empty(),
                level == PlaceLevel.SITE ? Optional.of(name) : Optional.empty(),
                Optional.empty(),
                level == PlaceLevel.SITE
                        ? PlacePrecision.SITE
                        : level == PlaceLevel.DISTRICT ? PlacePrecision.DISTRICT : PlacePrecision.PROVINCE));
    }

    private static Agreement agreement(String name, Place expected, PlaceLevel level, Place placed) {
        boolean spelled = placed.precision().covers(level)
                && named(placed, level)
                        .filter(other -> Words.samePlace(name, other))
                        .isPresent();
        if (spelled || sameArea(expected, placed) || near(expected, placed)) {
            return Agreement.SAME;
        }
        if (differ(expected, placed, PlaceLevel.COUNTRY) || differ(expected, placed, PlaceLevel.PROVINCE)) {
            return Agreement.ELSEWHERE;
        }
        if (!placed.precision().covers(level) || named(placed, level).isEmpty()) {
            return Agreement.COARSER;
        }
        return expected.precision().covers(level) && expected.coordinates().isPresent()
                ? Agreement.ELSEWHERE
                : Agreement.UNDECIDED;
    }

    private static Optional<String> named(Place place, PlaceLevel level) {
        return switch (level) {
            case SITE -> place.site();
            case DISTRICT -> place.district();
            case PROVINCE -> place.province();
            case COUNTRY -> Optional.of(place.country());
        };
    }

    /** Whether the reported place lies in the area that is expected, which is the country at least. */
    private static boolean sameArea(Place expected, Place placed) {
        Area area = expected.finest();
        return area.level() != PlaceLevel.COUNTRY
                && placed.area(area.level())
                        .filter(other -> other.key().equals(area.key()))
                        .isPresent();
    }

    private static boolean near(Place expected, Place placed) {
        Optional<Coordinates> here = expected.coordinates();
        return here.isPresent()
                && precise(expected)
                && precise(placed)
                && placed.coordinates()
                        .filter(there -> here.get().kilometresTo(there) < NEAR_KM)
                        .isPresent();
    }

    private static boolean precise(Place place) {
        return place.precision().covers(PlaceLevel.DISTRICT);
    }

    private static boolean differ(Place expected, Place placed, PlaceLevel level) {
        Optional<Area> one = expected.area(level);
        Optional<Area> other = placed.area(level);
        return one.isPresent()
                && other.isPresent()
                && !one.get().key().equals(other.get().key());
    }
}
