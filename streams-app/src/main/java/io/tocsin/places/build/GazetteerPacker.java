package io.tocsin.places.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.places.gazetteer.Content;
import io.tocsin.places.gazetteer.Earth;
import io.tocsin.places.gazetteer.GazetteerFormat;
import io.tocsin.places.gazetteer.Keys;
import io.tocsin.places.gazetteer.NameIndex;
import io.tocsin.places.gazetteer.SiteKind;
import io.tocsin.places.spelling.GivenName;
import io.tocsin.places.spelling.NameKind;
import io.tocsin.places.spelling.Spelling;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * Packs GeoNames, OurAirports and Natural Earth into one file. The build calls it with two arguments: the folder of the
 * sources and the file to write. The same sources give the same bytes.
 */
public final class GazetteerPacker {

    /** An airfield farther from every town of its country tells nothing of where its region is. */
    private static final double SAME_PROVINCE_KM = 40;

    /** Two places of one name that are nearer to each other are one place. */
    private static final double SAME_TOWN_KM = 4;

    /** How much is spoken of a town whose inhabitants were not counted, by what it is the seat of. */
    private static final Map<String, Integer> LEAST_WEIGHT =
            Map.of("PPLC", 1_000_000, "PPLA", 100_000, "PPLA2", 20_000, "PPLA3", 5_000);

    /** A section of a town, counted with the town. */
    private static final String SECTION = "PPLX";

    /** The seats of first-level divisions; what outweighs any number of inhabitants. */
    private static final Set<String> SEATS = Set.of("PPLC", "PPLA");

    /** The usual English name of a seat is sometimes that of its division. */
    private static final Set<NameKind> DIVISIONS = Set.of(NameKind.PROVINCE, NameKind.DISTRICT);

    private static final int SEAT = 1_000_000_000;

    private final Path sources;
    private final List<String> countries = new ArrayList<>();
    private final DivisionDrafts provinces = new DivisionDrafts();
    private final DivisionDrafts districts = new DivisionDrafts();
    private final SiteDrafts sites = new SiteDrafts();
    private final Map<String, Map<String, String>> namesById = new HashMap<>();

    private GazetteerPacker(Path sources) {
        this.sources = sources;
    }

