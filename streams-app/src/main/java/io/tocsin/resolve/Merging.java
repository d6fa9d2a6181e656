package io.tocsin.resolve;

import io.tocsin.incident.Casualties;
import io.tocsin.incident.Category;
import io.tocsin.incident.Estimate;
import io.tocsin.incident.Family;
import io.tocsin.incident.Incident;
import io.tocsin.incident.Incident.Member;
import io.tocsin.incident.Occurrence;
import io.tocsin.incident.Perpetrator;
import io.tocsin.incident.Report;
import io.tocsin.incident.Target;
import io.tocsin.incident.TargetKind;
import io.tocsin.places.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the reports of one event say together. Members come oldest first; all ties go to the oldest. */
final class Merging {

    private static final Comparator<Report> NEWEST_FIRST =
            Comparator.comparing(Report::publishedAt).reversed();
    private static final Comparator<Report> MOST_RELIABLE_FIRST =
            Comparator.comparingDouble(report -> -report.source().reliability());
    private static final Comparator<Occurrence> SHARPEST_FIRST = Comparator.comparing(Occurrence::precision)
            .thenComparing(occurrence -> Duration.between(occurrence.from(), occurrence.until()));
    private static final Comparator<Place> MOST_PRECISE_FIRST = Comparator.comparing(Place::precision)
            .thenComparing(place -> place.coordinates().isEmpty());

    /** The share of a vote that a category has which says nothing of the kind of attack. */
    private static final double VAGUE = 0.01;

    /** An incident keeps so many tags and origins, the first by name. */
    private static final int MOST_NAMES = 100;

    private Merging() {}

    static Incident incident(String id, int revision, Cluster cluster) {
        List<Report> reports = cluster.members().stream().map(Known::report).toList();
        Report newest = first(reports, NEWEST_FIRST);
        return new Incident(
                id,
                revision,
                reports.stream().map(Report::occurrence).min(SHARPEST_FIRST).orElseThrow(),
                category(reports),
                reports.stream().map(Report::place).min(MOST_PRECISE_FIRST).orElseThrow(),
                target(reports),
                perpetrator(reports),
                new Casualties(estimate(reports, Casualties::killed), estimate(reports, Casualties::injured)),
                newest.quantity(),
                firstGiven(reports, MOST_RELIABLE_FIRST, Report::summary),
                firstGiven(reports, MOST_RELIABLE_FIRST, Report::evidence),
                List.copyOf(union(reports, Report::tags)),
                members(cluster),
                List.of(),
                List.copyOf(union(reports, Report::authorities)),
                confidence(reports),
                Collections.min(published(reports)),
                Collections.max(published(reports)));
    }

    private static Category category(List<Report> reports) {
        if (reports.size() == 1) {
            return reports.get(0).category();
        }
        Map<Category, Double> votes = new EnumMap<>(Category.class);
        for (Report report : reports) {
            double share = report.category().family() == Family.OTHER ? VAGUE : 1;
            votes.merge(report.category(), share * (VAGUE + report.source().reliability()), Double::sum);
        }
        return Collections.max(
                        votes.entrySet(),
                        Map.Entry.<Category, Double>comparingByValue()
                                .thenComparing(Map.Entry.<Category, Double>comparingByKey()
                                        .reversed()))
                .getKey();
    }

    private static Optional<Target> target(List<Report> reports) {
        Comparator<Target> mostTellingFirst = Comparator.<Target, Boolean>comparing(t -> t.kind() == TargetKind.UNKNOWN)
                .thenComparing(t -> t.affiliation().isEmpty())
                .thenComparing(t -> t.name().isEmpty());
        return reports.stream()
                .sorted(MOST_RELIABLE_FIRST)
                .flatMap(r -> r.target().stream())
                .min(mostTellingFirst);
    }

    private static Optional<Perpetrator> perpetrator(List<Report> reports) {
        return reports.stream()
                .sorted(MOST_RELIABLE_FIRST)
                .flatMap(r -> r.perpetrator().stream())
                .min(Comparator.comparing(Perpetrator::attribution));
    }

    private static Estimate estimate(List<Report> reports, Function<Casualties, Estimate> which) {
        return reports.stream()
                .sorted(NEWEST_FIRST)
                .map(report -> which.apply(report.casualties()))
                .filter(Estimate::isKnown)
                .findFirst()
                .orElse(Estimate.NONE);
    }

    private static List<Member> members(Cluster cluster) {
        List<Member> members = new ArrayList<>();
        for (Known known : cluster.members()) {
            List<Link> links = cluster.links().entrySet().stream()
                    .filter(link -> link.getKey().has(known.id()))
                    .sorted(Map.Entry.comparingByKey())
                    .map(Map.Entry::getValue)
                    .toList();
            double score = links.stream().mapToDouble(Link::score).sum();
            List<String> reasons = links.stream()
                    .flatMap(link -> link.reasons().stream())
                    .distinct()
                    .toList();
            members.add(new Member(known.id(), known.report().revision(), score, reasons));
        }
        return members;
    }

    /** One minus the probability that every independent origin is wrong; an origin is as good as its best source. */
    private static double confidence(List<Report> reports) {
        Map<String, Double> reliability = new TreeMap<>();
        for (Report report : reports) {
            for (String origin : report.authorities()) {
                reliability.merge(origin, report.source().reliability(), Math::max);
            }
        }
        double allWrong = 1;
        for (double reliable : reliability.values()) {
            allWrong *= 1 - reliable;
        }
        return 1 - allWrong;
    }

    private static Set<String> union(List<Report> reports, Function<Report, List<String>> which) {
        Set<String> all = new TreeSet<>();
        reports.forEach(report -> all.addAll(which.apply(report)));
        return all.stream().limit(MOST_NAMES).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Instant> published(List<Report> reports) {
        return reports.stream().map(Report::publishedAt).toList();
    }

    private static Report first(List<Report> reports, Comparator<Report> order) {
        return Collections.min(reports, order);
    }

    private static <T> Optional<T> firstGiven(
            List<Report> reports, Comparator<Report> order, Function<Report, Optional<T>> which) {
        return reports.stream()
                .sorted(order)
                .flatMap(report -> which.apply(report).stream())
                .findFirst();
    }
}
