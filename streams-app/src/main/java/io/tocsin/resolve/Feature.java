package io.tocsin.resolve;

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
    WORDING
}
