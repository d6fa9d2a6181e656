package io.tocsin.places.build;

import io.tocsin.places.gazetteer.Earth;
import io.tocsin.places.gazetteer.Outlines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The outlines of countries as Natural Earth draws them, each island of them given to the country in which GeoNames has
 * most of the places on it. So outlines and names follow one policy: Crimea is Ukraine's, French Guiana has a code of its
 * own, northern Cyprus is a part of Cyprus. An island without a place goes with the rest of its country.
 */
final class CountryOutlines {

    /** A country of Natural Earth in which GeoNames has no place; others without one are left out. */
    private static final Map<String, String> WITHOUT_PLACES = Map.of("Antarctica", "AQ");

    private final List<String> countries;
    private final List<Island> islands = new ArrayList<>();

    /** One polygon: an outline and its holes, each as points (longitude, latitude). */
    private record Island(String natural, List<List<double[]>> rings) {}

    CountryOutlines(List<String> countries, Map<?, ?> topology) {
        this.countries = countries;
        TopoJson json = new TopoJson(topology);
        Map<?, ?> objects = (Map<?, ?>) topology.get("objects");
        for (Object geometry : (List<?>) ((Map<?, ?>) objects.get("countries")).get("geometries")) {
            Map<?, ?> country = (Map<?, ?>) geometry;
            Object name = ((Map<?, ?>) country.get("properties")).get("name");
            json.polygons(country)
                    .forEach(rings -> Antimeridian.whole(rings)
                            .forEach(whole -> islands.add(new Island(String.valueOf(name), whole))));
        }
    }

    Outlines.Rings packed(List<SiteDraft> places) {
        Map<Integer, Map<Short, Integer>> ofIsland = new HashMap<>();
        Map<String, Map<Short, Integer>> ofCountry = new HashMap<>();
        Outlines numbered = new Outlines(rings(eachByItsNumber()));
        for (SiteDraft place : places) {
            int island = numbered.at(place.lat, place.lon);
            if (island >= 0) {
                vote(ofIsland.computeIfAbsent(island, i -> new HashMap<>()), place.country);
                vote(ofCountry.computeIfAbsent(islands.get(island).natural, i -> new HashMap<>()), place.country);
            }
        }
        short[] decided = new short[islands.size()];
        for (int i = 0; i < decided.length; i++) {
            String natural = islands.get(i).natural;
            Map<Short, Integer> votes = ofIsland.getOrDefault(i, ofCountry.getOrDefault(natural, Map.of()));
            decided[i] = votes.entrySet().stream()
                    .max(Map.Entry.<Short, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .orElse((short) countries.indexOf(WITHOUT_PLACES.getOrDefault(natural, "")));
        }
        return rings(decided);
    }

    private static void vote(Map<Short, Integer> votes, short country) {
        votes.merge(country, 1, Integer::sum);
    }

    private short[] eachByItsNumber() {
        short[] numbers = new short[islands.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (short) i;
        }
        return numbers;
    }

    /** The rings of all islands with a country, whole ones of one country together. */
    private Outlines.Rings rings(short[] countryOf) {
        List<Integer> order = new ArrayList<>();
        int rings = 0;
        int points = 0;
        for (int i = 0; i < countryOf.length; i++) {
            if (countryOf[i] >= 0) {
                order.add(i);
                rings += islands.get(i).rings.size();
                points += islands.get(i).rings.stream().mapToInt(List::size).sum();
            }
        }
        order.sort(Comparator.comparing(i -> countryOf[i]));
        Outlines.Rings packed = new Outlines.Rings(new short[rings], new int[rings], new int[points], new int[points]);
        int ring = 0;
        int point = 0;
        for (int i : order) {
            for (List<double[]> line : islands.get(i).rings) {
                for (double[] at : line) {
                    packed.lats()[point] = Earth.units(at[1]);
                    packed.lons()[point++] = Earth.units(at[0]);
                }
                packed.countries()[ring] = countryOf[i];
                packed.ends()[ring++] = point;
            }
        }
        return packed;
    }
}
