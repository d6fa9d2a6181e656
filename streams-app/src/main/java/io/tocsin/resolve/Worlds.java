package io.tocsin.resolve;

import io.tocsin.incident.ReportId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The world as it was and as it becomes through one report, or through operators' rulings.
 *
 * @param subjects the reports whose matches may differ between the two
 */
record Worlds(World old, World now, Set<ReportId> subjects) {

    /** @param fresh the rulings that come into force, each in the place of what was said of the two */
    static Worlds through(Map<Pair, Ruling> fresh, AskedOnce known, Matching matching, Bounds bounds) {
        StandingReports standing = StandingReports.asKnown(matching, bounds, known);
        Neighbours neighbours = new SearchedNeighbours(matching, standing, known);
        Set<ReportId> subjects = new LinkedHashSet<>();
        fresh.keySet().forEach(pair -> subjects.addAll(List.of(pair.lower(), pair.higher())));
        return new Worlds(
                new World(bounds, standing, neighbours, known, Map.of()),
                new World(bounds, standing, neighbours, known, fresh),
                subjects);
    }

    /** @param report takes the place of what is known of it */
    static Worlds through(Known report, AskedOnce known, Matching matching, Bounds bounds) {
        StandingReports before = StandingReports.asKnown(matching, bounds, known);
        StandingReports after = before.with(report);
        List<Block> turned = after.subjectsBlocks().stream()
                .filter(block -> before.crowded(block) != after.crowded(block))
                .toList();
        Neighbours neighbours = new SearchedNeighbours(matching, before, known);
        Neighbours searched = new SearchedNeighbours(matching, after, known);
        Set<ReportId> subjects = new LinkedHashSet<>(Set.of(report.id()));
        turned.forEach(block -> before.in(block).forEach(lying -> subjects.add(lying.id())));
        return new Worlds(
                new World(bounds, before, neighbours, known, Map.of()),
                new World(
                        bounds,
                        after,
                        turned.isEmpty() ? changed(neighbours, report.id(), after, searched) : searched,
                        known,
                        Map.of()),
                subjects);
    }

    private static Neighbours changed(Neighbours before, ReportId id, StandingReports after, Neighbours searched) {
        return new ChangedNeighbours(
                before, id, after.find(id).map(searched::of).orElse(Map.of()));
    }

    /**
     * The reports whose incident may differ between the worlds: the subjects, those that match them in either, and all
     * that hang together with one of these. Members of a component that is too large are on their own, so only those
     * count that were, or become, part of a smaller one.
     */
    Set<ReportId> affected() {
        Set<ReportId> affected = new LinkedHashSet<>();
        Deque<ReportId> open = new ArrayDeque<>(subjects);
        for (ReportId subject : subjects) {
            for (World world : List.of(old, now)) {
                world.find(subject)
                        .ifPresent(known -> open.addAll(world.matches(known).keySet()));
            }
        }
        while (!open.isEmpty()) {
            ReportId id = open.poll();
            if (affected.add(id)) {
                for (World world : List.of(old, now)) {
                    world.find(id)
                            .map(world::component)
                            .filter(component -> !component.tooLarge())
                            .ifPresent(
                                    component -> open.addAll(component.members().keySet()));
                }
            }
        }
        return affected;
    }
}
