package io.tocsin.watch;

import java.util.List;
import java.util.Optional;

/** What one rule counts in one scope, or in all clusters of one country. */
interface Scan {

    Rule rule();

    /** The scope, or that of all clusters together. */
    Scope scope();

    /**
     * What episodes a change touches, and what stands in their place now.
     *
     * @param removed what the rule no longer counts, or no longer like that
     * @param added what it counts now, and is in the ledger; of the same incidents or of others
     * @param standing the alerts that stand
     */
    Difference difference(List<Fact> removed, List<Fact> added, List<Announced> standing);

    /** All episodes there are. */
    List<Episode> all();

    /** The newest incidents that count for the episode, at most so many, oldest first. */
    List<Fact> newest(int most, Episode episode);

    /** How many incidents, up to a bound, may count for the episode but are only known to lie in a wider area. */
    int perhaps(Episode episode);

    /** How the count in the last window of the episode compares with the past; empty without such a past. */
    Optional<Outlook> outlook(Episode episode);

    /** Where the episode is. */
    Scope scope(Episode episode);
}
