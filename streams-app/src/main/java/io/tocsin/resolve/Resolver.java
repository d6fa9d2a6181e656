package io.tocsin.resolve;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.Report;
import io.tocsin.incident.ReportId;
import io.tocsin.resolve.Resolution.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Turns reports into changes of incidents. What is known before and after one report are two sets of reports; the
 * incidents of each are a function of the set; the difference is what changed. So any order of arrival, with repeats,
 * revisions and retractions, ends in the same incidents. Pure and thread-safe.
 */
public final class Resolver {

    private final Matching matching;

    public Resolver(Matching matching) {
        this.matching = matching;
    }

    /** What the report leads to, given what is known. The report must have been placed. */
    public Resolution resolve(Report report, KnownReports before) {
        return resolve(report, new AskedOnce(before));
    }

    private Resolution resolve(Report report, AskedOnce known) {
        Optional<Known> before = known.find(report.id());
        Outcome outcome = before.map(b -> outcome(report, b.report()))
                .orElse(report.retracted() ? Outcome.RETRACTED : Outcome.NEW);
        Known after = after(report, before, outcome);
        if (before.isPresent() && before.get().equals(after)) {
            return Resolution.unchanged(outcome);
        }
        if (before.isEmpty() && standsAlone(report, known)) {
            return alone(after);
        }
        return difference(outcome, known, before, after);
    }

    /** Whether a new report can have to do with none that is known, as far as their ids tell: so it is for most. */
    private boolean standsAlone(Report report, AskedOnce known) {
        if (report.retracted()) {
            return false;
        }
        List<Block> near = matching.near(report);
        if (!near.isEmpty() && known.in(matching.home(report)).size() == World.CROWDED) {
            return false;
        }
        for (Block block : near) {
            for (ReportId id : known.in(block)) {
                if (matching.mayLink(report.id(), id)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What {@link #difference} finds for a new report that links to none: an incident of its own. */
    private static Resolution alone(Known report) {
        Incident incident = Merging.incident(IncidentId.of(report.id()), 0, Cluster.of(report));
        IncidentChange change =
                new IncidentChange(incident.id(), 0, Optional.empty(), Optional.of(incident), Optional.empty());
        return new Resolution(Outcome.NEW, List.of(report.withAnnounced(1)), List.of(change));
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

    private static Known after(Report report, Optional<Known> before, Outcome outcome) {
        if (before.isEmpty()) {
            return new Known(report, report.publishedAt(), 0);
        }
        Report known = before.get().report();
        Report winner = switch (outcome) {
            case NEW, REVISED, RETRACTED -> report;
            case REPEAT, STALE -> known;
            case CONTRADICTION -> Wording.greater(report, known);
        };
        Instant first = before.get().firstPublishedAt().isBefore(report.publishedAt())
                ? before.get().firstPublishedAt()
                : report.publishedAt();
        return new Known(winner, first, before.get().announced());
    }

    private Resolution difference(Outcome outcome, AskedOnce known, Optional<Known> before, Known after) {
        World old = new World(matching, known, after.id(), before);
        World now = new World(matching, known, after.id(), Optional.of(after));
        Set<ReportId> seeds = seeds(after.id(), old, now);
        Component found =
                now.component(with(seeds, old.component(seeds).members().keySet()));
        Component was = old.component(with(seeds, found.members().keySet()));
        List<IncidentChange> changes = new ArrayList<>();
        Map<ReportId, Known> remember = new TreeMap<>(Map.of(after.id(), after));
        compare(
                was.clusters(matching),
                found.clusters(matching),
                head -> remember.computeIfAbsent(head, id -> known.find(id).orElseThrow()),
                (counted, change) -> {
                    remember.put(counted.id(), counted);
                    changes.add(change);
                });
        return new Resolution(outcome, changedOnly(remember.values(), known, after), changes);
    }

    /** The report, and all of a block that turns crowded, or stops being so, through it. */
    private static Set<ReportId> seeds(ReportId subject, World old, World now) {
        Set<ReportId> seeds = new LinkedHashSet<>(Set.of(subject));
        Stream.concat(old.home().stream(), now.home().stream())
                .filter(block -> old.crowded(block) != now.crowded(block))
                .forEach(block -> seeds.addAll(old.in(block)));
        return seeds;
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

    /** The incident that the reports of one that is gone now belong to: that of its oldest report that still stands. */
    private static Optional<String> survivor(Cluster gone, Collection<Cluster> now) {
        return gone.members().stream()
                .flatMap(member -> now.stream().filter(cluster -> cluster.contains(member.id())))
                .findFirst()
                .map(cluster -> IncidentId.of(cluster.head().id()));
    }

    private static Map<String, Cluster> byIncident(Collection<Cluster> clusters) {
        Map<String, Cluster> byId = new TreeMap<>();
        clusters.forEach(cluster -> byId.put(IncidentId.of(cluster.head().id()), cluster));
        return byId;
    }

    private static List<Known> changedOnly(Collection<Known> remember, KnownReports known, Known after) {
        return remember.stream()
                .filter(k -> k.id().equals(after.id()) || !known.find(k.id()).equals(Optional.of(k)))
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
