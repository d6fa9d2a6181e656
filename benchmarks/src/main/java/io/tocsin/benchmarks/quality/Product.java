package io.tocsin.benchmarks.quality;

import io.tocsin.incident.Incident.Member;
import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.Report;
import io.tocsin.incident.ReportId;
import io.tocsin.incident.Target;
import io.tocsin.places.Placing;
import io.tocsin.resolve.Matching;
import io.tocsin.resolve.ReportsInMemory;
import io.tocsin.resolve.Resolution;
import io.tocsin.resolve.Resolver;
import io.tocsin.resolve.ScoredMatching;
import io.tocsin.resolve.WeightTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The incidents that the product itself makes of reports which arrive one by one: placed, found, compared, merged. */
final class Product {

    private final Placing placing;
    private final WeightTable table;
    private int unlinked;

    Product(Placing placing, WeightTable table) {
        this.placing = placing;
        this.table = table;
    }

    /** By report, the number of its incident. */
    int[] groups(List<Labelled> reports) {
        Matching matching = new ScoredMatching(table);
        Resolver resolver = new Resolver(matching);
        ReportsInMemory known = new ReportsInMemory(matching);
        Map<ReportId, Integer> indexes = new HashMap<>();
        Map<String, List<Member>> standing = new HashMap<>();
        for (int i = 0; i < reports.size(); i++) {
            Report report = placed(reports.get(i).report());
            indexes.put(report.id(), i);
            Resolution resolution = resolver.resolve(report, known);
            known.apply(resolution);
            unlinked += resolution.bounds().isEmpty() ? 0 : 1;
            for (IncidentChange change : resolution.changes()) {
                standing.remove(change.id());
                change.after().ifPresent(incident -> standing.put(incident.id(), incident.members()));
            }
        }
        int[] groups = new int[reports.size()];
        int number = 0;
        for (List<Member> members : standing.values()) {
            for (Member member : members) {
                groups[indexes.get(member.report())] = number;
            }
            number++;
        }
        return groups;
    }

    /** How many reports ran into a bound, so that they were linked to none. */
    int unlinked() {
        return unlinked;
    }

    private Report placed(Report report) {
        List<String> alsoNamed =
                report.target().flatMap(Target::name).map(List::of).orElse(List.of());
        return report.at(placing.place(report.place(), alsoNamed).place());
    }
}
