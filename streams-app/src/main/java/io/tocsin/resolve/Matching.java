package io.tocsin.resolve;

import io.tocsin.incident.Report;
import io.tocsin.places.Coordinates;
import java.util.List;
import java.util.Optional;

/** Decides which reports speak of one event. Pure and thread-safe. */
public interface Matching {

    /** Where the report is kept; the first tells how long. */
    List<Home> homes(Known report);

    /**
     * The blocks in which reports that speak of the same event may have a home. Two reports are compared if each has a
     * home in a block near the other.
     */
    List<Blocks> near(Known report);

    /** Whether the report may ever belong to one incident with another of that source, as far as that tells. */
    boolean mayLink(Report report, String source);

    /**
     * Where the report happened, if that alone can keep it from matching others of which it is told too; see {@link #apart}.
     */
    default Optional<Coordinates> spot(Known report) {
        return Optional.empty();
    }

    /** Whether no two reports match that happened in these spots, give or take a metre. */
    default boolean apart(Coordinates spot, Coordinates other) {
        return false;
    }

    /**
     * How well two reports match whose ids allow it; empty where they do not even almost. The same whichever comes first.
     */
    Optional<Link> compare(Known one, Known other);
}
