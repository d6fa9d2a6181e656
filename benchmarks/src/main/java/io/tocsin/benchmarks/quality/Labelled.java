package io.tocsin.benchmarks.quality;

import io.tocsin.incident.Report;

/** A report, and the event that it truly speaks of, which the report itself does not tell. */
record Labelled(Report report, String event) {}
