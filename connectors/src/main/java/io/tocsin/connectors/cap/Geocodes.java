package io.tocsin.connectors.cap;

import io.tocsin.connectors.cap.CapMessage.Named;
import io.tocsin.connectors.mapping.Countries;
import io.tocsin.connectors.mapping.TableFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** In which country geocodes lie, by the list that they are taken from: {@code geocodes.tsv}. */
final class Geocodes {

    private static final List<String[]> ROWS = TableFile.rows(Geocodes.class, "geocodes.tsv");

    /** What the lists of European regions and weather services call two countries. */
    private static final Countries COUNTRIES = new Countries(Map.of("EL", "GR", "UK", "GB"));

    private Geocodes() {}

    static Optional<String> country(Named geocode) {
        return ROWS.stream()
                .filter(row -> names(row[0], geocode.name()))
                .findFirst()
                .flatMap(row -> country(row[1], geocode.value()));
    }

    /** Lists have versions behind their names, and their publishers before them. */
    private static boolean names(String list, String name) {
        String alone = "(?i).*(?<![a-z0-9])" + Pattern.quote(list) + "(?![a-z0-9]).*";
        return name.matches(alone);
    }

    private static Optional<String> country(String rule, String value) {
        return switch (rule) {
            case "first-two-letters" ->
                COUNTRIES.code(
                        value.strip().substring(0, Math.min(2, value.strip().length())));
            case "whole" -> COUNTRIES.code(value);
            default -> Optional.of(rule);
        };
    }
}
