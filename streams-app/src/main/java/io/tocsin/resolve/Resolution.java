package io.tocsin.resolve;

import io.tocsin.incident.IncidentChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a report, or an operator's ruling, leads to: what to remember, and what changed. Nothing is done yet; the caller
 * writes and forwards.
 *
 * @param outcome empty for a ruling
 * @param remember reports to keep, each replacing what was known of it
 * @param rulings rulings to keep, each replacing what was said of the two
 * @param changes the incidents that changed, in order of their ids
 * @param bounds what the report ran into
 */
public record Resolution(
        Optional<Outcome> outcome,
        List<Known> remember,
        Map<Pair, Ruling> rulings,
        List<IncidentChange> changes,
        Set<Bound> bounds) {

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
        CONTRADICTION,
        /** About a day further back than is remembered. */
        TOO_OLD
    }

    /** Why a report is linked to none. */
    public enum Bound {
        /** Too many reports of one day at one place. */
        CROWDED_BLOCK,
        /** Too many reports that hang together. */
        LARGE_COMPONENT
    }

    public Resolution {
        remember = List.copyOf(remember);
        rulings = Map.copyOf(rulings);
        changes = List.copyOf(changes);
        bounds = Set.copyOf(bounds);
    }

    static Resolution unchanged(Optional<Outcome> outcome) {
        return new Resolution(outcome, List.of(), Map.of(), List.of(), Set.of());
    }
}
