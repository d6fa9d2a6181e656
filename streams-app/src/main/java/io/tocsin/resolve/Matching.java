package io.tocsin.resolve;

import io.tocsin.incident.Report;
import io.tocsin.incident.ReportId;
import java.util.List;
import java.util.Optional;

/** Decides which reports speak of one event. Pure, symmetric and thread-safe. */
public interface Matching {

    /** The blocks that the report lies in. Reports that share none are never linked. */
    List<Block> blocks(Report report);

    /** Whether the two may ever belong to one incident, as far as their ids tell. */
    boolean mayLink(ReportId one, ReportId other);

    /** The link between the two; empty where they speak of different events. */
    Optional<Link> link(Report one, Report other);
}
