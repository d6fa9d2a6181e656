package io.tocsin.cli;

import io.tocsin.places.Area;
import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import io.tocsin.places.PlaceLevel;
import io.tocsin.places.PlacePrecision;
import io.tocsin.places.Placing;
import io.tocsin.places.placing.GazetteerPlacing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What three-in-three-days must find in the rows of a UCDP table, worked out the plain way: sort each scope's instants,
 * look at every three neighbours, join stretches. Shares nothing with the application but the gazetteer.
 */
final class EpisodesOracle {

    private static final Placing PLACING = GazetteerPlacing.load(Optional.empty());
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
        return placed(row).area(PlaceLevel.SITE).map(Area::key);
    }

    private static Optional<String> province(Map<String, String> row) {
        return placed(row).area(PlaceLevel.PROVINCE).map(Area::key);
    }

    private static Place placed(Map<String, String> row) {
        boolean atSite = Set.of("1", "2").contains(row.get("where_prec"));
        Optional<String> site = atSite ? name(row.get("where_coordinates")) : Optional.empty();
        Optional<String> district = name(row.get("adm_2"));
        Optional<String> province = name(row.get("adm_1"));
        Coordinates coordinates =
                new Coordinates(Double.parseDouble(row.get("latitude")), Double.parseDouble(row.get("longitude")));
        Place given = new Place(
                "IQ",
                province,
                district,
                site,
                Optional.of(coordinates),
                precision(Integer.parseInt(row.get("where_prec")), site, district, province));
        return PLACING.place(given);
    }

    /** A level whose name is missing gives way to the next coarser one. */
    private static PlacePrecision precision(
            int code, Optional<String> site, Optional<String> district, Optional<String> province) {
        if (site.isPresent()) {
            return PlacePrecision.SITE;
        }
        if (code <= 3 && district.isPresent()) {
            return PlacePrecision.DISTRICT;
        }
        if (code <= 4 && province.isPresent()) {
            return PlacePrecision.PROVINCE;
        }
        return code <= 6 ? PlacePrecision.COUNTRY : PlacePrecision.UNKNOWN;
    }

    private static Optional<String> name(String name) {
        return Optional.of(name.strip()).filter(n -> !n.isEmpty());
    }

    private static Instant instant(Map<String, String> row) {
        Instant from = day(row.get("date_start"));
        Instant until = day(row.get("date_end")).plus(Duration.ofDays(1));
        return from.plus(Duration.between(from, until).dividedBy(2));
    }

    /** What may have been in a longer time than the window is only possible in it. */
    private static boolean isCertain(Map<String, String> row) {
        Instant end = day(row.get("date_end")).plus(Duration.ofDays(1));
        return Duration.between(day(row.get("date_start")), end).compareTo(WITHIN) <= 0;
    }

    private static Instant day(String date) {
        return LocalDate.parse(date.substring(0, 10)).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static Set<Stretch> episodes(
            List<Map<String, String>> rows, Function<Map<String, String>, Optional<String>> scope) {
        Map<String, List<Instant>> instants = new HashMap<>();
        for (Map<String, String> row : rows) {
            if (isCertain(row)) {
                scope.apply(row)
                        .ifPresent(key -> instants.computeIfAbsent(key, k -> new ArrayList<>())
                                .add(instant(row)));
            }
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
