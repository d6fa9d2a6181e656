package io.tocsin.resolve;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.Report;
import io.tocsin.incident.ReportId;
import io.tocsin.resolve.Resolution.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Turns reports into changes of incidents. What is known before and after one report are two sets of reports; the
 * incidents of each are a function of the set; the difference is what changed. So any order of arrival, with repeats,
 * revisions and retractions, ends in the same incidents. Pure and thread-safe.
 */
public final class Resolver {

    private final Matching matching;
    private final Bounds bounds;

    public Resolver(Matching matching) {
        this(matching, Bounds.DEFAULT);
    }

    Resolver(Matching matching, Bounds bounds) {
        this.matching = matching;
        this.bounds = bounds;
    }

    /** What the report leads to, given what is known. The report must have been placed. */
    public Resolution resolve(Report report, KnownReports before) {
        return resolve(report, new AskedOnce(before));
    }

    private Resolution resolve(Report report, AskedOnce known) {
        Known fresh = new Known(report, report.publishedAt(), 0);
        List<Home> homes = matching.homes(fresh);
        if (homes.get(0).day() < known.firstDay()) {
            return Resolution.unchanged(Optional.of(Outcome.TOO_OLD));
        }
        Optional<Known> before = known.find(report.id());
        Outcome outcome = before.map(b -> outcome(report, b.report()))
                .orElse(report.retracted() ? Outcome.RETRACTED : Outcome.NEW);
        Known after = before.map(b -> after(fresh, b, outcome)).orElse(fresh);
        if (before.isPresent() && before.get().equals(after)) {
            return Resolution.unchanged(Optional.of(outcome));
        }
        if (before.isEmpty() && standsAlone(fresh, homes, known)) {
            return alone(after);
        }
        return difference(outcome, known, after);
    }

    /** Whether a new report can have to do with none that is known, as far as their sources tell: so it is for most. */
    private boolean standsAlone(Known fresh, List<Home> homes, AskedOnce known) {
        Report report = fresh.report();
        if (report.retracted() || !known.rulings(report.id()).isEmpty()) {
            return false;
        }
        for (Home home : homes) {
            for (Block block : home.blocks()) {
                if (known.size(block) == bounds.crowd()) {
                    return false;
                }
            }
        }
        for (Blocks blocks : matching.near(fresh)) {
            if (known.mayHold(blocks, source -> matching.mayLink(report, source))) {
                return false;
            }
        }
        return true;
    }

    /** What {@link #difference} finds for a new report that links to none: an incident of its own. */
    private static Resolution alone(Known report) {
        Incident incident = Merging.incident(IncidentId.of(report.report()), 0, Cluster.of(report));
        IncidentChange change =
                new IncidentChange(incident.id(), 0, Optional.empty(), Optional.of(incident), Optional.empty());
        return new Resolution(
                Optional.of(Outcome.NEW), List.of(report.withAnnounced(1)), Map.of(), List.of(change), Set.of());
    }

    private static Outcome outcome(Report report, Report known) {
        if (report.revision() < known.revision()) {
            return Outcome.STALE;
        }
        if (report.revision() > known.revision()) {
            return report.retracted() ? Outcome.RETRACTED : Outcome.REVISED;
        }
        return Wording.same(report, known) ? Outcome.REPEAT : Outcome.CONTRADICTION;
    }

    private static Known after(Known fresh, Known before, Outcome outcome) {
        Report report = fresh.report();
        Report known = before.report();
        Report winner = switch (outcome) {
            case NEW, REVISED, RETRACTED -> report;
            case REPEAT, STALE, TOO_OLD -> known;
            case CONTRADICTION -> Wording.greater(report, known);
        };
        Instant first = before.firstPublishedAt().isBefore(report.publishedAt())
                ? before.firstPublishedAt()
                : report.publishedAt();
        return new Known(winner, first, before.announced());
    }

    /** What operators' ruling on pairs of reports leads to, given what is known; a newer one on a pair stands. */
    public Resolution rule(Ruling ruling, Set<Pair> on, KnownReports before) {
        AskedOnce known = new AskedOnce(before);
        Map<Pair, Ruling> fresh = new HashMap<>();
        for (Pair pair : on) {
            Ruling said = known.rulings(pair.lower()).get(pair.higher());
            if (said == null || ruling.newerThan(said)) {
                fresh.put(pair, ruling);
            }
        }
        if (fresh.isEmpty()) {
            return Resolution.unchanged(Optional.empty());
        }
        Map<ReportId, Known> remember = new TreeMap<>();
        List<IncidentChange> changes = changes(Worlds.through(fresh, known, matching, bounds), known, remember);
        return new Resolution(Optional.empty(), changedOnly(remember.values(), known), fresh, changes, Set.of());
    }

