package io.tocsin.places.gazetteer;

import java.util.Arrays;

/**
 * Towns, airfields and named sites, ordered by {@link #cell}, so that the neighbours of a point lie together.
 *
 * @param countries of each, as numbers of {@link Content#countries}
 * @param provinces of each, or -1
 * @param districts of each, or -1
 * @param lats units of {@link Earth}
 * @param weights how much the world speaks of it: of towns the inhabitants, as far as they are known
 * @param kinds of each, as ordinals of {@link SiteKind}
 */
public record SiteTable(
        short[] countries,
        int[] provinces,
        int[] districts,
        int[] lats,
        int[] lons,
        int[] weights,
        byte[] kinds,
        Names names) {

    private static final int CELL = Earth.DEGREE / 4;
    private static final int COLUMNS = 360 * Earth.DEGREE / CELL;

    public int size() {
        return countries.length;
    }

    /** The cell of a quarter of a degree in which a point lies; west to east, then north. */
    public static int cell(int lat, int lon) {
        return row(lat) * COLUMNS + column(lon);
    }

    /** Shows the visitor every site within so many kilometres, and perhaps a few more. */
    void near(int[] cells, int lat, int lon, double km, SiteVisitor visitor) {
        int reach = Earth.units(km / 111.0);
        int wide = (int) Math.min(180.0 * Earth.DEGREE - CELL, reach / Math.max(Earth.shrink(lat), 0.02));
        int columns = Math.min(COLUMNS - 1, column(lon + wide) - column(lon - wide));
        for (int row = row(lat - reach); row <= row(lat + reach); row++) {
            int from = column(lon - wide);
            for (int i = 0; i <= columns; i++) {
                visit(cells, row * COLUMNS + Math.floorMod(from + i, COLUMNS), lat, lon, km, visitor);
            }
        }
    }

    private void visit(int[] cells, int cell, int lat, int lon, double most, SiteVisitor visitor) {
        int site = Arrays.binarySearch(cells, cell);
        while (site > 0 && cells[site - 1] == cell) {
            site--;
        }
        for (; site >= 0 && site < cells.length && cells[site] == cell; site++) {
            double km = Earth.km(lat, lon, lats[site], lons[site]);
            if (km <= most) {
                visitor.visit(site, km);
            }
        }
    }

    private static int row(int lat) {
        return Math.floorDiv(lat + 90 * Earth.DEGREE, CELL);
    }

    private static int column(int lon) {
        return Math.floorDiv(lon + 180 * Earth.DEGREE, CELL);
    }

    /** The cell of each site. */
    int[] cells() {
        int[] cells = new int[size()];
        for (int site = 0; site < cells.length; site++) {
            cells[site] = cell(lats[site], lons[site]);
        }
        return cells;
    }
}
