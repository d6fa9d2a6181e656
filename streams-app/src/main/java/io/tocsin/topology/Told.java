package io.tocsin.topology;

import io.tocsin.incident.Report;

/** What arrives at the resolver. */
sealed interface Told permits Told.ByASource, SaidOfReports {

    /** A report, placed. */
    record ByASource(Report report) implements Told {}
}
