package io.tocsin.resolve;

import io.tocsin.incident.Category;
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

    private static final Comparator<Target> MOST_TELLING_FIRST = Comparator.<Target, Boolean>comparing(
                    t -> t.kind() == TargetKind.UNKNOWN)
            .thenComparing(t -> t.affiliation().isEmpty())
            .thenComparing(t -> t.name().isEmpty());
    private static final Comparator<Perpetrator> BEST_ATTRIBUTED_FIRST = Comparator.comparing(Perpetrator::attribution);

    /** The share of a vote that a category has which says nothing of the kind of attack. */
    private static final double VAGUE = 0.01;

    /** An incident keeps so many tags and origins, the first by name. */
    private static final int MOST_NAMES = 100;

    private Merging() {}

    static Incident incident(String id, int revision, Cluster cluster) {
        List<Report> reports = new ArrayList<>(cluster.members().size());
        cluster.members().forEach(known -> reports.add(known.report()));
        List<Report> newestFirst = sorted(reports, NEWEST_FIRST);
        List<Report> mostReliableFirst = sorted(reports, MOST_RELIABLE_FIRST);
        return new Incident(
                id,
                revision,
                least(reports, Report::occurrence, SHARPEST_FIRST),
                category(reports),
                least(reports, Report::place, MOST_PRECISE_FIRST),
                leastGiven(mostReliableFirst, Report::target, MOST_TELLING_FIRST),
                leastGiven(mostReliableFirst, Report::perpetrator, BEST_ATTRIBUTED_FIRST),
                Figures.merged(newestFirst),
                newestFirst.get(0).quantity(),
                firstGiven(mostReliableFirst, Report::summary),
                firstGiven(mostReliableFirst, Report::evidence),
                union(reports, Report::tags),
                members(cluster),
                cluster.nearMisses(),
                origins(reports),
                confidence(reports),
                newestFirst.get(reports.size() - 1).publishedAt(),
                newestFirst.get(0).publishedAt());
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

    private static List<Member> members(Cluster cluster) {
        List<Member> members = new ArrayList<>(cluster.members().size());
        for (Known known : cluster.members()) {
            members.add(member(known, cluster.links()));
        }
        return members;
    }

    private static Member member(Known known, Map<Pair, Link> links) {
        if (links.isEmpty()) {
            return new Member(known.id(), known.report().revision(), 0, List.of());
        }
        List<Link> accepted = links.entrySet().stream()
                .filter(link -> link.getKey().has(known.id()))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
        double score = accepted.stream().mapToDouble(Link::score).sum();
        List<String> reasons = accepted.stream()
                .flatMap(link -> link.reasons().stream())
                .distinct()
                .toList();
        return new Member(known.id(), known.report().revision(), score, reasons);
    }

    /** One minus the probability that every independent origin is wrong; an origin is as good as its best source. */
    private static double confidence(List<Report> reports) {
        Map<String, Double> reliability = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
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

    /** The authorities, each once whatever its case, as it is written first in order. */
    private static List<String> origins(List<Report> reports) {
        Set<String> distinct = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        distinct.addAll(union(reports, Report::authorities));
        return List.copyOf(distinct);
    }

    private static List<String> union(List<Report> reports, Function<Report, List<String>> which) {
        Set<String> all = new TreeSet<>();
        for (Report report : reports) {
            all.addAll(which.apply(report));
        }
        List<String> first = new ArrayList<>(Math.min(all.size(), MOST_NAMES));
        for (String name : all) {
            if (first.size() < MOST_NAMES) {
                first.add(name);
            }
        }
        return first;
    }

    /** In that order; those that it does not tell apart stay oldest first. */
    private static List<Report> sorted(List<Report> reports, Comparator<Report> order) {
        List<Report> sorted = new ArrayList<>(reports);
        sorted.sort(order);
        return sorted;
    }

    private static <T> T least(List<Report> reports, Function<Report, T> which, Comparator<T> order) {
        T least = which.apply(reports.get(0));
        for (Report report : reports) {
            T other = which.apply(report);
            least = order.compare(other, least) < 0 ? other : least;
        }
        return least;
    }

    private static <T> Optional<T> leastGiven(
            List<Report> reports, Function<Report, Optional<T>> which, Comparator<T> order) {
        Optional<T> least = Optional.empty();
        for (Report report : reports) {
            Optional<T> other = which.apply(report);
            if (other.isPresent() && (least.isEmpty() || order.compare(other.get(), least.get()) < 0)) {
                least = other;
            }
        }
        return least;
    }

    private static <T> Optional<T> firstGiven(List<Report> reports, Function<Report, Optional<T>> which) {
        for (Report report : reports) {
            Optional<T> given = which.apply(report);
            if (given.isPresent()) {
                return given;
            }
        }
        return Optional.empty();
    }
}
