package io.tocsin.resolve;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.Report;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The incidents of a few reports that arrive in that order. */
final class Together {

    private Together() {}

    static Set<Set<Report>> incidents(List<Report> reports) {
        Matching matching = new ScoredMatching(WeightTable.shipped());
        Resolver resolver = new Resolver(matching);
        ReportsInMemory known = new ReportsInMemory(matching);
        Map<String, Incident> standing = new HashMap<>();
        for (Report report : reports) {
            Resolution resolution = resolver.resolve(report, known);
            known.apply(resolution);
            for (IncidentChange change : resolution.changes()) {
                standing.remove(change.id());
                change.after().ifPresent(incident -> standing.put(incident.id(), incident));
            }
        }
        Set<Set<Report>> incidents = new HashSet<>();
        for (Incident incident : standing.values()) {
            incidents.add(incident.members().stream()
                    .map(member -> known.find(member.report()).orElseThrow().report())
                    .collect(Collectors.toSet()));
        }
        return incidents;
    }
}
