package io.tocsin.resolve;

import io.tocsin.incident.Report;
import java.util.Collection;

/**
 * Keeps chains of links from making one incident of several: two groups of reports may become one only if each report
 * of the one is at least a near miss of each report of the other. Asks nothing but the reports, so groups that are
 * joined in order of their links' scores depend on the set of reports alone. Pure and thread-safe.
 */
public final class Agreement {

    private final PairScore pairs;

    public Agreement(PairScore pairs) {
        this.pairs = pairs;
    }

    /** Whether the two groups may be one incident. Costs one score for each pair across. */
    public boolean between(Collection<Report> group, Collection<Report> other) {
        for (Report mine : group) {
            Told told = new Told(mine);
            for (Report theirs : other) {
                if (pairs.score(told, new Told(theirs)).equals(Score.OUT_OF_REACH)) {
                    return false;
                }
            }
        }
        return true;
    }
}
