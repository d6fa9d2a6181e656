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
    private final ScopeEpisodes episodes;
    private final SingleChange single;

    ScopeScan(Ledger ledger, Rule rule, Scope scope, Supplier<Past> past) {
        this.ledger = ledger;
        this.rule = rule;
        this.scope = scope;
        this.past = past;
        this.episodes = new ScopeEpisodes(ledger, rule, scope, past);
        this.single = new SingleChange(ledger, rule, scope, episodes);
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
        return single.difference(removed, added, standing).orElseGet(() -> derived(removed, added, standing));
    }

    @Override
    public List<Episode> all() {
        return episodes.between(Instant.MIN, Instant.MAX);
    }

    @Override
    public List<Fact> newest(int most, Episode episode) {
        List<Fact> facts = new ArrayList<>();
        for (Fact fact : episodes.backward(episode.first(), episode.last())) {
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

    private Difference derived(List<Fact> removed, List<Fact> added, List<Announced> standing) {
        List<Fact> both = new ArrayList<>(removed);
        both.addAll(added);
        return derived(
                standing, Collections.min(both).at(), Collections.max(both).at());
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
        return new Difference(List.copyOf(touched), episodes.between(earliest, latest));
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
}
