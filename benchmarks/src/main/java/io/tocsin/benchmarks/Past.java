package io.tocsin.benchmarks;

import java.util.Locale;

/** What lies in the store before the probe comes: as many reports in each case, only where and when they happened differs. */
enum Past {
    /** All in another country and another task; the store of the probe's task is empty. */
    EMPTY,
    /** All in the probe's country, over ten years. */
    COUNTRY,
    /** All in the probe's towns, each in the month in which the probe is there. */
    TOWN,
    /** The same, but in the cities around the towns, so that no block is crowded. */
    CITY;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
