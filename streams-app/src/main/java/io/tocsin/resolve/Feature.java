package io.tocsin.resolve;

import java.util.Locale;

/** What is compared between two reports, in the order of comparing: cheap and telling ones first. */
public enum Feature {
    PRIOR,
    TIME,
    DISTANCE,
    PLACE,
    CATEGORY,
    KILLED,
    INJURED,
    QUANTITY,
    SOURCE,
    PUBLISHED,
    ORIGIN,
    TARGET_KIND,
    TARGET_NAME,
    WORDING;

    /** Its name in the table of weights and in reasons. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
