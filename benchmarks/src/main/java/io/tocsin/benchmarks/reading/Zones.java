package io.tocsin.benchmarks.reading;

import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which clock a place goes by. */
final class Zones {

    private record Town(Coordinates at, ZoneId zone) {}

    private final Map<String, List<Town>> towns;

    private Zones(Map<String, List<Town>> towns) {
        this.towns = towns;
    }

    /** From the table in this program. */
    static Zones load() {
        Map<String, List<Town>> towns = new HashMap<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Zones.class.getResourceAsStream("zones.tsv"), StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .forEach(cells -> towns.merge(cells[0], List.of(town(cells)), Zones::both));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Zones(towns);
    }

    private static Town town(String... cells) {
        return new Town(
                new Coordinates(Double.parseDouble(cells[1]), Double.parseDouble(cells[2])), ZoneId.of(cells[3]));
    }

    private static List<Town> both(List<Town> some, List<Town> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /**
     * The zone of the country whose town is nearest to the place; the first of the country where the place has no
     * coordinates; UTC in no country.
     */
    ZoneId of(Place place) {
        List<Town> candidates = towns.getOrDefault(place.country(), List.of());
        Optional<Town> nearest = place.coordinates()
                .flatMap(here ->
                        candidates.stream().min(Comparator.comparingDouble(town -> here.kilometresTo(town.at()))));
        return nearest.or(() -> candidates.stream().findFirst()).map(Town::zone).orElse(ZoneOffset.UTC);
    }
}
