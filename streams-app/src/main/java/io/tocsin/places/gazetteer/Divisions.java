package io.tocsin.places.gazetteer;

/**
 * Provinces, or districts: what countries are divided into.
 *
 * @param countries of each, as numbers of {@link Content#countries}
 * @param parents of each district, its province or -1; of a province -1
 * @param lats of the seat, or of the largest place known in it; units of {@link Earth}
 */
public record Divisions(short[] countries, int[] parents, Names names, int[] lats, int[] lons) {

    public int size() {
        return countries.length;
    }
}
