package io.tocsin.incident;

import java.util.Optional;

/**
 * An incident before and after: what is counted takes the one out and puts the other in.
 *
 * @param id the incident's id
 * @param revision the revision that this change publishes
 * @param mergedInto the survivor, when the incident lives on under another id
 */
public record IncidentChange(
        String id, int revision, Optional<Incident> before, Optional<Incident> after, Optional<String> mergedInto) {

    public IncidentChange {
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("a change of nothing into nothing: " + id);
        }
    }
}
