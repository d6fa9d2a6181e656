package io.tocsin.watch;

import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was counted over a set of incidents.
 *
 * @param incidents how many reach the levels
 * @param possible how many more lie in the scope, but do not reach the levels because that is uncertain
 * @param origins the distinct origins, at most {@link #MOST_ORIGINS}
 */
public record Tally(int incidents, int possible, int killed, int injured, Set<String> origins) {

    /** More origins than this are not told apart. */
    public static final int MOST_ORIGINS = 200;

    /** Nothing. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, Set.of());

    private static final Comparator<Tally> BY_COUNTS = Comparator.comparingInt(Tally::incidents)
            .thenComparingInt(Tally::possible)
            .thenComparingInt(Tally::killed)
            .thenComparingInt(Tally::injured)
            .thenComparingInt(tally -> tally.origins().size());

    public Tally {
        origins = Set.copyOf(origins);
    }

    /** The tally of incidents of which the rule counts each, or would if it were certain. */
    static Tally of(Collection<Fact> facts, Rule rule) {
        int incidents = 0;
        int killed = 0;
        int injured = 0;
        Set<String> origins = new TreeSet<>();
        for (Fact fact : facts) {
            if (rule.counts(fact)) {
                incidents++;
                killed += fact.killed();
                injured += fact.injured();
                add(origins, fact.origins());
            }
        }
        return new Tally(incidents, facts.size() - incidents, killed, injured, origins);
    }

    /** Both together; the two have no incident in common. */
    Tally plus(Tally other) {
        if (other.equals(NONE)) {
            return this;
        }
        Set<String> both = origins;
        if (!origins.containsAll(other.origins)) {
            both = new TreeSet<>(origins);
            add(both, other.origins);
        }
        return new Tally(
                incidents + other.incidents,
                possible + other.possible,
                killed + other.killed,
                injured + other.injured,
                both);
    }

    /** The same incidents, of which one that counts has other figures and no fewer origins. */
    Tally withReplaced(Fact before, Fact after) {
        Set<String> both = new TreeSet<>(origins);
        add(both, after.origins());
        return new Tally(
                incidents,
                possible,
                killed + after.killed() - before.killed(),
                injured + after.injured() - before.injured(),
                both);
    }

    /** Whether every origin is known; else those beyond {@link #MOST_ORIGINS} are not. */
    boolean tellsOriginsApart() {
        return origins.size() < MOST_ORIGINS;
    }

    /** Without an incident that counts, and the origins that told of it alone. */
    Tally less(Fact fact, Set<String> lost) {
        Set<String> left = origins;
        if (!lost.isEmpty()) {
            left = new TreeSet<>(origins);
            left.removeAll(lost);
        }
        return new Tally(incidents - 1, possible, killed - fact.killed(), injured - fact.injured(), left);
    }

    /** Without an incident that is only possible. */
    Tally lessOnePossible() {
        return new Tally(incidents, possible - 1, killed, injured, origins);
    }

    private static void add(Set<String> origins, Collection<String> more) {
        for (String origin : more) {
            if (origins.size() >= MOST_ORIGINS) {
                return;
            }
            origins.add(origin);
        }
    }

    /** Compares the numbers alone: negative when this counts less than the other. */
    int compareCounts(Tally other) {
        return BY_COUNTS.compare(this, other);
    }
}
