package io.tocsin.resolve;

import io.tocsin.incident.ReportId;

/** Two reports, the lower id first. */
record Pair(ReportId lower, ReportId higher) implements Comparable<Pair> {

    static Pair of(ReportId one, ReportId other) {
        return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
    }

    boolean has(ReportId id) {
        return lower.equals(id) || higher.equals(id);
    }

    @Override
    public int compareTo(Pair other) {
        int byLower = lower.compareTo(other.lower);
        return byLower != 0 ? byLower : higher.compareTo(other.higher);
    }
}
