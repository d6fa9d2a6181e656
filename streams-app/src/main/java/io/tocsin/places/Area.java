package io.tocsin.places;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A country, province, district or site, told apart by its names from the country down; a name that is not known is
 * empty. Two areas are the same if their {@link #key keys} are.
 */
public record Area(PlaceLevel level, String country, String province, String district, String site) {

    /** Separates the names in {@link #key}; no name contains it. */
    public static final char SEPARATOR = '/';

    /** The folded names from the country down, such as {@code IQ/al anbar/hit/ain al assad}. */
    public String key() {
        StringBuilder key = new StringBuilder(country);
        for (String name : namesBelowCountry()) {
            key.append(SEPARATOR).append(folded(name));
        }
        return key.toString();
    }

    /** The name for people: that of the area itself. */
    public String name() {
        return namesFinestFirst().get(0);
    }

    /** The known names from the country down. */
    public List<String> names() {
        List<String> names = namesFinestFirst();
        Collections.reverse(names);
        return names;
    }

    List<String> namesFinestFirst() {
        List<String> names = new ArrayList<>(4);
        for (String name : List.of(site, district, province, country)) {
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    private List<String> namesBelowCountry() {
        return switch (level) {
            case COUNTRY -> List.of();
            case PROVINCE -> List.of(province);
            case DISTRICT -> List.of(province, district);
            case SITE -> List.of(province, district, site);
        };
    }

    /** One spelling for one name: compatibility forms and case folded, white space single, no separator within. */
    static String folded(String name) {
        String plain = Normalizer.isNormalized(name, Normalizer.Form.NFKC)
                ? name
                : Normalizer.normalize(name, Normalizer.Form.NFKC);
        StringBuilder folded = new StringBuilder(plain.length());
        plain.strip().toLowerCase(Locale.ROOT).codePoints().forEach(c -> append(folded, c));
        return folded.toString();
    }

    private static void append(StringBuilder folded, int character) {
        if (Character.isWhitespace(character)) {
            if (folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        } else {
            folded.appendCodePoint(character == SEPARATOR ? '|' : character);
        }
    }
}
