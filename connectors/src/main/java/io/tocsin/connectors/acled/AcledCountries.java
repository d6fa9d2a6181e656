package io.tocsin.connectors.acled;

import io.tocsin.connectors.mapping.Countries;
import io.tocsin.connectors.mapping.TableFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Countries as ACLED names and numbers them, by their ISO 3166 alpha-2 codes. */
final class AcledCountries {

    /** Since May 2026 what happens beyond 12 nautical miles has an ocean or a sea for a country. */
    private static final Pattern WATERS = Pattern.compile("(?i).*\\b(ocean|sea|waters)\\b.*");

    private static final Map<String, String> BY_NUMBER = new HashMap<>();
    private static final Map<String, String> BY_ALPHA3 = new HashMap<>();
    private static final Countries BY_NAME = new Countries(Map.ofEntries(
            Map.entry("Akrotiri and Dhekelia", "CY"),
            Map.entry("Caribbean Netherlands", "BQ"),
            Map.entry("Czech Republic", "CZ"),
            Map.entry("Democratic Republic of Congo", "CD"),
            Map.entry("East Timor", "TL"),
            Map.entry("eSwatini", "SZ"),
            Map.entry("Ivory Coast", "CI"),
            Map.entry("Kosovo", "XK"),
            Map.entry("Macedonia", "MK"),
            Map.entry("Myanmar", "MM"),
            Map.entry("North Macedonia", "MK"),
            Map.entry("Palestine", "PS"),
            Map.entry("Republic of Congo", "CG"),
            Map.entry("Swaziland", "SZ"),
            Map.entry("Turkey", "TR"),
            Map.entry("Vatican City", "VA")));

    static {
        for (String[] row : TableFile.rows(AcledCountries.class, "countries.tsv")) {
            BY_NUMBER.put(row[0], row[2]);
            BY_ALPHA3.put(row[1], row[2]);
        }
        // no ISO codes, but used by all who need one
        BY_ALPHA3.put("XKX", "XK");
    }

    private AcledCountries() {}

    static boolean atSea(String name) {
        return WATERS.matcher(name).matches();
    }

    /**
     * The country of a row: that of its number, else that of its name. Nothing at sea, whatever the number says, and where neither is
     * known.
     */
    static Optional<String> of(String iso, String name) {
        if (atSea(name)) {
            return Optional.empty();
        }
        String number = "0".repeat(Math.max(0, 3 - iso.length())) + iso;
        return Optional.ofNullable(BY_NUMBER.get(number)).or(() -> BY_NAME.code(name));
    }

    static Optional<String> ofAlpha3(String code) {
        return Optional.ofNullable(BY_ALPHA3.get(code));
    }
}
