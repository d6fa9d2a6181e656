package io.tocsin.resolve;

import io.tocsin.incident.Report;
import io.tocsin.incident.ReportId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All that is known, with what is at hand as it was, or as it becomes; finds the reports that hang together. */
final class World {

    private final Matching matching;
    private final Bounds bounds;
    private final AskedOnce known;
    private final Optional<ReportId> subject;
    private final Optional<Known> version;
    private final List<Home> homes;
    private final List<Home> knownHomes;
    private final Map<Pair, Ruling> rulings;
    private final Map<ReportId, Component> components = new HashMap<>();
    private final Map<ReportId, Map<ReportId, Match>> matches = new HashMap<>();
    private final Map<ReportId, List<Home>> homesOf = new HashMap<>();
    private final Map<ReportId, List<Blocks>> nearOf = new HashMap<>();

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
        this.version = standing(version);
        this.homes = homes(this.version);
        this.knownHomes = homes(standing(subject.flatMap(known::find)));
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

    /** Where the subject is kept in this world. */
    List<Home> homes() {
        return homes;
    }

    /** The reports that stand in the block in this world. */
    List<ReportId> in(Block block) {
        List<ReportId> ids = known.in(block);
        boolean subjectIsIn = covers(block, homes);
        if (subjectIsIn == covers(block, knownHomes)) {
            return ids;
        }
        List<ReportId> corrected = new ArrayList<>(ids);
        if (subjectIsIn) {
            corrected.add(subject.orElseThrow());
        } else {
            corrected.remove(subject.orElseThrow());
        }
        return corrected;
    }

    /** Whether too many lie in the block to tell them apart: none of them are found through it. */
    boolean crowded(Block block) {
        int size = known.size(block);
        if (covers(block, homes)) {
            size++;
        }
        if (covers(block, knownHomes)) {
            size--;
        }
        return bounds.crowded(size);
    }

    private List<Home> homes(Optional<Known> of) {
        return of.map(k -> matching.homes(k.report())).orElse(List.of());
    }

    private static boolean covers(Block block, List<Home> homes) {
        for (Home home : homes) {
            if (block.covers(home)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Known> standing(Optional<Known> known) {
        return known.filter(k -> !k.report().retracted());
    }

    /** The report, if it stands in this world. */
    Optional<Known> find(ReportId id) {
        return subject.isPresent() && subject.get().equals(id) ? version : standing(known.find(id));
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
        Function<Report, Optional<Link>> comparing = matching.comparing(report.report());
        for (Blocks blocks : near(report)) {
            for (Block block : blocks.all()) {
                if (!crowded(block)) {
                    in(block).stream()
                            .filter(id -> !found.containsKey(id) && mayLink(report, id))
                            .forEach(id -> find(id).flatMap(other -> match(report, other, comparing))
                                    .ifPresent(match -> found.put(id, match)));
                }
            }
        }
        return found;
    }

    private boolean mayLink(Known report, ReportId other) {
        return !report.id().equals(other)
                && matching.mayLink(report.report(), other.source())
                && ruling(report.id(), other) == Ruling.Kind.OPEN;
    }

    private Optional<Match> match(Known report, Known other, Function<Report, Optional<Link>> comparing) {
        if (!matching.mayLink(other.report(), report.id().source())) {
            return Optional.empty();
        }
        boolean asKnown = !isSubject(report) && !isSubject(other);
        Optional<Link> compared = asKnown
                ? known.compared(report.id(), other.id(), () -> comparing.apply(other.report()))
                : comparing.apply(other.report());
        return compared.filter(link -> finds(other, report)).map(link -> new Match(other, link));
    }

    private boolean isSubject(Known report) {
        return subject.isPresent() && subject.get().equals(report.id());
    }

    private List<Blocks> near(Known report) {
        return nearOf.computeIfAbsent(report.id(), id -> matching.near(report.report()));
    }

    /** Whether the other is found by the one: through a block near it that is not crowded. */
    private boolean finds(Known one, Known other) {
        List<Home> wanted = homesOf.computeIfAbsent(other.id(), id -> matching.homes(other.report()));
        return near(one).stream()
                .flatMap(blocks -> blocks.all().stream())
                .anyMatch(block -> covers(block, wanted) && !crowded(block));
    }

    /**
     * Whether the two reports may belong to one incident when others tie them: they match at least almost. Without this,
     * chains of links would run through busy towns.
     */
    boolean mayShareAnIncident(Known one, Known other) {
        return matches(one).containsKey(other.id());
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
