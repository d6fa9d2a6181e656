package io.tocsin.benchmarks;

import io.tocsin.avro.Place;
import io.tocsin.avro.PlacePrecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A made-up country within a real one: a tenth of its sites lie in towns a few kilometres across, the others anywhere.
 * Around every town lies a city of several cells, whose quarters are sites too, but only of what happens in cities.
 */
final class Land {

    static final int TOWNS = 100;
    static final int SITES_IN_TOWN = 20;
    static final int VILLAGES = 18_000;
    static final int QUARTERS = 180;

    /** Degrees that a site lies from the middle of its town at the most: all in reach of each other, or nearly so. */
    static final double TOWN = 0.03;
    /** Degrees that a quarter does: about 2,000 square kilometres, or eight cells. */
    static final double CITY = 0.22;

    private static final int DIVISIONS = 10;

    private final String country;
    private final double south;
    private final double west;
    private final double height;
    private final double width;
    private final List<List<Place>> towns = new ArrayList<>();
    private final List<List<Place>> quarters = new ArrayList<>();
    private final List<Place> villages = new ArrayList<>();

    private Land(String country, double south, double west, double north, double east) {
        this.country = country;
        this.south = south;
        this.west = west;
        this.height = north - south;
        this.width = east - west;
        Random random = new Random(country.hashCode());
        for (int town = 0; town < TOWNS; town++) {
            double lat = south + CITY + random.nextDouble() * (height - 2 * CITY);
            double lon = west + CITY + random.nextDouble() * (width - 2 * CITY);
            towns.add(around(lat, lon, TOWN, SITES_IN_TOWN, "Town " + town + " site ", random));
            quarters.add(around(lat, lon, CITY, QUARTERS, "City " + town + " quarter ", random));
        }
        for (int village = 0; village < VILLAGES; village++) {
            villages.add(place(
                    "Village " + village, south + random.nextDouble() * height, west + random.nextDouble() * width));
        }
    }

    /** Where the probe is. Its partition of four is the second. */
    static Land here() {
        return new Land("IR", 30.5, 51.0, 36.0, 58.5);
    }

    /** As large, but in another partition. */
    static Land elsewhere() {
        return new Land("SD", 13.0, 25.0, 18.5, 32.5);
    }

    /** In a third partition; smaller, so that more lies near each other. */
    static Land third() {
        return new Land("AF", 31.5, 63.0, 35.0, 67.0);
    }

    String country() {
        return country;
    }

    /** Of that number, its sites. */
    List<Place> town(int number) {
        return towns.get(number);
    }

    /** Those of the city around the town, without those of the town. */
    List<Place> quarters(int town) {
        return quarters.get(town);
    }

    List<Place> villages() {
        return villages;
    }

    /** A random one of the town's sites. */
    Place inTown(int town, Random random) {
        return pick(towns.get(town), random);
    }

    /** A tenth in the middle of the city, the rest in its quarters. */
    Place inCity(int town, Random random) {
        return random.nextInt(10) == 0 ? inTown(town, random) : pick(quarters.get(town), random);
    }

    /** As in {@link History}: a tenth of the sites, here those in towns, has a third of the incidents. */
    Place anywhere(Random random) {
        return random.nextInt(100) < History.PERCENT_AT_BUSY_SITES
                ? inTown(random.nextInt(TOWNS), random)
                : pick(villages, random);
    }

    private List<Place> around(double lat, double lon, double spread, int count, String name, Random random) {
        List<Place> sites = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            sites.add(place(
                    name + i,
                    lat + spread * (2 * random.nextDouble() - 1),
                    lon + spread * (2 * random.nextDouble() - 1)));
        }
        return sites;
    }

    /** Provinces and districts are squares. */
    private Place place(String site, double lat, double lon) {
        int province = (int) ((lat - south) / height * DIVISIONS);
        int district = (int) ((lon - west) / width * DIVISIONS);
        return new Place(
                country,
                "Province " + province,
                "District " + province + "." + district,
                site,
                lat,
                lon,
                PlacePrecision.SITE);
    }

    private static Place pick(List<Place> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
