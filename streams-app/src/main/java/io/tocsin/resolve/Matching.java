package io.tocsin.resolve;

import io.tocsin.incident.Report;
import io.tocsin.incident.ReportId;
import java.util.List;
import java.util.Optional;

/** Decides which reports speak of one event. Pure and thread-safe. */
public interface Matching {

    /** The block that the report is kept in. */
    Block home(Report report);

    /**
     * The blocks in which reports that speak of the same event may be kept; reports elsewhere are never linked to it. The
     * home of one report is near the other if and only if the home of the other is near the one.
     */
    List<Block> near(Report report);

    /** Whether the report may ever belong to one incident with one of that id, as far as ids tell. */
    boolean mayLink(Report report, ReportId other);

    /**
     * How well two reports match whose ids allow it; empty where they do not even almost. The same whichever comes first.
     */
    Optional<Link> compare(Report one, Report other);
}
