package io.tocsin.news.find.people;

import io.tocsin.incident.Perpetrator.Attribution;

/**
 * Who is said to have done it, and how firmly.
 *
 * @param common whether it says no more than what they are: {@code separatists}, {@code Kurdish rebels}
 */
public record Blame(String name, boolean common, Attribution attribution, int at, int end) {

    /** Whether it says more than the other: more firmly, or by name. */
    public boolean isFirmerThan(Blame other) {
        int firmer = attribution.compareTo(other.attribution);
        return firmer < 0 || (firmer == 0 && other.common && !common);
    }
}