    private Resolution difference(Outcome outcome, AskedOnce known, Known after) {
        Worlds worlds = Worlds.through(after, known, matching, bounds);
        Map<ReportId, Known> remember = new TreeMap<>(Map.of(after.id(), after));
        List<IncidentChange> changes = changes(worlds, known, remember);
        return new Resolution(
                Optional.of(outcome),
                changedOnly(remember.values(), known),
                Map.of(),
                changes,
                worlds.now().boundsOn(after.id()));
    }

    private static Collection<Cluster> clusters(Set<ReportId> of, World world) {
        List<Cluster> clusters = new ArrayList<>();
        Set<ReportId> done = new HashSet<>();
        for (ReportId id : of) {
            Optional<Known> known = world.find(id);
            if (known.isPresent() && done.add(id)) {
                Component component = world.component(known.get());
                if (component.tooLarge()) {
                    clusters.add(Cluster.of(known.get()));
                } else {
                    done.addAll(component.members().keySet());
                    clusters.addAll(component.clusters());
                }
            }
        }
        return clusters;
    }

    /** @param remember takes the heads of the incidents that changed */
    private static List<IncidentChange> changes(Worlds worlds, AskedOnce known, Map<ReportId, Known> remember) {
        Set<ReportId> affected = worlds.affected();
        List<IncidentChange> changes = new ArrayList<>();
        compare(
                clusters(affected, worlds.old()),
                clusters(affected, worlds.now()),
                head -> remember.computeIfAbsent(head, id -> known.find(id).orElseThrow()),
                (counted, change) -> {
                    remember.put(counted.id(), counted);
                    changes.add(change);
                });
        return changes;
    }

    private static void compare(Collection<Cluster> was, Collection<Cluster> now, Heads heads, Announcing announcing) {
        Map<String, Cluster> before = byIncident(was);
        Map<String, Cluster> after = byIncident(now);
        for (String id : with(new TreeSet<>(before.keySet()), after.keySet())) {
            Optional<Cluster> one = Optional.ofNullable(before.get(id));
            Optional<Cluster> other = Optional.ofNullable(after.get(id));
            Known head = heads.known(one.or(() -> other).orElseThrow().head().id());
            int revision = head.announced();
            Optional<Incident> old = one.map(cluster -> Merging.incident(id, revision, cluster));
            Optional<Incident> next = other.map(cluster -> Merging.incident(id, revision, cluster));
            if (!old.equals(next)) {
                Optional<String> survivor = next.isPresent() ? Optional.empty() : survivor(one.orElseThrow(), now);
                announcing.announce(
                        head.withAnnounced(revision + 1), new IncidentChange(id, revision, old, next, survivor));
            }
        }
    }

    /**
     * The incident that the reports of one that is gone now belong to: that of its oldest report that still stands. One in
     * another country is none, as it may be another task's.
     */
    private static Optional<String> survivor(Cluster gone, Collection<Cluster> now) {
        return gone.members().stream()
                .flatMap(member -> now.stream()
                        .filter(cluster -> cluster.country().equals(gone.country()) && cluster.contains(member.id())))
                .findFirst()
                .map(cluster -> IncidentId.of(cluster.head().report()));
    }

    private static Map<String, Cluster> byIncident(Collection<Cluster> clusters) {
        Map<String, Cluster> byId = new TreeMap<>();
        clusters.forEach(cluster -> byId.put(IncidentId.of(cluster.head().report()), cluster));
        return byId;
    }

    private static List<Known> changedOnly(Collection<Known> remember, KnownReports known) {
        return remember.stream()
                .filter(k -> !known.find(k.id()).equals(Optional.of(k)))
                .toList();
    }

    private static <T, S extends Set<T>> S with(S set, Collection<T> more) {
        set.addAll(more);
        return set;
    }

    private interface Heads {
        Known known(ReportId head);
    }

    private interface Announcing {
        void announce(Known head, IncidentChange change);
    }
}
