package io.tocsin.places.gazetteer;

import java.util.Locale;

/** What a site is. */
public enum SiteKind {
    TOWN(false),
    AIRFIELD(true),
    BASE(true),
    CAMP(true),
    EMBASSY(false),
    ZONE(false),
    NEIGHBOURHOOD(false),
    FACILITY(false),
    CROSSING(false),
    PORT(false);

    private static final SiteKind[] ALL = values();

    private final boolean bearsForeignName;

    SiteKind(boolean bearsForeignName) {
        this.bearsForeignName = bearsForeignName;
    }

    /** Whether it is commonly called after a town that it is not: Balad air base, Baghdad airport. */
    public boolean bearsForeignName() {
        return bearsForeignName;
    }

    /** The kind of the ordinal. */
    static SiteKind of(int ordinal) {
        return ALL[ordinal];
    }

    /** Its name in a file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
