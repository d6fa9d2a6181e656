package io.tocsin.resolve;

import io.tocsin.incident.ReportId;

/** Two reports, the lower id first. */
public record Pair(ReportId lower, ReportId higher) implements Comparable<Pair> {

    /** The two in their order. */
    public static Pair of(ReportId one, ReportId other) {
        return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
    }

    /** Whether the report is one of the two. */
    public boolean has(ReportId id) {
        return lower.equals(id) || higher.equals(id);
    }

    /** The one that is not this one. */
    public ReportId other(ReportId id) {
        return lower.equals(id) ? higher : lower;
    }

    @Override
    public int compareTo(Pair other) {
        int byLower = lower.compareTo(other.lower);
        return byLower != 0 ? byLower : higher.compareTo(other.higher);
    }
}
