package io.tocsin.topology;

import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.Report;
import java.util.List;

/** A report, and the incidents that it changed. */
record Resolved(Report report, List<IncidentChange> changes) {}
