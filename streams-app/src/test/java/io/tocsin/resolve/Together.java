package io.tocsin.resolve;

import io.tocsin.incident.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The incidents of a few reports, worked out the plain way: every pair scored, links joined strongest first. */
final class Together {

    private record Link(Report one, Report other, double score) {}

    private Together() {}

    static Set<Set<Report>> incidents(List<Report> reports) {
        PairScore pairs = new PairScore(WeightTable.shipped());
        Agreement agreement = new Agreement(pairs);
        List<Link> links = new ArrayList<>();
        for (Report one : reports) {
            for (Report other : reports) {
                Score score = pairs.score(one, other);
                if (one.id().compareTo(other.id()) < 0 && pairs.links(score)) {
                    links.add(new Link(one, other, score.total()));
                }
            }
        }
        links.sort(Comparator.comparingDouble((Link link) -> -link.score())
                .thenComparing(link -> link.one().id())
                .thenComparing(link -> link.other().id()));
        List<Set<Report>> groups = new ArrayList<>();
        reports.forEach(report -> groups.add(Set.of(report)));
        for (Link link : links) {
            Set<Report> one = of(groups, link.one());
            Set<Report> other = of(groups, link.other());
            if (one != other && agreement.between(one, other)) {
                groups.remove(one);
                groups.remove(other);
                Set<Report> joined = new HashSet<>(one);
                joined.addAll(other);
                groups.add(joined);
            }
        }
        return new HashSet<>(groups);
    }

    private static Set<Report> of(List<Set<Report>> groups, Report report) {
        return groups.stream()
                .filter(group -> group.contains(report))
                .findFirst()
                .orElseThrow();
    }
}
