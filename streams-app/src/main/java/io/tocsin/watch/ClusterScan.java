package io.tocsin.watch;

import io.tocsin.places.Coordinates;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one rule counts in the clusters of a country, wherever they lie. The incidents within the radius of a point at
 * which one of them was are a core wherever they hold a level in a window that the one at the point lies in. Cores are
 * one cluster if they share an incident, or if their points lie within the radius of each other and their stretches are
 * one. A cluster is an episode, and its incidents are those of its cores.
 */
final class ClusterScan implements Scan {

    /** Incidents within the radius of a point, and where they hold a level. */
    private record Core(Coordinates point, Stretch stretch, List<Fact> facts) {}

    /** An episode and all that lies in its windows. */
    private record Cluster(Episode episode, List<Fact> facts) {}

    private final Ledger ledger;
    private final Rule rule;
    private final Scope scope;
    private final Coverage coverage;
    private final double km;
    private final Map<Episode, List<Fact>> derived = new HashMap<>();

    ClusterScan(Ledger ledger, Rule rule, Scope scope, double km, Coverage coverage) {
        this.ledger = ledger;
        this.rule = rule;
        this.scope = scope;
        this.km = km;
        this.coverage = coverage;
    }

    @Override
    public Rule rule() {
        return rule;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    @Override
    public Scope scope(Episode episode) {
        List<Fact> facts = facts(episode);
        Fact newest = facts.get(facts.size() - 1);
        return Scope.cluster(
                scope, episode.circle().orElseThrow().centre(), newest.place().name());
    }

    @Override
    public List<Fact> newest(int most, Episode episode) {
        List<Fact> counted = facts(episode).stream().filter(rule::counts).toList();
        return counted.subList(Math.max(0, counted.size() - most), counted.size());
    }

    @Override
    public int perhaps(Episode episode) {
        return 0;
    }

    @Override
    public Optional<Outlook> outlook(Episode episode) {
        return past(episode.circle().orElseThrow().centre()).outlook(episode.last());
    }

    @Override
    public List<Episode> all() {
        Set<Coordinates> points = new LinkedHashSet<>();
        Scope whole = new Scope(Scope.Kind.COUNTRY, country(), scope.names());
        for (Fact fact : ledger.forward(whole, Instant.MIN, Instant.MAX)) {
            if (Per.point(fact).isPresent() && rule.isReachedBy(fact)) {
                points.add(point(fact));
            }
        }
        return episodes(points, Instant.MIN, Instant.MAX);
    }

    @Override
    public Difference difference(List<Fact> removed, List<Fact> added, List<Announced> standing) {
        List<Fact> changed = new ArrayList<>(removed);
        changed.addAll(added);
        Set<Fact> sorted = new TreeSet<>(changed);
        Instant earliest = sorted.iterator().next().at().minus(rule.within());
        Instant latest = changed.stream()
                .map(Fact::at)
                .max(Instant::compareTo)
                .orElseThrow()
                .plus(rule.within());
        if (rule.unusual().isPresent()) {
            latest = latest.plus(rule.history()).plus(rule.within());
        }
        Set<Coordinates> points = new LinkedHashSet<>();
        changed.forEach(fact -> points.add(point(fact)));
        Set<Announced> touched = new LinkedHashSet<>();
        List<Episode> after;
        boolean wider;
        do {
            for (Announced alert : touched) {
                Episode episode = alert.episode();
                Instant start = episode.from().minus(rule.within());
                earliest = start.isBefore(earliest) ? start : earliest;
                latest = episode.until().isAfter(latest) ? episode.until() : latest;
            }
            after = episodes(around(points, touched, earliest, latest), earliest, latest);
            wider = false;
            for (Announced alert : standing) {
                wider |= isTouched(alert.episode(), changed, after) && touched.add(alert);
            }
        } while (wider);
        return new Difference(List.copyOf(touched), after);
    }

    /** Whether what changed lies in reach of the cluster, or what is there now may be one with it. */
    private boolean isTouched(Episode told, List<Fact> changed, List<Episode> after) {
        Circle circle = told.circle().orElseThrow();
        for (Fact fact : changed) {
            boolean matters = told.counts(fact.at(), rule.within()) || isJudgedBy(told, fact);
            if (matters && circle.centre().kilometresTo(point(fact)) <= circle.km() + km + 1) {
                return true;
            }
        }
        for (Episode episode : after) {
            Circle other = episode.circle().orElseThrow();
            boolean near = circle.centre().kilometresTo(other.centre()) <= circle.km() + other.km() + 2 * km + 1;
            Instant start = told.from().minus(rule.within()).minus(rule.quiet());
            Instant end = told.until().plus(rule.within()).plus(rule.quiet());
            if (near && episode.until().isAfter(start) && episode.from().isBefore(end)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the past by which a window of the episode is unusual may hold the fact. */
    private boolean isJudgedBy(Episode told, Fact fact) {
        Instant end = fact.at().plus(rule.history()).plus(rule.within()).plus(rule.within());
        return rule.unusual().isPresent()
                && told.until().isAfter(fact.at())
                && !told.first().isAfter(end);
    }

    /** Points at which something is counted, near what changed or in the clusters that are touched. */
    private Set<Coordinates> around(
            Collection<Coordinates> changed, Collection<Announced> touched, Instant from, Instant until) {
        Set<Coordinates> points = new LinkedHashSet<>();
        changed.forEach(point -> addPoints(point, km, from, until, points));
        for (Announced alert : touched) {
            Circle circle = alert.episode().circle().orElseThrow();
            addPoints(circle.centre(), circle.reach(), from, until, points);
        }
        return points;
    }

    private void addPoints(Coordinates centre, double reach, Instant from, Instant until, Set<Coordinates> points) {
        for (Fact fact : ledger.near(country(), centre, reach, from, until)) {
            if (rule.isReachedBy(fact)) {
                points.add(point(fact));
            }
        }
    }

    /** The clusters of all cores that the points lead to. */
    private List<Episode> episodes(Set<Coordinates> points, Instant from, Instant until) {
        Map<Coordinates, List<Core>> cores = new LinkedHashMap<>();
        Deque<Coordinates> open = new ArrayDeque<>(points);
        while (!open.isEmpty()) {
            Coordinates point = open.remove();
            if (!cores.containsKey(point)) {
                List<Core> here = cores(point, from, until);
                cores.put(point, here);
                if (!here.isEmpty()) {
                    Set<Coordinates> near = new LinkedHashSet<>();
                    addPoints(point, 2 * km, from, until, near);
                    open.addAll(near);
                }
            }
        }
        List<Core> all = cores.values().stream().flatMap(List::stream).toList();
        List<Episode> episodes = new ArrayList<>();
        for (List<Core> together : together(all)) {
            Cluster cluster = cluster(together);
            derived.put(cluster.episode(), cluster.facts());
            episodes.add(cluster.episode());
        }
        return episodes;
    }

    private List<Core> cores(Coordinates point, Instant from, Instant until) {
        List<Fact> near = new ArrayList<>();
        List<Fact> counted = new ArrayList<>();
        Set<Instant> atPoint = new HashSet<>();
        for (Fact fact : ledger.near(country(), point, km, from, until)) {
            if (rule.match().test(fact)) {
                near.add(fact);
                if (rule.counts(fact)) {
                    counted.add(fact);
                    if (point(fact).equals(point)) {
                        atPoint.add(fact.at());
                    }
                }
            }
        }
        List<Stretch> stretches = Sweep.stretches(counted, rule);
        rule.unusual().ifPresent(unusual -> addUnusual(point, counted, unusual, stretches));
        List<Core> cores = new ArrayList<>();
        for (Stretch stretch : stretches) {
            Instant oldest = stretch.until().minus(rule.within());
            boolean holdsOneHere = atPoint.stream().anyMatch(at -> !at.isBefore(oldest) && !at.isAfter(stretch.from()));
            if (holdsOneHere) {
                Instant start = stretch.from().minus(rule.within());
                cores.add(new Core(
                        point,
                        stretch,
                        near.stream()
                                .filter(fact ->
                                        fact.at().isAfter(start) && fact.at().isBefore(stretch.until()))
                                .toList()));
            }
        }
        return cores;
    }

    private void addUnusual(Coordinates point, List<Fact> counted, Unusual unusual, List<Stretch> stretches) {
        Past past = past(point);
        for (Fact fact : counted) {
            past.unusualUntil(fact.at(), unusual)
                    .ifPresent(until -> stretches.add(new Stretch(fact.at(), until, unusual.severity())));
        }
    }

    /** Cores that are one cluster, each with all that it is one with. */
    private List<List<Core>> together(List<Core> cores) {
        int[] parent = new int[cores.size()];
        Map<String, Integer> byIncident = new HashMap<>();
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            for (Fact fact : cores.get(i).facts()) {
                Integer other = rule.counts(fact) ? byIncident.putIfAbsent(fact.incident(), i) : null;
                if (other != null) {
                    parent[root(parent, i)] = root(parent, other);
                }
            }
        }
        for (int i = 0; i < parent.length; i++) {
            for (int j = 0; j < i; j++) {
                if (root(parent, i) != root(parent, j) && touch(cores.get(i), cores.get(j))) {
                    parent[root(parent, i)] = root(parent, j);
                }
            }
        }
        Map<Integer, List<Core>> together = new LinkedHashMap<>();
        for (int i = 0; i < parent.length; i++) {
            together.computeIfAbsent(root(parent, i), root -> new ArrayList<>()).add(cores.get(i));
        }
        return List.copyOf(together.values());
    }

    private static int root(int[] parent, int of) {
        int root = of;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    private boolean touch(Core one, Core other) {
        return one.stretch().joins(other.stretch(), rule.quiet()) && one.point().kilometresTo(other.point()) <= km;
    }

    private Cluster cluster(List<Core> cores) {
        Set<Fact> facts = new TreeSet<>();
        Stretch stretch = cores.get(0).stretch();
        for (Core core : cores) {
            facts.addAll(core.facts());
            stretch = stretch.join(core.stretch());
        }
        List<Fact> all = List.copyOf(facts);
        List<Fact> counted = all.stream().filter(rule::counts).toList();
        Episode episode = new Episode(
                stretch.from(),
                stretch.until(),
                counted.get(0).at(),
                counted.get(counted.size() - 1).at(),
                stretch.severity(),
                Tally.of(all, rule),
                Optional.of(Circle.around(counted.stream().map(this::point).toList())));
        return new Cluster(episode, all);
    }

    /** All that lies in the windows of the episode, found again where it was derived before. */
    private List<Fact> facts(Episode episode) {
        if (!derived.containsKey(episode)) {
            Instant from = episode.from().minus(rule.within());
            Circle circle = episode.circle().orElseThrow();
            Set<Coordinates> points = new LinkedHashSet<>();
            addPoints(circle.centre(), circle.reach(), from, episode.until(), points);
            episodes(points, from, episode.until());
        }
        return derived.getOrDefault(episode, List.of());
    }

    private Past past(Coordinates point) {
        Past.Reading reading = (from, until) -> {
            List<Fact> counted = new ArrayList<>();
            for (Fact fact : ledger.near(country(), point, km, from, until)) {
                if (rule.isReachedBy(fact)) {
                    counted.add(fact);
                }
            }
            return counted;
        };
        return new Past(rule, reading, coverage.since(country()));
    }

    private Coordinates point(Fact fact) {
        return Per.point(fact).orElseThrow();
    }

    private String country() {
        return scope.names().get(0);
    }
}
