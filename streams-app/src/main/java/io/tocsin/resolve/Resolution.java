package io.tocsin.resolve;

import io.tocsin.incident.IncidentChange;
import java.util.List;

/**
 * What a report leads to: what to remember, and what changed. Nothing is done yet; the caller writes and forwards.
 *
 * @param remember reports to keep, each replacing what was known of it
 * @param changes the incidents that changed, in order of their ids
 */
public record Resolution(Outcome outcome, List<Known> remember, List<IncidentChange> changes) {

    /** What the report turned out to be. */
    public enum Outcome {
        /** Not known before. */
        NEW,
        /** A higher revision of a known one. */
        REVISED,
        /** Taken back by its source. */
        RETRACTED,
        /** The same again. */
        REPEAT,
        /** A lower revision than the one that is known. */
        STALE,
        /** Another text under a revision that is known; one of the two is chosen, whichever came first. */
        CONTRADICTION
    }

    public Resolution {
        remember = List.copyOf(remember);
        changes = List.copyOf(changes);
    }

    static Resolution unchanged(Outcome outcome) {
        return new Resolution(outcome, List.of(), List.of());
    }
}
