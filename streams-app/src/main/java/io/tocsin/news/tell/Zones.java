package io.tocsin.news.tell;

import io.tocsin.news.lexicon.Table;
import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The clocks of places: of a country with several time zones, the one whose city of reference is nearest. */
public final class Zones {

    private record Zone(double lat, double lon, ZoneId id) {}

    private final Map<String, List<Zone>> ofCountries = new HashMap<>();

    private Zones() {}

    /** The zones of {@code zones.tsv} that this Java knows; an older one lacks the newest. */
    public static Zones load() {
        Zones zones = new Zones();
        Set<String> known = ZoneId.getAvailableZoneIds();
        for (List<String> row : Table.read("zones.tsv", 4)) {
            if (!known.contains(row.get(3))) {
                continue;
            }
            zones.ofCountries
                    .computeIfAbsent(row.get(0), country -> new ArrayList<>())
                    .add(new Zone(
                            Double.parseDouble(row.get(1)), Double.parseDouble(row.get(2)), ZoneId.of(row.get(3))));
        }
        return zones;
    }

    /** The zone of the place; of no place in particular, UTC. */
    public ZoneId of(Place place) {
        return of(place.country(), place.coordinates());
    }

    /** The zone of a country's first city of reference. */
    public ZoneId ofCountry(String country) {
        return of(country, Optional.empty());
    }

    private ZoneId of(String country, Optional<Coordinates> point) {
        List<Zone> zones = ofCountries.getOrDefault(country, List.of());
        if (zones.isEmpty()) {
            return ZoneOffset.UTC;
        }
        Zone nearest = zones.get(0);
        for (Zone zone : zones) {
            if (point.isPresent() && apart(zone, point.get()) < apart(nearest, point.get())) {
                nearest = zone;
            }
        }
        return nearest.id();
    }

    private static double apart(Zone zone, Coordinates point) {
        double lat = zone.lat() - point.lat();
        double lon = (zone.lon() - point.lon()) * Math.cos(Math.toRadians(point.lat()));
        return lat * lat + lon * lon;
    }
}
