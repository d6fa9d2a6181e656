package io.tocsin.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What one rule counts in one scope that stays where it is. */
final class ScopeScan implements Scan {

    /** More incidents than this that are only perhaps in the scope are not told apart. */
    private static final int MOST_PERHAPS = 1_000;

    private final Ledger ledger;
    private final Rule rule;
    private final Scope scope;
    private final Supplier<Past> past;
    private final Neighbours neighbours;

    ScopeScan(Ledger ledger, Rule rule, Scope scope, Supplier<Past> past) {
        this.ledger = ledger;
        this.rule = rule;
        this.scope = scope;
        this.past = past;
        this.neighbours = new Neighbours(ledger, rule, scope);
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
        return scope;
    }

    @Override
    public Difference difference(List<Fact> removed, List<Fact> added, List<Announced> standing) {
        if (removed.isEmpty() && added.size() == 1 && onlyGrows(added.get(0))) {
            return grown(standing, added.get(0));
        }
        if (removed.size() == 1 && added.size() == 1 && onlyRecounts(removed.get(0), added.get(0))) {
            return recounted(standing, removed.get(0), added.get(0));
        }
        if (removed.size() == 1 && added.isEmpty() && onlyCounts(removed.get(0))) {
            return discounted(standing, removed.get(0));
        }
        List<Fact> both = new ArrayList<>(removed);
        both.addAll(added);
        return derived(
                standing, Collections.min(both).at(), Collections.max(both).at());
    }

    @Override
    public List<Episode> all() {
        return episodes(Instant.MIN, Instant.MAX);
    }

    @Override
    public List<Fact> newest(int most, Episode episode) {
        List<Fact> facts = new ArrayList<>();
        for (Fact fact : backward(episode.first(), episode.last())) {
            if (facts.size() == most) {
                break;
            }
            if (rule.isReachedBy(fact)) {
                facts.add(fact);
            }
        }
        Collections.reverse(facts);
        return facts;
    }

    @Override
    public int perhaps(Episode episode) {
        int perhaps = 0;
        Possible possible = new Possible(scope);
        boolean all = rule.match().equals(Match.ALL);
        for (Fact fact : ledger.possible(
                scope,
                episode.from().minus(rule.within()).plusMillis(1),
                episode.until().minusMillis(1))) {
            if (possible.mayHold(fact) && (all || rule.match().test(fact)) && ++perhaps == MOST_PERHAPS) {
                break;
            }
        }
        return perhaps;
    }

    @Override
    public Optional<Outlook> outlook(Episode episode) {
        return past.get().outlook(episode.last());
    }

    /**
     * Derives anew whatever a change at instants in [from, until] can have touched. Costs as much as the episodes
     * touched are long.
     */
    Difference derived(List<Announced> standing, Instant from, Instant until) {
        Instant earliest = from.minus(rule.within());
        Instant latest = until.plus(rule.within());
        if (rule.unusual().isPresent()) {
            latest = latest.plus(rule.history()).plus(rule.within());
        }
        Set<Announced> touched = new HashSet<>();
        for (Announced alert : standing) {
            boolean near = !alert.episode().until().isBefore(earliest.minus(rule.quiet()))
                    && !alert.episode().first().isAfter(latest.plus(rule.quiet()));
            if (near) {
                touched.add(alert);
            }
        }
        boolean wider = true;
        while (wider) {
            for (Announced alert : touched) {
                Instant start = alert.episode().from().minus(rule.within());
                earliest = start.isBefore(earliest) ? start : earliest;
                latest = alert.episode().until().isAfter(latest)
                        ? alert.episode().until()
                        : latest;
            }
            wider = addAllWithin(earliest, latest, standing, touched);
        }
        return new Difference(List.copyOf(touched), episodes(earliest, latest));
    }

