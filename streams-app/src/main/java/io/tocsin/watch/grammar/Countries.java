package io.tocsin.watch.grammar;

import io.tocsin.places.Place;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The countries that a rule may name: ISO 3166-1 alpha-2, and Kosovo, which has no code there. */
final class Countries {

    private static final Set<String> CODES = Stream.concat(Arrays.stream(Locale.getISOCountries()), Stream.of("XK"))
            .collect(Collectors.toUnmodifiableSet());

    /** What people write instead of the code. */
    private static final Map<String, String> CODE_BY_NAME = codeByName();

    private Countries() {}

    static Optional<String> read(Value value) {
        return value.text().filter(code -> known(code, value));
    }

    /** Whether it is the code of a country; if not, that is told. */
    static boolean known(String code, Value value) {
        boolean known = CODES.contains(code);
        if (!known) {
            value.refuse(Wording.quoted(code) + " is not a country; " + remedy(code));
        }
        return known;
    }

    /** All codes that an incident may have, that of nowhere among them. */
    static Set<String> all() {
        Set<String> all = new HashSet<>(CODES);
        all.add(Place.NOWHERE);
        return all;
    }

    /** What to write instead. */
    static String remedy(String found) {
        return Optional.ofNullable(CODE_BY_NAME.get(found))
                .map(code -> "did you mean " + Wording.quoted(code) + "?")
                .orElse("write its two letters of ISO 3166 such as IQ");
    }

    private static Map<String, String> codeByName() {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String code : CODES) {
            byName.put(code, code);
            byName.put(new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH), code);
        }
        byName.put("UK", "GB");
        return byName;
    }
}
