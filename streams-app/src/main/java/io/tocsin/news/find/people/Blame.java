package io.tocsin.news.find.people;

import io.tocsin.incident.Perpetrator.Attribution;

/** Who is said to have done it, and how firmly. */
public record Blame(String name, Attribution attribution, int at, int end) {

    /** Whether it says no more than what they are: {@code separatists}. */
    public boolean isOfNoName() {
        return Character.isLowerCase(name.charAt(0));
    }

    /** Whether it says more than the other: more firmly, or by name. */
    public boolean isFirmerThan(Blame other) {
        int firmer = attribution.compareTo(other.attribution);
        return firmer < 0 || (firmer == 0 && other.isOfNoName() && !isOfNoName());
    }
}
