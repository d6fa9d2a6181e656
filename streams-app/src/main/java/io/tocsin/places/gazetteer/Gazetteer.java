package io.tocsin.places.gazetteer;

import io.tocsin.places.spelling.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of places. Countries, provinces, districts and sites are numbers here, -1 is none; coordinates are in
 * units of {@link Earth}. Immutable, so any thread may ask.
 */
public final class Gazetteer {

    /** None of a kind: no country, no province, no district. */
    public static final int NONE = -1;

    private static final double SIDE_BY_SIDE_KM = 12;

    private static final String PACKED = "gazetteer.bin";
    private static final String SITES = "sites.tsv";

    private final Content content;
    private final SiteShelf packed;
    private final SiteShelf named;
    private final Outlines outlines;
    /** Packed sites that are the same as a named one. */
    private final Map<Integer, Integer> renamed;

    private final Map<String, Integer> countryNumbers = new HashMap<>();
    private final Map<String, Integer> countryNames;

    private Gazetteer(Content content, List<NamedSite> named) {
        this.content = content;
        for (int country = 0; country < content.countries().size(); country++) {
            countryNumbers.put(content.countries().get(country), country);
        }
        this.outlines = new Outlines(content.outlines());
        this.packed = SiteShelf.of(0, content.sites(), content.index());
        Naming naming = new Naming(this, named);
        this.named = naming.shelf(packed.table().size());
        this.renamed = naming.renamed();
        this.countryNames = CountryNames.read(countryNumbers);
    }

