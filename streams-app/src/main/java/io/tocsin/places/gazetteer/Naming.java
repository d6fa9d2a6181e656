package io.tocsin.places.gazetteer;

import io.tocsin.places.spelling.GivenName;
import io.tocsin.places.spelling.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes named sites into the gazetteer. A named site stands for the packed ones that bear one of its names within a few
 * kilometres; of two named sites with one name there, the later one, which is the user's, stands for both.
 */
final class Naming {

    private static final double SAME_SITE_KM = 8;
    private static final double SAME_PROVINCE_KM = 60;

    /** A named site outweighs an airfield of the same name: it was thought worth naming. */
    private static final int WEIGHT = 200_000;

    private final Gazetteer gazetteer;
    private final List<NamedSite> sites;
    private final Map<Integer, Integer> renamed = new HashMap<>();

    Naming(Gazetteer gazetteer, List<NamedSite> sites) {
        this.gazetteer = gazetteer;
        this.sites = inOrder(withoutReplaced(sites));
    }

    Map<Integer, Integer> renamed() {
        return renamed;
    }

    SiteShelf shelf(int first) {
        int size = sites.size();
        SiteTable table = new SiteTable(
                new short[size],
                new int[size],
                new int[size],
                new int[size],
                new int[size],
                new int[size],
                new byte[size],
                Names.of(sites.stream().map(NamedSite::name).toList()));
        NameIndex.Builder index = new NameIndex.Builder();
        for (int i = 0; i < size; i++) {
            fill(table, i);
            Set<String> keys = keys(sites.get(i));
            for (String key : keys) {
                index.add(key, i);
                rename(key, table, i, first + i);
            }
        }
        return SiteShelf.of(first, table, index.build());
    }

    private void fill(SiteTable table, int i) {
        NamedSite site = sites.get(i);
        int country = gazetteer.country(site.country());
        table.countries()[i] = (short) country;
        table.lats()[i] = Earth.units(site.coordinates().lat());
        table.lons()[i] = Earth.units(site.coordinates().lon());
        table.provinces()[i] = province(site, country, table.lats()[i], table.lons()[i]);
        table.districts()[i] = district(site, country, table.provinces()[i]);
        table.weights()[i] = site.kind() == SiteKind.TOWN ? 5_000 : WEIGHT;
        table.kinds()[i] = (byte) site.kind().ordinal();
    }

    private static Set<String> keys(NamedSite site) {
        Set<String> keys = new HashSet<>();
        List<String> names = new ArrayList<>(site.otherNames());
        names.add(site.name());
        for (String name : names) {
            if (site.kind().bearsForeignName()) {
                Keys.ofFacility(name, keys::add);
            } else {
                Keys.ofSite(name, keys::add);
            }
        }
        return keys;
    }

    /** The packed sites near by whose own name is the key are the same; what is known of them is known of the named one. */
    private void rename(String key, SiteTable table, int i, int number) {
        SiteTable packed = gazetteer.packed().table();
        for (int other : gazetteer.packed().index().find(key)) {
            boolean near = packed.countries()[other] == table.countries()[i]
                    && Earth.km(packed.lats()[other], packed.lons()[other], table.lats()[i], table.lons()[i])
                            <= SAME_SITE_KM;
            if (near && bears(key, packed, other)) {
                renamed.put(other, number);
                table.weights()[i] = Math.max(table.weights()[i], packed.weights()[other]);
                if (table.districts()[i] == Gazetteer.NONE && table.provinces()[i] == packed.provinces()[other]) {
                    table.districts()[i] = packed.districts()[other];
                }
            }
        }
    }

    private static boolean bears(String key, SiteTable packed, int site) {
        Set<String> own = new HashSet<>();
        if (SiteKind.of(packed.kinds()[site]).bearsForeignName()) {
            Keys.ofFacility(packed.names().get(site), own::add);
        } else {
            Keys.ofSite(packed.names().get(site), own::add);
        }
        return own.contains(key);
    }

    private int province(NamedSite site, int country, int lat, int lon) {
        if (site.province().isPresent()) {
            String plain = Spelling.plain(site.province().get());
            int[] found = gazetteer.provinces(country, GivenName.of(plain).plain());
            if (found.length == 0) {
                found = gazetteer.provinces(
                        country, Spelling.loose(GivenName.of(plain).core()));
            }
            if (found.length > 0) {
                return found[0];
            }
        }
        Nearest nearest = new Nearest(gazetteer.packed().table(), country);
        gazetteer.packed().near(lat, lon, SAME_PROVINCE_KM, nearest);
        return nearest.province;
    }

    private int district(NamedSite site, int country, int province) {
        if (site.district().isEmpty()) {
            return Gazetteer.NONE;
        }
        GivenName given = GivenName.of(site.district().get());
        for (String key : List.of(given.plain(), given.core(), Spelling.loose(given.core()))) {
            for (int district : gazetteer.districts(country, key)) {
                if (gazetteer.provinceOfDistrict(district) == province) {
                    return district;
                }
            }
        }
        return Gazetteer.NONE;
    }

    private static List<NamedSite> inOrder(Collection<NamedSite> sites) {
        List<NamedSite> sorted = new ArrayList<>(sites);
        sorted.sort(Comparator.comparingInt(site -> SiteTable.cell(
                Earth.units(site.coordinates().lat()),
                Earth.units(site.coordinates().lon()))));
        return sorted;
    }

    private static Collection<NamedSite> withoutReplaced(List<NamedSite> sites) {
        Map<String, NamedSite> byName = new LinkedHashMap<>();
        for (NamedSite site : sites) {
            byName.put(site.country() + Spelling.loose(Spelling.plain(site.name())), site);
        }
        return byName.values();
    }

    private static final class Nearest implements SiteVisitor {
        private final SiteTable table;
        private final int country;
        private double nearest = Double.MAX_VALUE;
        private int province = Gazetteer.NONE;

        Nearest(SiteTable table, int country) {
            this.table = table;
            this.country = country;
        }

        @Override
        public void visit(int site, double km) {
            if (table.countries()[site] == country && table.provinces()[site] != Gazetteer.NONE && km < nearest) {
                nearest = km;
                province = table.provinces()[site];
            }
        }
    }
}