    /** Packs the sources in the folder of the first argument into the file of the second. */
    public static void main(String[] arguments) throws IOException {
        Path to = Path.of(arguments[1]);
        Files.createDirectories(to.toAbsolutePath().getParent());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
            GazetteerFormat.write(new GazetteerPacker(Path.of(arguments[0])).pack(), out);
        }
    }

    private Content pack() throws IOException {
        Table cities = Table.tabs(sources.resolve("geonames/cities.tsv.gz")).with(Policy::applied);
        Table airports = Table.commas(sources.resolve("ourairports/airports-medium-large.csv.gz"));
        Table airportsNear = Table.commas(sources.resolve("ourairports/airports-middle-east.csv.gz"));
        nameCountries(cities, airports);
        gatherDivisions(cities);
        gatherNames();
        gatherTowns(cities);
        nameSeats();
        gatherAirfields(List.of(airports, airportsNear));
        sites.sort();
        NameIndex.Builder index = new NameIndex.Builder();
        sites.index(index, countries);
        provinces.index(index, Keys::ofProvince);
        districts.index(index, Keys::ofDistrict);
        CountryOutlines outlines =
                new CountryOutlines(countries, Json.object(text("natural-earth/countries-50m.json.gz")));
        return new Content(
                List.copyOf(countries),
                provinces.packed(),
                districts.packed(),
                sites.packed(),
                index.build(),
                outlines.packed(sites.all()));
    }

    private String text(String file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(sources.resolve(file)))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private void nameCountries(Table cities, Table airports) {
        Set<String> codes = new TreeSet<>();
        cities.each(city -> codes.add(city.get("country")));
        airports.each(airport -> codes.add(airport.get("iso_country")));
        countries.addAll(codes);
    }

    private void gatherDivisions(Table cities) throws IOException {
        cities.each(city -> {
            String name = city.get("admin1_name");
            if (!name.isEmpty()) {
                provinces.add(
                        provinceCode(city),
                        country(city.get("country")),
                        -1,
                        name,
                        NameKind.PROVINCE,
                        NameKind.DISTRICT);
            }
        });
        Table.tabs(sources.resolve("geonames/admin-altnames.tsv.gz")).each(row -> {
            DivisionDrafts.Draft province = provinces.get(row.get("code"));
            if (province != null) {
                province.alsoCalled(row.get("name"));
            }
        });
        provinces.number();
        List<String> unknown = new ArrayList<>();
        Table.tabs(sources.resolve("division-names.tsv")).each(row -> {
            if (!alsoCalled(row)) {
                unknown.add(row.get("province") + " in " + row.get("country"));
            }
        });
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("division-names.tsv names provinces that GeoNames has not: " + unknown);
        }
        cities.each(city -> {
            String name = city.get("admin2_name");
            DivisionDrafts.Draft province = provinces.get(provinceCode(city));
            if (!name.isEmpty() && province != null) {
                districts.add(
                        districtCode(city),
                        province.country(),
                        province.number(),
                        name,
                        NameKind.DISTRICT,
                        NameKind.PROVINCE,
                        NameKind.SETTLEMENT);
            }
        });
        districts.number();
    }

    private boolean alsoCalled(Table.Row row) {
        short country = country(row.get("country"));
        boolean known = false;
        for (DivisionDrafts.Draft province : provinces.all()) {
            if (province.country() == country && province.name().equals(row.get("province"))) {
                known = true;
                for (String name : row.get("other names").split(";", -1)) {
                    province.alsoCalled(name.strip());
                }
            }
        }
        return known;
    }

    private void gatherNames() throws IOException {
        Table.tabs(sources.resolve("geonames/altnames.tsv.gz"))
                .each(row -> namesById
                        .computeIfAbsent(row.get("geonameid"), id -> new HashMap<>())
                        .merge(row.get("lang"), row.get("name"), (one, other) -> one + '\t' + other));
    }

    private void gatherTowns(Table cities) {
        Set<String> seen = new HashSet<>();
        List<Table.Row> unidentified = new ArrayList<>();
        cities.each(city -> {
            if (city.get("geonameid").isEmpty()) {
                unidentified.add(city);
            } else if (seen.add(city.get("geonameid"))) {
                gatherTown(city);
            }
        });
        unidentified.forEach(this::gatherTown);
    }

    private void gatherTown(Table.Row city) {
        Map<String, String> otherNames = namesById.getOrDefault(city.get("geonameid"), Map.of());
        String english = otherNames.getOrDefault("en", city.get("name")).split("\t", -1)[0];
        String name = DIVISIONS.contains(GivenName.of(english).kind()) ? city.get("name") : english;
        int population = city.get("population").isEmpty() ? 0 : Integer.parseInt(city.get("population"));
        int counted = city.get("feature_code").equals(SECTION) ? population / 10 : population;
        int weight = Math.max(counted, LEAST_WEIGHT.getOrDefault(city.get("feature_code"), 0));
        SiteDraft town = new SiteDraft(
                country(city.get("country")),
                SiteKind.TOWN,
                DisplayName.ofTown(name),
                Earth.units(Double.parseDouble(city.get("lat"))),
                Earth.units(Double.parseDouble(city.get("lon"))),
                weight);
        SiteDraft twin = sites.nearestTown(town.country, town.lat, town.lon, SAME_TOWN_KM);
        boolean known = twin != null && loose(twin.name).equals(loose(town.name));
        SiteDraft kept = known ? twin : town;
        kept.otherNames.add(city.get("name"));
        otherNames.values().forEach(names -> kept.otherNames.addAll(List.of(names.split("\t", -1))));
        if (!known) {
            divisions(town, city);
            sites.add(town);
        }
    }

    /** A town that is called as its province is called by the other names of the province too: Halab is Aleppo. */
    private void nameSeats() {
        Map<Integer, SiteDraft> seats = new HashMap<>();
        for (SiteDraft town : sites.all()) {
            boolean namesake = town.province >= 0 && loose(town.name).equals(loose(provinces.name(town.province)));
            if (namesake) {
                seats.merge(town.province, town, (one, other) -> other.weight > one.weight ? other : one);
            }
        }
        for (DivisionDrafts.Draft province : provinces.all()) {
            SiteDraft seat = seats.get(province.number());
            for (String name : seat == null ? List.<String>of() : province.otherNames()) {
                if (GivenName.of(name).kind() == NameKind.UNSAID) {
                    seat.otherNames.add(name);
                }
            }
        }
    }

    private void divisions(SiteDraft town, Table.Row city) {
        DivisionDrafts.Draft province = provinces.get(provinceCode(city));
        if (province != null) {
            town.province = province.number();
            province.seat(town.weight + (SEATS.contains(city.get("feature_code")) ? SEAT : 0), town.lat, town.lon);
        }
        DivisionDrafts.Draft district = districts.get(districtCode(city));
        if (district != null) {
            town.district = district.number();
            district.seat(town.weight, town.lat, town.lon);
        }
    }

    private void gatherAirfields(List<Table> tables) {
        Set<String> seen = new HashSet<>();
        Map<String, Map<Integer, Integer>> provincesOfRegion = new HashMap<>();
        Map<SiteDraft, String> regions = new LinkedHashMap<>();
        for (Table table : tables) {
            table.each(row -> {
                if (seen.add(row.get("ident"))) {
                    SiteDraft airfield = airfield(row);
                    regions.put(airfield, row.get("iso_region"));
                    SiteDraft town = sites.nearestTown(airfield.country, airfield.lat, airfield.lon, SAME_PROVINCE_KM);
                    if (town != null && town.province >= 0) {
                        provincesOfRegion
                                .computeIfAbsent(row.get("iso_region"), region -> new HashMap<>())
                                .merge(town.province, 1, Integer::sum);
                    }
                }
            });
        }
        regions.forEach((airfield, region) -> {
            airfield.province = provincesOfRegion.getOrDefault(region, Map.of()).entrySet().stream()
                    .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .orElse(-1);
        });
    }

    private SiteDraft airfield(Table.Row row) {
        String[] names = row.get("name").split(" / ", -1);
        boolean large = row.get("type").equals("large_airport");
        boolean scheduled = row.get("scheduled_service").equals("yes");
        SiteDraft airfield = new SiteDraft(
                country(row.get("iso_country")),
                SiteKind.AIRFIELD,
                DisplayName.ofAirfield(names[0]),
                Earth.units(Double.parseDouble(row.get("latitude_deg"))),
                Earth.units(Double.parseDouble(row.get("longitude_deg"))),
                large ? 1_000_000 : scheduled ? 100_000 : 10_000);
        airfield.otherNames.addAll(List.of(names));
        for (String keyword : row.get("keywords").split(",", -1)) {
            if (Spelling.plain(keyword).length() > 3) {
                airfield.otherNames.add(keyword.strip());
            }
        }
        if (large || scheduled) {
            airfield.otherNames.add(row.get("municipality"));
        }
        sites.add(airfield);
        return airfield;
    }

    private static String loose(String name) {
        return Spelling.loose(Spelling.plain(name));
    }

    private short country(String code) {
        return (short) countries.indexOf(code);
    }

    private static String provinceCode(Table.Row city) {
        return city.get("country") + "." + city.get("admin1");
    }

    private static String districtCode(Table.Row city) {
        return provinceCode(city) + "." + city.get("admin2");
    }
}