    private boolean addAllWithin(Instant earliest, Instant latest, List<Announced> standing, Set<Announced> touched) {
        boolean added = false;
        for (Announced alert : standing) {
            boolean overlaps = !alert.episode().until().isBefore(earliest)
                    && !alert.episode().from().minus(rule.within()).isAfter(latest);
            added |= overlaps && touched.add(alert);
        }
        return added;
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

    /**
     * The same as {@link #derived} for one incident more, at a cost that does not grow with the incidents in the
     * window: adding one can only add stretches, and those are decided by its nearest neighbours.
     */
    Difference grown(List<Announced> standing, Fact added) {
        for (Announced alert : standing) {
            if (isSettled(alert.episode(), added)) {
                return new Difference(List.of(alert), List.of(counting(alert.episode(), added)));
            }
        }
        List<Stretch> local = rule.counts(added) && mayMatter(added) ? stretches(neighbours.with(added)) : List.of();
        List<Announced> touched = new ArrayList<>();
        for (Announced alert : standing) {
            Stretch told = alert.episode().stretch();
            boolean joined = local.stream().anyMatch(stretch -> stretch.joins(told, rule.quiet()));
            if (joined || alert.episode().counts(added.at(), rule.within())) {
                touched.add(alert);
            }
        }
        if (touched.size() > 1) {
            return derived(standing, added.at(), added.at());
        }
        return touched.isEmpty()
                ? new Difference(List.of(), local.stream().map(this::episode).toList())
                : extended(touched.get(0), local, added);
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
                after.add(episode(stretch));
            }
        }
        Tally tally = was.tally()
                .plus(was.counts(added.at(), rule.within()) ? Tally.of(List.of(added), rule) : Tally.NONE)
                .plus(tally(
                        now.from().minus(rule.within()).plusMillis(1),
                        was.from().minus(rule.within())))
                .plus(tally(was.until(), now.until().minusMillis(1)));
        after.add(0, episode(now, tally));
        return new Difference(List.of(alert), Collections.unmodifiableList(after));
    }

    /** The same episodes, of which those that count the incident count its new figures. */
    Difference recounted(List<Announced> standing, Fact before, Fact after) {
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

    /** The same stretches; the episodes that counted the incident count it no more. */
    private Difference discounted(List<Announced> standing, Fact removed) {
        List<Announced> touched = new ArrayList<>();
        List<Episode> after = new ArrayList<>();
        for (Announced alert : standing) {
            Episode was = alert.episode();
            if (was.counts(removed.at(), rule.within())) {
                touched.add(alert);
                after.add(episode(was.stretch(), discounted(was, removed)));
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
        return tally(start, end);
    }

    /** Those that no other incident counted there is told by. */
    private Set<String> originsLost(Fact removed, Instant start, Instant end) {
        Set<String> lost = new HashSet<>(removed.origins());
        for (Fact other : backward(start, end)) {
            if (lost.isEmpty()) {
                break;
            }
            if (rule.isReachedBy(other)) {
                other.origins().forEach(lost::remove);
            }
        }
        return lost;
    }

    private List<Episode> episodes(Instant from, Instant until) {
        List<Fact> counted = new ArrayList<>();
        for (Fact fact : forward(from, until)) {
            if (rule.isReachedBy(fact)) {
                counted.add(fact);
            }
        }
        return stretches(counted).stream().map(this::episode).toList();
    }

    /** The stretches that windows of these facts make, joined. */
    private List<Stretch> stretches(List<Fact> counted) {
        List<Stretch> stretches = Sweep.stretches(counted, rule);
        rule.unusual()
                .ifPresent(unusual -> counted.forEach(fact -> past.get()
                        .unusualUntil(fact.at(), unusual)
                        .ifPresent(until -> stretches.add(new Stretch(fact.at(), until, unusual.severity())))));
        return Stretch.joined(stretches, rule.quiet());
    }

    private Episode episode(Stretch stretch) {
        return episode(
                stretch,
                tally(
                        stretch.from().minus(rule.within()).plusMillis(1),
                        stretch.until().minusMillis(1)));
    }

    private Episode episode(Stretch stretch, Tally tally) {
        Instant start = stretch.from().minus(rule.within()).plusMillis(1);
        Instant end = stretch.until().minusMillis(1);
        return new Episode(
                stretch.from(),
                stretch.until(),
                firstCounted(forward(start, end)),
                firstCounted(backward(start, end)),
                stretch.severity(),
                tally,
                Optional.empty());
    }

    private Instant firstCounted(Iterable<Fact> facts) {
        for (Fact fact : facts) {
            if (rule.isReachedBy(fact)) {
                return fact.at();
            }
        }
        throw new IllegalStateException("an episode without an incident in " + scope);
    }

    private Tally tally(Instant from, Instant until) {
        if (from.isAfter(until)) {
            return Tally.NONE;
        }
        List<Fact> facts = new ArrayList<>();
        for (Fact fact : forward(from, until)) {
            if (rule.match().test(fact)) {
                facts.add(fact);
            }
        }
        return Tally.of(facts, rule);
    }

    private Iterable<Fact> forward(Instant from, Instant until) {
        return ledger.forward(scope, from, until);
    }

    private Iterable<Fact> backward(Instant from, Instant until) {
        return ledger.backward(scope, from, until);
    }
}
