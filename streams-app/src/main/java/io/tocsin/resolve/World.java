package io.tocsin.resolve;

import io.tocsin.incident.ReportId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that is known, with what is at hand as it was, or as it becomes; finds the reports that hang together. */
final class World {

    private final Matching matching;
    private final Bounds bounds;
    private final AskedOnce known;
    private final Optional<ReportId> subject;
    private final Optional<Known> version;
    private final Optional<Block> home;
    private final Map<Pair, Ruling> rulings;
    private final Map<ReportId, Component> components = new HashMap<>();
    private final Map<ReportId, Map<ReportId, Match>> matches = new HashMap<>();

    private World(
            Matching matching,
            Bounds bounds,
            AskedOnce known,
            Optional<ReportId> subject,
            Optional<Known> version,
            Map<Pair, Ruling> rulings) {
        this.matching = matching;
        this.bounds = bounds;
        this.known = known;
        this.subject = subject;
        this.version = version.filter(v -> !v.report().retracted());
        this.home = this.version.map(v -> matching.home(v.report()));
        this.rulings = rulings;
    }

    /** @param version the subject in this world; empty when it is not in it */
    static World with(Matching matching, Bounds bounds, AskedOnce known, ReportId subject, Optional<Known> version) {
        return new World(matching, bounds, known, Optional.of(subject), version, Map.of());
    }

    /** @param rulings those that this world has in the place of what is known */
    static World with(Matching matching, Bounds bounds, AskedOnce known, Map<Pair, Ruling> rulings) {
        return new World(matching, bounds, known, Optional.empty(), Optional.empty(), rulings);
    }

    /** The subject's home in this world. */
    Optional<Block> home() {
        return home;
    }

    /** The reports that stand in the block in this world. */
    List<ReportId> in(Block block) {
        List<ReportId> ids = known.in(block);
        if (subject.isEmpty()) {
            return ids;
        }
        boolean subjectIsIn = home.isPresent() && home.get().equals(block);
        if (ids.contains(subject.get()) == subjectIsIn) {
            return ids;
        }
        List<ReportId> corrected = new ArrayList<>(ids);
        if (subjectIsIn) {
            corrected.add(subject.get());
        } else {
            corrected.remove(subject.get());
        }
        return corrected;
    }

    boolean crowded(Block block) {
        return bounds.crowded(in(block).size());
    }

    /** The report, if it stands in this world. */
    Optional<Known> find(ReportId id) {
        return subject.isPresent() && subject.get().equals(id)
                ? version
                : known.find(id).filter(k -> !k.report().retracted());
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

    /** Those that match the report, well or almost. */
    Map<ReportId, Match> matches(Known report) {
        return matches.computeIfAbsent(report.id(), id -> match(report));
    }

    private Map<ReportId, Match> match(Known report) {
        Map<ReportId, Match> found = new LinkedHashMap<>();
        rulingsOn(report.id()).forEach((other, ruling) -> {
            if (ruling.kind() == Ruling.Kind.TOGETHER) {
                find(other)
                        .ifPresent(k ->
                                found.put(other, new Match(k, new Link(Link.RULED, List.of(ruling.inWords())))));
            }
        });
        if (crowded(matching.home(report.report()))) {
            return found;
        }
        for (Block block : matching.near(report.report())) {
            List<ReportId> ids = in(block);
            if (bounds.crowded(ids.size())) {
                continue;
            }
            for (ReportId id : ids) {
                if (matching.mayLink(report.report(), id)
                        && !found.containsKey(id)
                        && ruling(report.id(), id) == Ruling.Kind.OPEN) {
                    find(id).filter(other -> matching.mayLink(other.report(), report.id()))
                            .ifPresent(other -> matching.compare(report.report(), other.report())
                                    .ifPresent(link -> found.put(id, new Match(other, link))));
                }
            }
        }
        return found;
    }

    /** Whether nothing forbids the two reports to belong to one incident. */
    boolean mayShareAnIncident(Known one, Known other) {
        return switch (ruling(one.id(), other.id())) {
            case TOGETHER -> true;
            case APART -> false;
            case OPEN -> matching.mayLink(one.report(), other.id()) && matching.mayLink(other.report(), one.id());
        };
    }

    private Ruling.Kind ruling(ReportId one, ReportId other) {
        Ruling changed = rulings.get(Pair.of(one, other));
        if (changed != null) {
            return changed.kind();
        }
        Ruling ruling = known.rulings(one).get(other);
        return ruling == null ? Ruling.Kind.OPEN : ruling.kind();
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
