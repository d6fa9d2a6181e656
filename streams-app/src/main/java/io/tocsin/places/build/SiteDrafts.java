package io.tocsin.places.build;

import io.tocsin.places.gazetteer.Earth;
import io.tocsin.places.gazetteer.Keys;
import io.tocsin.places.gazetteer.NameIndex;
import io.tocsin.places.gazetteer.Names;
import io.tocsin.places.gazetteer.SiteKind;
import io.tocsin.places.gazetteer.SiteTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Towns and airfields while they are gathered, and where they are. */
final class SiteDrafts {

    /** Where names are written in Arabic letters, so that their Latin vowels differ from source to source. */
    private static final Set<String> WRITTEN_WITHOUT_VOWELS = Set.of(
            "AE", "AF", "BH", "DZ", "EG", "IQ", "IR", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PK", "PS", "QA", "SA",
            "SD", "SY", "TN", "YE");

    private final List<SiteDraft> all = new ArrayList<>();
    private final Map<Integer, List<SiteDraft>> townsByCell = new HashMap<>();

    void add(SiteDraft draft) {
        all.add(draft);
        if (draft.kind == SiteKind.TOWN) {
            townsByCell
                    .computeIfAbsent(SiteTable.cell(draft.lat, draft.lon), cell -> new ArrayList<>())
                    .add(draft);
        }
    }

    List<SiteDraft> all() {
        return all;
    }

    /** The town of the country that is nearest, within so many kilometres and a quarter of a degree; or null. */
    SiteDraft nearestTown(short country, int lat, int lon, double most) {
        SiteDraft nearest = null;
        double km = most;
        for (int north = -1; north <= 1; north++) {
            for (int east = -1; east <= 1; east++) {
                int cell = SiteTable.cell(lat + north * Earth.DEGREE / 4, lon + east * Earth.DEGREE / 4);
                for (SiteDraft town : townsByCell.getOrDefault(cell, List.of())) {
                    double away = Earth.km(lat, lon, town.lat, town.lon);
                    if (town.country == country && away <= km) {
                        nearest = town;
                        km = away;
                    }
                }
            }
        }
        return nearest;
    }

    void sort() {
        all.sort(SiteDraft.ORDER);
    }

    void index(NameIndex.Builder index, List<String> countries) {
        for (int number = 0; number < all.size(); number++) {
            SiteDraft draft = all.get(number);
            String country = countries.get(draft.country);
            int entry = number;
            Consumer<String> add = key -> index.add(key, entry);
            index(draft, draft.name, country, add);
            draft.otherNames.forEach(name -> index(draft, name, country, add));
        }
    }

    private static void index(SiteDraft draft, String name, String country, Consumer<String> add) {
        if (draft.kind.bearsForeignName()) {
            Keys.ofFacility(name, add);
        } else {
            Keys.ofSite(name, add);
            if (WRITTEN_WITHOUT_VOWELS.contains(country)) {
                Keys.ofSkeleton(country, name, add);
            }
        }
    }

    SiteTable packed() {
        int size = all.size();
        short[] countries = new short[size];
        int[] provinces = new int[size];
        int[] districts = new int[size];
        int[] lats = new int[size];
        int[] lons = new int[size];
        int[] weights = new int[size];
        byte[] kinds = new byte[size];
        List<String> names = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            SiteDraft draft = all.get(i);
            countries[i] = draft.country;
            provinces[i] = draft.province;
            districts[i] = draft.district;
            lats[i] = draft.lat;
            lons[i] = draft.lon;
            weights[i] = draft.weight;
            kinds[i] = (byte) draft.kind.ordinal();
            names.add(draft.name);
        }
        return new SiteTable(countries, provinces, districts, lats, lons, weights, kinds, Names.of(names));
    }
}
