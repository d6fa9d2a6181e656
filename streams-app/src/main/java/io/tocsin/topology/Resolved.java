package io.tocsin.topology;

import io.tocsin.incident.IncidentChange;
import java.util.List;

/** What was told, and the incidents that it changed. */
record Resolved(Told told, List<IncidentChange> changes) {}
