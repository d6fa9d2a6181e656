package io.tocsin.places;

/** How sure it is that a place is the one that is meant, surest first. */
public enum Sureness {
    /** Known by its name, and the province or the coordinates confirm it. */
    SURE,
    /** Known by its name alone, as the only one or by far the best known of that name, or in a looser spelling. */
    LIKELY,
    /** Not known; taken as the source gave it. */
    AS_GIVEN,
    /** Left at a coarser level, because several places could be meant or the statements contradict each other. */
    UNDECIDED
}
