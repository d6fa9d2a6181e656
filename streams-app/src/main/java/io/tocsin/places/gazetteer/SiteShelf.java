package io.tocsin.places.gazetteer;

/** Sites that were packed, or read, together: their table, the index of their names and the cells they lie in. */
record SiteShelf(int first, SiteTable table, NameIndex index, int[] cells) {

    static SiteShelf of(int first, SiteTable table, NameIndex index) {
        return new SiteShelf(first, table, index, table.cells());
    }

    void near(int lat, int lon, double km, SiteVisitor visitor) {
        table.near(cells, lat, lon, km, (site, away) -> visitor.visit(first + site, away));
    }
}
