package io.tocsin.resolve;

import io.tocsin.incident.Report;
import io.tocsin.incident.ReportId;
import java.util.List;
import java.util.Optional;

/** Decides which reports speak of one event. Pure, symmetric and thread-safe. */
public interface Matching {

    /** The block that the report is kept in. */
    Block home(Report report);

    /**
     * The blocks in which reports that speak of the same event may be kept; reports elsewhere are never linked to it. The
     * home of one report is near the other if and only if the home of the other is near the one.
     */
    List<Block> near(Report report);

    /** Whether the two may ever belong to one incident, as far as their ids tell. */
    boolean mayLink(ReportId one, ReportId other);

    /** The link between the two; empty where they speak of different events. */
    Optional<Link> link(Report one, Report other);
}
