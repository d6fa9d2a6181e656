package io.tocsin.topology;

import io.tocsin.avro.AlertIncident;
import io.tocsin.watch.Fact;

/** The incidents that alerts listed last: those of an alert that grows are listed with each of its transitions. */
final class ListedIncidents {

    private static final int INCIDENTS_KEPT = 5_000;

    /** What is made of a fact, which never changes; of another fact of the incident it is made anew. */
    private record Made(Fact of, AlertIncident record) {}

    private final Lru<String, Made> kept = new Lru<>(INCIDENTS_KEPT);

    AlertIncident record(Fact fact) {
        Made made = kept.get(fact.incident());
        if (made == null || !made.of().equals(fact)) {
            made = new Made(fact, ListedIncident.of(AlertRecords.incident(fact)));
            kept.put(fact.incident(), made);
        }
        return made.record();
    }
}
