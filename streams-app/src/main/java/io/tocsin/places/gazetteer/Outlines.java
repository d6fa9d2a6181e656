package io.tocsin.places.gazetteer;

import java.util.Arrays;

/**
 * The outlines of countries, cut into bands of one degree of latitude, so that a look-up walks only the borders of its
 * band. Coordinates in units of {@link Earth}.
 */
public final class Outlines {

    private static final int BANDS = 180;

    private final Rings rings;
    /** Per band, the first points of the edges that touch it, those of one country together. */
    private final int[][] bands;

    private final short[] countryOf;

    /**
     * The lines that the outlines consist of.
     *
     * @param countries of each ring, ascending
     * @param ends where the points of each ring end; the last point is the first again
     */
    public record Rings(short[] countries, int[] ends, int[] lats, int[] lons) {}

    public Outlines(Rings rings) {
        this.rings = rings;
        this.countryOf = countryOf(rings);
        this.bands = bands(rings);
    }

    Rings rings() {
        return rings;
    }

    /** The country within whose outline the point lies, or -1. */
    public int at(int lat, int lon) {
        int[] lats = rings.lats;
        int[] lons = rings.lons;
        int country = -1;
        boolean within = false;
        for (int edge : bands[band(lat)]) {
            if (countryOf[edge] != country) {
                if (within) {
                    return country;
                }
                country = countryOf[edge];
            }
            int south = lats[edge];
            int north = lats[edge + 1];
            if (south > lat != north > lat) {
                double crossing = lons[edge] + (double) (lat - south) / (north - south) * (lons[edge + 1] - lons[edge]);
                within ^= lon < crossing;
            }
        }
        return within ? country : -1;
    }

    /** Kilometres from the point to the country's outline, no more than asked for; the same from within and without. */
    double kmToOutline(int country, int lat, int lon, double most) {
        double shrink = Earth.shrink(lat);
        double nearest = most;
        int reach = Earth.units(most / 111.0);
        for (int band = band(lat - reach); band <= band(lat + reach); band++) {
            for (int edge : bands[band]) {
                if (countryOf[edge] == country) {
                    nearest = Math.min(nearest, kmToEdge(edge, lat, lon, shrink));
                }
            }
        }
        return nearest;
    }

    /** The country whose outline is nearest to the point, other than the one left out, within so many kilometres; or -1. */
    int nearest(int leftOut, int lat, int lon, double most) {
        double shrink = Earth.shrink(lat);
        double nearest = most;
        int country = -1;
        int reach = Earth.units(most / 111.0);
        for (int band = band(lat - reach); band <= band(lat + reach); band++) {
            for (int edge : bands[band]) {
                if (countryOf[edge] != leftOut && mayTouch(edge, lon, reach, shrink)) {
                    double km = kmToEdge(edge, lat, lon, shrink);
                    if (km < nearest) {
                        nearest = km;
                        country = countryOf[edge];
                    }
                }
            }
        }
        return country;
    }

    private boolean mayTouch(int edge, int lon, int reach, double shrink) {
        double wide = reach / Math.max(shrink, 0.02);
        double from = Earth.eastward(lon, rings.lons[edge]);
        double to = Earth.eastward(lon, rings.lons[edge + 1]);
        return Math.min(from, to) <= wide && Math.max(from, to) >= -wide;
    }

    private double kmToEdge(int edge, int lat, int lon, double shrink) {
        double x1 = Earth.eastward(lon, rings.lons[edge]) * shrink;
        double y1 = rings.lats[edge] - lat;
        double x2 = Earth.eastward(lon, rings.lons[edge + 1]) * shrink;
        double y2 = rings.lats[edge + 1] - lat;
        double dx = x2 - x1;
        double dy = y2 - y1;
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : Math.max(0, Math.min(1, -(x1 * dx + y1 * dy) / square));
        return Math.hypot(x1 + along * dx, y1 + along * dy) * 111.195 / Earth.DEGREE;
    }

    private static int band(int lat) {
        return Math.max(0, Math.min(BANDS - 1, Math.floorDiv(lat, Earth.DEGREE) + 90));
    }

    private static short[] countryOf(Rings rings) {
        short[] countryOf = new short[rings.lats.length];
        int start = 0;
        for (int ring = 0; ring < rings.ends.length; ring++) {
            Arrays.fill(countryOf, start, rings.ends[ring], rings.countries[ring]);
            start = rings.ends[ring];
        }
        return countryOf;
    }

    private static int[][] bands(Rings rings) {
        int[] sizes = new int[BANDS];
        eachEdge(rings, (edge, band) -> sizes[band]++);
        int[][] bands = new int[BANDS][];
        for (int band = 0; band < BANDS; band++) {
            bands[band] = new int[sizes[band]];
        }
        int[] filled = new int[BANDS];
        eachEdge(rings, (edge, band) -> bands[band][filled[band]++] = edge);
        return bands;
    }

    private static void eachEdge(Rings rings, EdgeInBand action) {
        int start = 0;
        for (int end : rings.ends) {
            for (int edge = start; edge < end - 1; edge++) {
                int one = band(rings.lats[edge]);
                int other = band(rings.lats[edge + 1]);
                for (int band = Math.min(one, other); band <= Math.max(one, other); band++) {
                    action.accept(edge, band);
                }
            }
            start = end;
        }
    }

    private interface EdgeInBand {
        void accept(int edge, int band);
    }
}
