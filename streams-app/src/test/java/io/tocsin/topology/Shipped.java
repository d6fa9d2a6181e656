package io.tocsin.topology;

import io.tocsin.avro.Incident;
import io.tocsin.fixtures.Oracle.Happening;
import io.tocsin.incident.Report;
import io.tocsin.incident.Target;
import io.tocsin.places.Placing;
import io.tocsin.places.placing.GazetteerPlacing;
import io.tocsin.resolve.Matching;
import io.tocsin.resolve.ReportsInMemory;
import io.tocsin.resolve.Resolution;
import io.tocsin.resolve.Resolver;
import io.tocsin.resolve.ScoredMatching;
import io.tocsin.resolve.WeightTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The placing and the matching that the application is shipped with. */
public final class Shipped {

    static final Placing PLACING = GazetteerPlacing.load(Optional.empty());
    static final Matching MATCHING = new ScoredMatching(WeightTable.shipped());

    private Shipped() {}

    /** The incidents that all these reports together speak of, worked out without Kafka, one by one in this order. */
    public static Set<Happening> incidents(Collection<Report> reports) {
        Resolver resolver = new Resolver(MATCHING);
        ReportsInMemory known = new ReportsInMemory(MATCHING);
        List<Incident> records = new ArrayList<>();
        for (Report report : reports) {
            List<String> alsoNamed =
                    report.target().flatMap(Target::name).map(List::of).orElse(List.of());
            Report placed = report.at(PLACING.place(report.place(), alsoNamed).place());
            Resolution resolution = resolver.resolve(placed, known);
            known.apply(resolution);
            resolution.changes().forEach(change -> records.add(IncidentRecords.record(change)));
        }
        Published published = new Published();
        published.all(records, List.of());
        return published.incidents();
    }
}
