package io.tocsin.watch;

import io.tocsin.incident.Category;
import io.tocsin.incident.TargetKind;
import io.tocsin.places.Area;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which incidents a rule counts. An empty set lets all pass; every part that is given must hold. Names (affiliations,
 * actors, tags) match whatever their case.
 *
 * @param areas keys of provinces, districts and sites, such as {@code IQ/al anbar/hit}; what certainly lies in one passes
 * @param where an expression that must hold
 */
public record Match(
        Set<Category> categories,
        Set<String> countries,
        Set<String> areas,
        Set<TargetKind> targets,
        Set<String> affiliations,
        Set<String> actors,
        Set<String> tags,
        int minOrigins,
        double minConfidence,
        int minKilled,
        Optional<Condition> where) {

    /** All incidents. */
    public static final Match ALL =
            new Match(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), 0, 0, 0, Optional.empty());

    public Match {
        categories = Set.copyOf(categories);
        countries = Set.copyOf(countries);
        areas = Set.copyOf(areas);
        targets = Set.copyOf(targets);
        affiliations = folded(affiliations);
        actors = folded(actors);
        tags = folded(tags);
    }

    /** Whether the incident counts. */
    public boolean test(Fact fact) {
        return passes(categories, fact.category())
                && passes(countries, fact.place().country())
                && (areas.isEmpty() || liesIn(areas, fact.place().path()))
                && passes(targets, fact.target())
                && passes(affiliations, fact.affiliation())
                && passes(actors, fact.actor())
                && (tags.isEmpty() || !Collections.disjoint(tags, folded(Set.copyOf(fact.tags()))))
                && fact.origins().size() >= minOrigins
                && fact.confidence() >= minConfidence
                && fact.killed() >= minKilled
                && (where.isEmpty() || where.get().test(fact));
    }

    private static boolean liesIn(Set<String> areas, String path) {
        for (int end = path.indexOf(Area.SEPARATOR); end >= 0; end = path.indexOf(Area.SEPARATOR, end + 1)) {
            if (areas.contains(path.substring(0, end))) {
                return true;
            }
        }
        return areas.contains(path);
    }

    private static <T> boolean passes(Set<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static boolean passes(Set<String> wanted, Optional<String> value) {
        return wanted.isEmpty()
                || value.map(Match::folded).filter(wanted::contains).isPresent();
    }

    private static Set<String> folded(Set<String> names) {
        return names.stream().map(Match::folded).collect(Collectors.toUnmodifiableSet());
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
