package io.tocsin.places.build;

import io.tocsin.places.gazetteer.Divisions;
import io.tocsin.places.gazetteer.NameIndex;
import io.tocsin.places.gazetteer.Names;
import io.tocsin.places.spelling.NameKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Provinces or districts while they are gathered: by code, with their names, their seats and where they belong. */
final class DivisionDrafts {

    private final Map<String, Draft> byCode = new TreeMap<>();
    private final List<String> names = new ArrayList<>();

    /** A division, while its seat is looked for. */
    static final class Draft {
        private final short country;
        private final int parent;
        private final String fullName;
        private final String shortName;
        private final List<String> otherNames = new ArrayList<>();
        private String name = "";
        private int number;
        private int seatWeight = -1;
        private int lat;
        private int lon;

        private Draft(short country, int parent, String fullName, String shortName) {
            this.country = country;
            this.parent = parent;
            this.fullName = fullName;
            this.shortName = shortName;
        }

        void seat(int weight, int seatLat, int seatLon) {
            if (weight > seatWeight) {
                seatWeight = weight;
                lat = seatLat;
                lon = seatLon;
            }
        }

        void alsoCalled(String otherName) {
            otherNames.add(otherName);
        }

        List<String> otherNames() {
            return otherNames;
        }

        short country() {
            return country;
        }

        String name() {
            return name;
        }

        int number() {
            return number;
        }
    }

    /** Adds the division of the code unless it is there; its short name goes without words of these kinds. */
    void add(String code, short country, int parent, String fullName, NameKind... kinds) {
        byCode.computeIfAbsent(
                code,
                c -> new Draft(country, parent, DisplayName.of(fullName), DisplayName.ofDivision(fullName, kinds)));
    }

    /** The division of the code, or null. */
    Draft get(String code) {
        return byCode.get(code);
    }

    /** The name of the division of the number. */
    String name(int number) {
        return names.get(number);
    }

    Iterable<Draft> all() {
        return byCode.values();
    }

    /** Gives every division its number and its name: the short one where no other of the same parent has it. */
    void number() {
        Map<String, Integer> bearers = new HashMap<>();
        for (Draft draft : byCode.values()) {
            bearers.merge(draft.country + "/" + draft.parent + "/" + draft.shortName, 1, Integer::sum);
        }
        int next = 0;
        for (Draft draft : byCode.values()) {
            boolean alone = bearers.get(draft.country + "/" + draft.parent + "/" + draft.shortName) == 1;
            draft.name = alone ? draft.shortName : draft.fullName;
            draft.number = next++;
            names.add(draft.name);
        }
    }

    void index(NameIndex.Builder index, KeysOf keys) {
        for (Draft draft : byCode.values()) {
            Consumer<String> add = key -> index.add(key, draft.number);
            keys.of(draft.name, add);
            keys.of(draft.fullName, add);
            draft.otherNames.forEach(name -> keys.of(name, add));
        }
    }

    Divisions packed() {
        int size = byCode.size();
        short[] countries = new short[size];
        int[] parents = new int[size];
        int[] lats = new int[size];
        int[] lons = new int[size];
        for (Draft draft : byCode.values()) {
            countries[draft.number] = draft.country;
            parents[draft.number] = draft.parent;
            lats[draft.number] = draft.lat;
            lons[draft.number] = draft.lon;
        }
        return new Divisions(countries, parents, Names.of(names), lats, lons);
    }

    /** The keys of a name. */
    interface KeysOf {
        void of(String name, Consumer<String> keys);
    }
}
