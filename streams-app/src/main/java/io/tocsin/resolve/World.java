package io.tocsin.resolve;

import io.tocsin.incident.ReportId;
import io.tocsin.resolve.Resolution.Bound;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The reports that stand, who matches whom, and what operators said of it; finds the reports that hang together. */
final class World {

    private final Bounds bounds;
    private final StandingReports standing;
    private final Neighbours neighbours;
    private final AskedOnce known;
    private final Map<Pair, Ruling> rulings;
    private final Map<ReportId, Component> components = new HashMap<>();
    private final Map<ReportId, Map<ReportId, Match>> matches = new HashMap<>();

    /** @param rulings those that this world has in the place of what is known */
    World(Bounds bounds, StandingReports standing, Neighbours neighbours, AskedOnce known, Map<Pair, Ruling> rulings) {
        this.bounds = bounds;
        this.standing = standing;
        this.neighbours = neighbours;
        this.known = known;
        this.rulings = rulings;
    }

    /** The report, if it stands in this world. */
    Optional<Known> find(ReportId id) {
        return standing.find(id);
    }

    /** The report, which stands, and every one that is linked to it, directly or through others. */
    Component component(Known start) {
        Component found = components.get(start.id());
        if (found == null) {
            found = explore(start);
            for (ReportId member : found.members().keySet()) {
                components.put(member, found);
            }
        }
        return found;
    }

    private Component explore(Known start) {
        Map<ReportId, Known> members = new LinkedHashMap<>();
        Deque<Known> open = new ArrayDeque<>();
        members.put(start.id(), start);
        open.add(start);
        while (!open.isEmpty() && !bounds.tooLarge(members.size())) {
            for (Match match : matches(open.poll()).values()) {
                if (match.link().holds() && members.putIfAbsent(match.other().id(), match.other()) == null) {
                    open.add(match.other());
                }
            }
        }
        return new Component(this, members, bounds.tooLarge(members.size()));
    }

    /** What the report ran into, if it stands. */
    Set<Bound> boundsOn(ReportId id) {
        Set<Bound> reached = EnumSet.noneOf(Bound.class);
        find(id).ifPresent(report -> {
            if (standing.isInACrowd(report)) {
                reached.add(Bound.CROWDED_BLOCK);
            }
            if (component(report).tooLarge()) {
                reached.add(Bound.LARGE_COMPONENT);
            }
        });
        return reached;
    }

    /** Those that match the report, well or almost. */
    Map<ReportId, Match> matches(Known report) {
        return matches.computeIfAbsent(report.id(), id -> match(report));
    }

    private Map<ReportId, Match> match(Known report) {
        Map<ReportId, Match> found = new LinkedHashMap<>();
        Map<ReportId, Ruling> said = rulingsOn(report.id());
        said.forEach((other, ruling) -> {
            if (ruling.kind() == Ruling.Kind.TOGETHER) {
                find(other)
                        .filter(k -> k.told().country().equals(report.told().country()))
                        .ifPresent(k ->
                                found.put(other, new Match(k, new Link(Link.RULED, List.of(ruling.inWords())))));
            }
        });
        neighbours.of(report).forEach((other, link) -> {
            Ruling ruling = said.get(other);
            if (ruling == null || ruling.kind() == Ruling.Kind.OPEN) {
                found.put(other, new Match(find(other).orElseThrow(), link));
            }
        });
        return found;
    }

    /**
     * Whether the two reports may belong to one incident when others tie them: they match at least almost. Without this,
     * chains of links would run through busy towns.
     */
    boolean mayShareAnIncident(Known one, Known other) {
        return matches(one).containsKey(other.id());
    }

    private Map<ReportId, Ruling> rulingsOn(ReportId id) {
        if (rulings.isEmpty()) {
            return known.rulings(id);
        }
        Map<ReportId, Ruling> all = new HashMap<>(known.rulings(id));
        rulings.forEach((pair, ruling) -> {
            if (pair.has(id)) {
                all.put(pair.other(id), ruling);
            }
        });
        return all;
    }
}
