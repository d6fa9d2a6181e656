package io.tocsin.places.build;

import io.tocsin.places.gazetteer.SiteKind;
import io.tocsin.places.gazetteer.SiteTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A town or an airfield while it is gathered. */
final class SiteDraft {

    /** The order of the packed table; full, so that packing twice gives the same bytes. */
    static final Comparator<SiteDraft> ORDER = Comparator.<SiteDraft>comparingInt(
                    draft -> SiteTable.cell(draft.lat, draft.lon))
            .thenComparing(draft -> draft.kind)
            .thenComparing(draft -> draft.name)
            .thenComparingInt(draft -> draft.lat)
            .thenComparingInt(draft -> draft.lon);

    final short country;
    final SiteKind kind;
    final String name;
    final int lat;
    final int lon;
    final int weight;
    final List<String> otherNames = new ArrayList<>();
    int province = -1;
    int district = -1;

    SiteDraft(short country, SiteKind kind, String name, int lat, int lon, int weight) {
        this.country = country;
        this.kind = kind;
        this.name = name;
        this.lat = lat;
        this.lon = lon;
        this.weight = weight;
    }
}