    /**
     * The gazetteer of this program, with the user's own sites where there is a file of them.
     *
     * @throws InvalidSitesException if the file is wrong
     */
    public static Gazetteer load(Optional<Path> ownSites) {
        try (InputStream packed = resource(PACKED);
                InputStream sites = resource(SITES)) {
            List<NamedSite> named = SitesFile.read(SITES, sites);
            ownSites.map(SitesFile::read).ifPresent(named::addAll);
            return new Gazetteer(GazetteerFormat.read(packed), named);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream resource(String name) {
        InputStream resource = Gazetteer.class.getResourceAsStream(name);
        if (resource == null) {
            throw new IllegalStateException(
                    "the gazetteer's " + name + " is not in the class path; build the module with Maven");
        }
        return resource;
    }

    /** The country of the code, or -1. */
    public int country(String code) {
        return countryNumbers.getOrDefault(code, NONE);
    }

    /** The country that is called so, or -1. */
    public int countryNamed(String name) {
        return countryNames.getOrDefault(Spelling.plain(name), NONE);
    }

    /** The ISO 3166-1 alpha-2 code of a country. */
    public String countryCode(int country) {
        return content.countries().get(country);
    }

    /** The country within whose outline the point lies, or -1. */
    public int outlineAt(int lat, int lon) {
        return outlines.at(lat, lon);
    }

    /** Kilometres from the point to the country's outline, from within or without, no more than asked for. */
    public double kmToOutline(int country, int lat, int lon, double most) {
        return outlines.kmToOutline(country, lat, lon, most);
    }

    /** The country whose outline is nearest, other than the one left out, within so many kilometres; or -1. */
    public int nearestOutline(int leftOut, int lat, int lon, double most) {
        return outlines.nearest(leftOut, lat, lon, most);
    }

    /** The provinces of the country with this key. */
    public int[] provinces(int country, String key) {
        return ofCountry(content.provinces(), country, packed.index().find(Keys.province(key)));
    }

    /** The districts of the country with this key. */
    public int[] districts(int country, String key) {
        return ofCountry(content.districts(), country, packed.index().find(Keys.district(key)));
    }

    public String provinceName(int province) {
        return content.provinces().names().get(province);
    }

    public String districtName(int district) {
        return content.districts().names().get(district);
    }

    public int provinceOfDistrict(int district) {
        return content.districts().parents()[district];
    }

    public int provinceLat(int province) {
        return content.provinces().lats()[province];
    }

    public int provinceLon(int province) {
        return content.provinces().lons()[province];
    }

    public int districtLat(int district) {
        return content.districts().lats()[district];
    }

    public int districtLon(int district) {
        return content.districts().lons()[district];
    }

    /** The sites that are called by the key, towns and others that bear their own names. */
    public int[] sites(String key) {
        return together(packed.index().find(key), named.index().find(key));
    }

    /** The bases, airfields and camps that are called by the key. */
    public int[] facilities(String key) {
        return sites(Keys.facility(key));
    }

    /** The sites of the country whose names have these consonants. */
    public int[] sitesOfSkeleton(int country, String skeleton) {
        return skeleton.isEmpty() ? new int[0] : sites(Keys.skeleton(countryCode(country), skeleton));
    }

    /** Shows every site within so many kilometres, and perhaps a few more. */
    public void near(int lat, int lon, double km, SiteVisitor visitor) {
        packed.near(lat, lon, km, visitor);
        named.near(lat, lon, km, visitor);
    }

    /** How many sites there are; they are numbered from 0. */
    public int size() {
        return packed.table().size() + named.table().size();
    }

    public String siteName(int site) {
        return table(site).names().get(at(site));
    }

    public int countryOf(int site) {
        return table(site).countries()[at(site)];
    }

    public int provinceOf(int site) {
        return table(site).provinces()[at(site)];
    }

    public int districtOf(int site) {
        return table(site).districts()[at(site)];
    }

    public int lat(int site) {
        return table(site).lats()[at(site)];
    }

    public int lon(int site) {
        return table(site).lons()[at(site)];
    }

    /** How much the world speaks of it: of towns the inhabitants, as far as they are known. */
    public int weight(int site) {
        return table(site).weights()[at(site)];
    }

    public SiteKind kind(int site) {
        return SiteKind.of(table(site).kinds()[at(site)]);
    }

    /** Whether it comes from a sites file. */
    public boolean isNamed(int site) {
        return site >= named.first();
    }

    /** Whether the number is that of a packed site which a named one stands for. */
    public boolean isRenamed(int site) {
        return renamed.containsKey(site);
    }

    private SiteTable table(int site) {
        return site < packed.table().size() ? packed.table() : named.table();
    }

    private int at(int site) {
        return site < packed.table().size() ? site : site - named.first();
    }

    private int[] together(int[] fromPacked, int[] fromNamed) {
        if (fromPacked.length == 0 && fromNamed.length == 0) {
            return fromPacked;
        }
        int[] sites = new int[fromPacked.length + fromNamed.length];
        int count = 0;
        for (int site : fromNamed) {
            sites[count++] = named.first() + site;
        }
        for (int site : fromPacked) {
            int real = renamed.getOrDefault(site, site);
            if (!overshadowed(real, sites, fromNamed.length)) {
                sites[count++] = real;
            }
        }
        return count < 2 ? Arrays.copyOf(sites, count) : distinct(Arrays.copyOf(sites, count));
    }

    /** Of an airfield and a named site side by side that share a name, the named one has it. */
    private boolean overshadowed(int site, int[] sites, int named) {
        for (int i = 0; i < named; i++) {
            boolean besides = site != sites[i]
                    && countryOf(site) == countryOf(sites[i])
                    && kind(site) != SiteKind.TOWN
                    && Earth.km(lat(site), lon(site), lat(sites[i]), lon(sites[i])) <= SIDE_BY_SIDE_KM;
            if (besides) {
                return true;
            }
        }
        return false;
    }

    private static int[] distinct(int[] sites) {
        Arrays.sort(sites);
        int kept = 1;
        for (int i = 1; i < sites.length; i++) {
            if (sites[i] != sites[kept - 1]) {
                sites[kept++] = sites[i];
            }
        }
        return kept == sites.length ? sites : Arrays.copyOf(sites, kept);
    }

    private static int[] ofCountry(Divisions divisions, int country, int[] found) {
        int kept = 0;
        for (int division : found) {
            if (divisions.countries()[division] == country) {
                found[kept++] = division;
            }
        }
        return kept == found.length ? found : Arrays.copyOf(found, kept);
    }

    SiteShelf packed() {
        return packed;
    }
}
