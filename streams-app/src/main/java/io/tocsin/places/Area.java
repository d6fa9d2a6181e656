package io.tocsin.places;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A country, province, district or site. Two areas of one level are the same if their keys are; the names are for
 * people.
 *
 * @param key the folded names from the country down, such as {@code IQ/al anbar/hit/ain al assad}; a level between that
 *     has no name is empty
 * @param names the known names from the country down, as given
 */
public record Area(PlaceLevel level, String key, List<String> names) {

    /** Separates the names in {@link #key}; no folded name contains it. */
    public static final char SEPARATOR = '/';

    public Area {
        names = List.copyOf(names);
    }

    static Area of(PlaceLevel level, Place place) {
        StringBuilder key = new StringBuilder(place.country());
        List<String> names = new ArrayList<>(4);
        names.add(place.country());
        append(key, names, level, PlaceLevel.PROVINCE, place.province());
        append(key, names, level, PlaceLevel.DISTRICT, place.district());
        append(key, names, level, PlaceLevel.SITE, place.site());
        return new Area(level, key.toString(), names);
    }

    static String path(Place place) {
        StringBuilder path = new StringBuilder(place.country());
        for (PlaceLevel level : List.of(PlaceLevel.PROVINCE, PlaceLevel.DISTRICT, PlaceLevel.SITE)) {
            path.append(SEPARATOR)
                    .append(place.nameAt(level)
                            .filter(name -> place.precision().covers(level))
                            .map(Area::folded)
                            .orElse(""));
        }
        return path.toString();
    }

    /** ISO 3166-1 alpha-2 code of the country it lies in. */
    public String country() {
        return names.get(0);
    }

    /** The name for people: that of the area itself. */
    public String name() {
        return names.get(names.size() - 1);
    }

    private static void append(
            StringBuilder key, List<String> names, PlaceLevel finest, PlaceLevel level, Optional<String> name) {
        if (level.compareTo(finest) <= 0) {
            key.append(SEPARATOR).append(name.map(Area::folded).orElse(""));
            name.ifPresent(names::add);
        }
    }

    /**
     * One spelling for one name: compatibility forms and case folded, white space single, no separator within. Two
     * names are the same if they fold to the same.
     */
    public static String folded(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        String plain = compatible(name);
        boolean gap = false;
        for (int i = 0; i < plain.length(); i++) {
            char character = plain.charAt(i);
            if (Character.isWhitespace(character) || Character.isISOControl(character)) {
                gap = folded.length() > 0;
            } else {
                folded.append(gap ? " " : "").append(character == SEPARATOR ? '|' : character);
                gap = false;
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    private static String compatible(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 128) {
                return Normalizer.normalize(name, Normalizer.Form.NFKC);
            }
        }
        return name;
    }
}
