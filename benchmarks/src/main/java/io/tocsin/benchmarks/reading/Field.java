package io.tocsin.benchmarks.reading;

import java.util.Locale;

/** What a label may name of an incident, and is judged on its own. */
public enum Field {
    CATEGORY,
    COUNTRY,
    PROVINCE,
    DISTRICT,
    SITE,
    TIME,
    PART,
    PRECISION,
    TARGET,
    AFFILIATION,
    VICTIM,
    KILLED,
    INJURED,
    QUANTITY,
    ORIGIN,
    /** The authorities behind the whole article. */
    CREDIT,
    /** Who is named as having done it. */
    ATTRIBUTION,
    /** How firmly. */
    ATTRIBUTION_KIND;

    /** Its name in tables. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
