package io.tocsin.places;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A place in the hierarchy: its names from the country down, as far as they are known, and its coordinates.
 *
 * @param country ISO 3166-1 alpha-2 code in upper case, or {@link #NOWHERE}
 * @param precision the finest level that is certain; names below it are hints and never counted
 */
public record Place(
        String country,
        Optional<String> province,
        Optional<String> district,
        Optional<String> site,
        Optional<Coordinates> coordinates,
        PlacePrecision precision) {

    /** The country of what could not be placed in any. */
    public static final String NOWHERE = "XX";

    /** No name is longer, in characters. */
    public static final int LONGEST_NAME = 512;

    public Place {
        requireNonNull(country);
        requireNonNull(province);
        requireNonNull(district);
        requireNonNull(site);
        requireNonNull(coordinates);
        requireNonNull(precision);
    }

    /** The area of the level that this place certainly lies in; empty where the level is uncertain or has no name. */
    public Optional<Area> area(PlaceLevel level) {
        if (!precision.covers(level) || nameAt(level).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Area.of(level, this));
    }

    /** The folded names of all levels, uncertain ones empty; the key of every area of this place is a part of it. */
    public String path() {
        return Area.path(this);
    }

    /** The finest area that this place certainly lies in. */
    public Area finest() {
        return area(PlaceLevel.SITE)
                .or(() -> area(PlaceLevel.DISTRICT))
                .or(() -> area(PlaceLevel.PROVINCE))
                .orElseGet(() -> Area.of(PlaceLevel.COUNTRY, this));
    }

    /** The finest name that is known and certain, for people; costs nothing, unlike {@link #finest}. */
    public String name() {
        return certain(PlaceLevel.SITE)
                .or(() -> certain(PlaceLevel.DISTRICT))
                .or(() -> certain(PlaceLevel.PROVINCE))
                .orElse(country);
    }

    /** The names that are known and certain, finest first, for people: {@code Balad, Salah ad Din, IQ}. */
    public String inWords() {
        StringBuilder words = new StringBuilder();
        for (PlaceLevel level : List.of(PlaceLevel.SITE, PlaceLevel.DISTRICT, PlaceLevel.PROVINCE)) {
            certain(level).ifPresent(name -> words.append(name).append(", "));
        }
        return words.append(country).toString();
    }

    private Optional<String> certain(PlaceLevel level) {
        return precision.covers(level) ? nameAt(level) : Optional.empty();
    }

    Optional<String> nameAt(PlaceLevel level) {
        return switch (level) {
            case COUNTRY -> Optional.of(country);
            case PROVINCE -> province;
            case DISTRICT -> district;
            case SITE -> site;
        };
    }
}
