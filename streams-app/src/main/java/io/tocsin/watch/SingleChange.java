package io.tocsin.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The quick ways to a difference, for one incident more, one less, or one told anew: they cost what its nearest neighbours
 * cost, however many incidents lie in the window.
 */
final class SingleChange {

    private final Ledger ledger;
    private final Rule rule;
    private final Scope scope;
    private final ScopeEpisodes episodes;
    private final Neighbours neighbours;

    SingleChange(Ledger ledger, Rule rule, Scope scope, ScopeEpisodes episodes) {
        this.ledger = ledger;
        this.rule = rule;
        this.scope = scope;
        this.episodes = episodes;
        this.neighbours = new Neighbours(ledger, rule, scope);
    }

    /** As {@link Scan#difference}; empty where it has to be derived from all that the change can have touched. */
    Optional<Difference> difference(List<Fact> removed, List<Fact> added, List<Announced> standing) {
        if (removed.isEmpty() && added.size() == 1 && onlyGrows(added.get(0))) {
            return grown(standing, added.get(0));
        }
        if (removed.size() == 1 && added.size() == 1 && onlyRecounts(removed.get(0), added.get(0))) {
            return Optional.of(recounted(standing, removed.get(0), added.get(0)));
        }
        if (removed.size() == 1 && added.isEmpty() && onlyCounts(removed.get(0))) {
            return Optional.of(discounted(standing, removed.get(0)));
        }
        return Optional.empty();
    }

    /** Whether one incident more can only add stretches, decided by its neighbours; the past judges no later window. */
    private boolean onlyGrows(Fact added) {
        return rule.unusual().isEmpty()
                || !ledger.forward(scope, added.at().plusMillis(1), Instant.MAX)
                        .iterator()
                        .hasNext();
    }

    private boolean onlyRecounts(Fact removed, Fact added) {
        Threshold highest = rule.highest();
        boolean incidentsAlone = highest.equals(Threshold.incidents(highest.incidents()));
        boolean asUsual = rule.unusual().isEmpty() || added.sources().equals(removed.sources());
        return asUsual && added.adds(removed) && (incidentsAlone || added.sameFigures(removed));
    }

    /** Whether one incident less takes nothing from any stretch: its windows reach without it what they reached with it. */
    private boolean onlyCounts(Fact removed) {
        if (rule.unusual().isPresent()) {
            return false;
        }
        if (!rule.counts(removed)) {
            return true;
        }
        List<Fact> others = neighbours.besides(removed);
        List<Fact> all = new ArrayList<>(others);
        all.add(-Collections.binarySearch(others, removed) - 1, removed);
        return Stretch.held(Sweep.stretches(others, rule)).equals(Stretch.held(Sweep.stretches(all, rule)));
    }

    /** One incident more can only add stretches, and those are decided by its nearest neighbours. */
    private Optional<Difference> grown(List<Announced> standing, Fact added) {
        for (Announced alert : standing) {
            if (isSettled(alert.episode(), added)) {
                return Optional.of(new Difference(List.of(alert), List.of(counting(alert.episode(), added))));
            }
        }
        List<Stretch> local =
                rule.counts(added) && mayMatter(added) ? episodes.stretches(neighbours.with(added)) : List.of();
        List<Announced> touched = new ArrayList<>();
        for (Announced alert : standing) {
            Stretch told = alert.episode().stretch();
            boolean joined = local.stream().anyMatch(stretch -> stretch.joins(told, rule.quiet()));
            if (joined || alert.episode().counts(added.at(), rule.within())) {
                touched.add(alert);
            }
        }
        if (touched.size() > 1) {
            return Optional.empty();
        }
        return Optional.of(
                touched.isEmpty()
                        ? new Difference(
                                List.of(), local.stream().map(episodes::of).toList())
                        : extended(touched.get(0), local, added));
    }

    /** Whether every window that holds the fact ends where the highest level is reached already: no neighbour matters. */
    private boolean isSettled(Episode episode, Fact fact) {
        return rule.unusual().isEmpty()
                && episode.severity() == rule.highestSeverity()
                && !fact.at().isBefore(episode.from())
                && !fact.at().plus(rule.within()).isAfter(episode.until());
    }

    private Episode counting(Episode episode, Fact fact) {
        Tally tally = episode.tally().plus(Tally.of(List.of(fact), rule));
        return rule.isReachedBy(fact) ? episode.with(fact.at(), tally) : episode.withTally(tally);
    }

    /** Whether a window that holds the fact may reach anything, as far as that is known without looking. */
    private boolean mayMatter(Fact fact) {
        int most = ledger.atMost(
                scope,
                fact.at().minus(rule.within()).plusMillis(1),
                fact.at().plus(rule.within()).minusMillis(1));
        return rule.unusual().isPresent() || most >= rule.fewest();
    }

    private Difference extended(Announced alert, List<Stretch> local, Fact added) {
        Episode was = alert.episode();
        Stretch now = was.stretch();
        List<Episode> after = new ArrayList<>();
        for (Stretch stretch : local) {
            if (stretch.joins(now, rule.quiet())) {
                now = now.join(stretch);
            } else {
                after.add(episodes.of(stretch));
            }
        }
        Tally tally = was.tally()
                .plus(was.counts(added.at(), rule.within()) ? Tally.of(List.of(added), rule) : Tally.NONE)
                .plus(episodes.tally(
                        now.from().minus(rule.within()).plusMillis(1),
                        was.from().minus(rule.within())))
                .plus(episodes.tally(was.until(), now.until().minusMillis(1)));
        after.add(0, episodes.of(now, tally));
        return new Difference(List.of(alert), Collections.unmodifiableList(after));
    }

    /** The same episodes, of which those that count the incident count its new figures. */
    private Difference recounted(List<Announced> standing, Fact before, Fact after) {
        List<Announced> touched = standing.stream()
                .filter(alert -> rule.counts(after) && alert.episode().counts(after.at(), rule.within()))
                .toList();
        return new Difference(
                touched,
                touched.stream()
                        .map(alert -> alert.episode()
                                .withTally(alert.episode().tally().withReplaced(before, after)))
                        .toList());
    }

    /** The same stretches; the episodes that counted the incident count it no more. */
    private Difference discounted(List<Announced> standing, Fact removed) {
        List<Announced> touched = new ArrayList<>();
        List<Episode> after = new ArrayList<>();
        for (Announced alert : standing) {
            Episode was = alert.episode();
            if (was.counts(removed.at(), rule.within())) {
                touched.add(alert);
                after.add(episodes.of(was.stretch(), discounted(was, removed)));
            }
        }
        return new Difference(touched, after);
    }

    private Tally discounted(Episode episode, Fact removed) {
        Tally tally = episode.tally();
        if (!rule.counts(removed)) {
            return tally.lessOnePossible();
        }
        Instant start = episode.from().minus(rule.within()).plusMillis(1);
        Instant end = episode.until().minusMillis(1);
        if (tally.tellsOriginsApart()) {
            return tally.less(removed, originsLost(removed, start, end));
        }
        return episodes.tally(start, end);
    }

    /** Those that no other incident counted there is told by. */
    private Set<String> originsLost(Fact removed, Instant start, Instant end) {
        Set<String> lost = new HashSet<>(removed.origins());
        for (Fact other : episodes.backward(start, end)) {
            if (lost.isEmpty()) {
                break;
            }
            if (rule.isReachedBy(other)) {
                other.origins().forEach(lost::remove);
            }
        }
        return lost;
    }
}
