package io.tocsin.topology;

import io.tocsin.avro.AlertIncident;
import io.tocsin.watch.Fact;
import java.util.ArrayList;
import java.util.List;

/**
 * The incidents that alerts listed last: those of an alert that grows are listed with each of its transitions, and mostly
 * the very same ones when what it learns of is not among the newest.
 */
final class ListedIncidents {

    private static final int INCIDENTS_KEPT = 5_000;
    private static final int LISTS_KEPT = 500;

    /** What is made of a fact, which never changes; of another fact of the incident it is made anew. */
    private record Made(Fact of, AlertIncident record) {}

    /** The list of an alert. */
    private record Listed(List<Fact> of, List<AlertIncident> records) {}

    private final Lru<String, Made> kept = new Lru<>(INCIDENTS_KEPT);
    private final Lru<String, Listed> lists = new Lru<>(LISTS_KEPT);

    /** The records of the incidents that the alert lists, in the same order. */
    List<AlertIncident> records(String alert, List<Fact> incidents) {
        Listed listed = lists.get(alert);
        if (listed == null || !listed.of().equals(incidents)) {
            listed = new Listed(incidents, records(incidents));
            lists.put(alert, listed);
        }
        return listed.records();
    }

    private List<AlertIncident> records(List<Fact> incidents) {
        List<AlertIncident> records = new ArrayList<>(incidents.size());
        for (Fact fact : incidents) {
            records.add(record(fact));
        }
        return records;
    }

    private AlertIncident record(Fact fact) {
        Made made = kept.get(fact.incident());
        if (made == null || !made.of().equals(fact)) {
            made = new Made(fact, ListedIncident.of(AlertRecords.incident(fact)));
            kept.put(fact.incident(), made);
        }
        return made.record();
    }
}
