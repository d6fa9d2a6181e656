package io.tocsin.connectors.gdelt;

import io.tocsin.connectors.mapping.TableFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The countries of FIPS 10-4, as GDELT codes them, by their ISO 3166 alpha-2 codes: {@code countries.tsv}. */
final class FipsCountries {

    private static final Map<String, String> ISO = new HashMap<>();

    static {
        for (String[] row : TableFile.rows(FipsCountries.class, "countries.tsv")) {
            ISO.put(row[0], row[1]);
        }
    }

    private FipsCountries() {}

    /** Nothing for oceans, and for islands that several countries claim. */
    static Optional<String> iso(String fips) {
        return Optional.ofNullable(ISO.get(fips));
    }
}
