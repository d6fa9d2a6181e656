package io.tocsin.cli;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What three-in-three-days must find in the rows of a UCDP table, worked out the plain way: sort each scope's instants,
 * look at every three neighbours, join stretches. Shares no code with the application.
 */
final class EpisodesOracle {

    private static final int INCIDENTS = 3;
    private static final Duration WITHIN = Duration.ofDays(3);
    private static final Duration QUIET = Duration.ofDays(3);

    /** An episode of a scope. */
    record Stretch(String scope, Instant from, Instant until) {}

    private EpisodesOracle() {}

    static Set<Stretch> perSite(List<Map<String, String>> rows) {
        return episodes(rows, EpisodesOracle::site);
    }

    static Set<Stretch> perProvince(List<Map<String, String>> rows) {
        return episodes(rows, EpisodesOracle::province);
    }

    private static Optional<String> site(Map<String, String> row) {
        boolean known = Set.of("1", "2").contains(row.get("where_prec"))
                && !row.get("where_coordinates").isBlank();
        return known
                ? Optional.of(String.join(
                        "/",
                        "IQ",
                        folded(row.get("adm_1")),
                        folded(row.get("adm_2")),
                        folded(row.get("where_coordinates"))))
                : Optional.empty();
    }

    private static Optional<String> province(Map<String, String> row) {
        boolean known = Set.of("1", "2", "3", "4").contains(row.get("where_prec"))
                && !row.get("adm_1").isBlank();
        return known ? Optional.of("IQ/" + folded(row.get("adm_1"))) : Optional.empty();
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .replace('/', '|');
    }

    private static Instant instant(Map<String, String> row) {
        Instant from = day(row.get("date_start"));
        Instant until = day(row.get("date_end")).plus(Duration.ofDays(1));
        return from.plus(Duration.between(from, until).dividedBy(2));
    }

    private static Instant day(String date) {
        return LocalDate.parse(date.substring(0, 10)).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static Set<Stretch> episodes(
            List<Map<String, String>> rows, Function<Map<String, String>, Optional<String>> scope) {
        Map<String, List<Instant>> instants = new HashMap<>();
        for (Map<String, String> row : rows) {
            scope.apply(row)
                    .ifPresent(key -> instants.computeIfAbsent(key, k -> new ArrayList<>())
                            .add(instant(row)));
        }
        Set<Stretch> episodes = new HashSet<>();
        instants.forEach((key, all) -> {
            Collections.sort(all);
            episodes.addAll(sweep(key, all));
        });
        return episodes;
    }

    private static List<Stretch> sweep(String scope, List<Instant> instants) {
        List<Stretch> found = new ArrayList<>();
        for (int last = INCIDENTS - 1; last < instants.size(); last++) {
            Instant from = instants.get(last);
            Instant until = instants.get(last - INCIDENTS + 1).plus(WITHIN);
            if (!from.isBefore(until)) {
                continue;
            }
            Stretch before = found.isEmpty() ? null : found.get(found.size() - 1);
            if (before != null && from.isBefore(before.until().plus(QUIET))) {
                found.set(found.size() - 1, new Stretch(scope, before.from(), until));
            } else {
                found.add(new Stretch(scope, from, until));
            }
        }
        return found;
    }
}
