package io.tocsin.resolve;

import io.tocsin.incident.ReportId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reports that hang together by links. Splits into clusters: one for each event that they speak of. */
record Component(Map<ReportId, Known> members, Map<Pair, Link> links) {

    private static final Comparator<Map.Entry<Pair, Link>> STRONGEST_FIRST = Comparator.comparingDouble(
                    (Map.Entry<Pair, Link> entry) -> -entry.getValue().score())
            .thenComparing(Map.Entry::getKey);

    /**
     * Accepts links in order of score, ties by id, unless one would bring two reports together that cannot belong to
     * one incident. The result depends on the set of reports alone.
     */
    Collection<Cluster> clusters(Matching matching) {
        Map<ReportId, Cluster> clusterOf = new HashMap<>();
        for (Known member : members.values()) {
            clusterOf.put(member.id(), Cluster.of(member));
        }
        List<Map.Entry<Pair, Link>> strongestFirst = new ArrayList<>(links.entrySet());
        strongestFirst.sort(STRONGEST_FIRST);
        for (Map.Entry<Pair, Link> link : strongestFirst) {
            Cluster one = clusterOf.get(link.getKey().lower());
            Cluster other = clusterOf.get(link.getKey().higher());
            boolean apart = !one.equals(other);
            if (apart && one.mayJoin(other, matching)) {
                Cluster joined = one.join(other, link.getKey(), link.getValue());
                joined.members().forEach(member -> clusterOf.put(member.id(), joined));
            }
        }
        return clusterOf.entrySet().stream()
                .filter(cluster -> cluster.getValue().head().id().equals(cluster.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
