package io.tocsin.topology;

import io.tocsin.incident.IncidentChange;
import java.util.List;

/** A statement, and the incidents that it changed. */
record Resolved(Statement statement, List<IncidentChange> changes) implements Heard {}
