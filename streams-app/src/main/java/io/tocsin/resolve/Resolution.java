package io.tocsin.resolve;

import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.ReportId;
import java.util.List;
import java.util.Set;

/**
 * What a report leads to: what to remember, and what changed. Nothing is done yet; the caller writes and forwards.
 *
 * @param remember reports to keep, each replacing what was known of it
 * @param left blocks that the report no longer lies in
 * @param entered blocks that the report now lies in
 * @param changes the incidents that changed, in order of their ids
 */
public record Resolution(
        Outcome outcome,
        ReportId report,
        List<Known> remember,
        Set<Block> left,
        Set<Block> entered,
        List<IncidentChange> changes) {

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
        left = Set.copyOf(left);
        entered = Set.copyOf(entered);
        changes = List.copyOf(changes);
    }

    static Resolution unchanged(Outcome outcome, ReportId report) {
        return new Resolution(outcome, report, List.of(), Set.of(), Set.of(), List.of());
    }
}
