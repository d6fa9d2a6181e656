package io.tocsin.connectors.mapping;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** ISO 3166-1 alpha-2 codes by English name, alpha-2 or alpha-3 code, or one of a mapping's own names. */
public final class Countries {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<String, String> codes = new HashMap<>();

    /** Knows the English names and the ISO codes, and these names besides. */
    public Countries(Map<String, String> ownNames) {
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            codes.put(normal(code), code);
            codes.put(normal(country.getISO3Country()), code);
            codes.put(normal(country.getDisplayCountry(Locale.ENGLISH)), code);
        }
        ownNames.forEach((name, code) -> codes.put(normal(name), code));
    }

    /** The alpha-2 code of a name or code; nothing where it is not known. */
    public Optional<String> code(String name) {
        return Optional.ofNullable(codes.get(normal(name)));
    }

    /** Names differ in accents, ampersands, apostrophes and case from one publisher to the next. */
    private static String normal(String name) {
        String bare = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .replace("&", " and ");
        return BETWEEN_WORDS.matcher(bare).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
