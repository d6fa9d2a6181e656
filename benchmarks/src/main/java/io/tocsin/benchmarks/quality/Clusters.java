package io.tocsin.benchmarks.quality;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How well clusters of reports match the events that the reports speak of.
 *
 * @param precision B-cubed (Bagga and Baldwin 1998): of the reports in a report's cluster, those of its event
 * @param recall B-cubed: of the reports of a report's event, those in its cluster
 * @param clusters how many there are
 * @param merged how many of them hold reports of more than one event
 * @param mixed share of the events that have a report in a cluster with one of another event
 * @param whole share of the events with two or more reports that are exactly one cluster
 */
record Clusters(double precision, double recall, int clusters, int merged, double mixed, double whole) {

    /** @param clusterOf by report, a number for its cluster */
    static Clusters measure(List<Labelled> reports, int[] clusterOf) {
        Map<Integer, Map<String, Integer>> eventsOf = new HashMap<>();
        Map<String, Integer> sizeOfEvent = new HashMap<>();
        for (int i = 0; i < clusterOf.length; i++) {
            String event = reports.get(i).event();
            eventsOf.computeIfAbsent(clusterOf[i], unseen -> new HashMap<>()).merge(event, 1, Integer::sum);
            sizeOfEvent.merge(event, 1, Integer::sum);
        }
        double precision = 0;
        double recall = 0;
        int merged = 0;
        Set<String> mixed = new HashSet<>();
        Set<String> whole = new HashSet<>();
        for (Map<String, Integer> events : eventsOf.values()) {
            int size = events.values().stream().mapToInt(Integer::intValue).sum();
            if (events.size() > 1) {
                merged++;
                mixed.addAll(events.keySet());
            }
            for (Map.Entry<String, Integer> event : events.entrySet()) {
                double both = event.getValue();
                precision += both * both / size;
                recall += both * both / sizeOfEvent.get(event.getKey());
                if (events.size() == 1 && size > 1 && size == sizeOfEvent.get(event.getKey())) {
                    whole.add(event.getKey());
                }
            }
        }
        long several = sizeOfEvent.values().stream().filter(size -> size > 1).count();
        return new Clusters(
                precision / clusterOf.length,
                recall / clusterOf.length,
                eventsOf.size(),
                merged,
                (double) mixed.size() / sizeOfEvent.size(),
                several == 0 ? 1 : (double) whole.size() / several);
    }

    double f1() {
        return 2 * precision * recall / (precision + recall);
    }

    double mergedShare() {
        return (double) merged / clusters;
    }
}
