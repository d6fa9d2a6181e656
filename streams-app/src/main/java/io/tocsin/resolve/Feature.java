package io.tocsin.resolve;

/** What is compared between two reports, in the order of telling. */
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
    WORDING
}
