package io.tocsin.places.build;

import io.tocsin.places.spelling.GivenName;
import io.tocsin.places.spelling.NameKind;
import io.tocsin.places.spelling.Spelling;
import java.util.Locale;
import java.util.Set;

/** How a place is called in what we announce: in letters that every keyboard and font has. */
final class DisplayName {

    private DisplayName() {}

    /** The name as it is if Western European letters suffice, else without its marks. */
    static String of(String name) {
        boolean western = name.chars().allMatch(c -> c < 0x100 && c != '`' && c != '\u00B4');
        String written = western ? name : Spelling.withoutMarks(name);
        return written.strip().replaceAll("\\s+", " ");
    }

    /** The name of a town without a "Nahiyat" before it. */
    static String ofTown(String name) {
        String written = of(name);
        GivenName given = GivenName.of(written);
        boolean led = given.kind() == NameKind.SETTLEMENT && !given.plain().startsWith(given.core());
        return led ? capital(written.substring(written.indexOf(' ') + 1)) : written;
    }

    /** The name of an airfield, told from the place that it is named after. */
    static String ofAirfield(String name) {
        String whole = name.replaceAll("[(),]+", " ");
        boolean told = GivenName.of(whole).kind() == NameKind.FACILITY;
        return of(told ? whole : whole + " Airport");
    }

    /** The name of a division without "Province", "District" and their like, where that leaves a name. */
    static String ofDivision(String name, NameKind... kinds) {
        String written = of(name);
        GivenName given = GivenName.of(written);
        int gap = given.plain().startsWith(given.core()) ? written.lastIndexOf(' ') : -1;
        boolean said = Set.of(kinds).contains(given.kind()) && given.core().length() > 2;
        if (!said) {
            return written;
        }
        return gap > 0 ? written.substring(0, gap) : written.substring(written.indexOf(' ') + 1);
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
