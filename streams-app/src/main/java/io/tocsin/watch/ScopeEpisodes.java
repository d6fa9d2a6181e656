package io.tocsin.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The episodes that the incidents in the ledger make for one rule in one scope that stays where it is. */
final class ScopeEpisodes {

    private final Ledger ledger;
    private final Rule rule;
    private final Scope scope;
    private final Supplier<Past> past;

    ScopeEpisodes(Ledger ledger, Rule rule, Scope scope, Supplier<Past> past) {
        this.ledger = ledger;
        this.rule = rule;
        this.scope = scope;
        this.past = past;
    }

    /** Those of the windows of what lies in [from, until]. */
    List<Episode> between(Instant from, Instant until) {
        List<Fact> counted = new ArrayList<>();
        for (Fact fact : forward(from, until)) {
            if (rule.isReachedBy(fact)) {
                counted.add(fact);
            }
        }
        return stretches(counted).stream().map(this::of).toList();
    }

    /** The stretches that windows of these facts make, joined. */
    List<Stretch> stretches(List<Fact> counted) {
        List<Stretch> stretches = Sweep.stretches(counted, rule);
        rule.unusual()
                .ifPresent(unusual -> counted.forEach(fact -> past.get()
                        .unusualUntil(fact.at(), unusual)
                        .ifPresent(until -> stretches.add(new Stretch(fact.at(), until, unusual.severity())))));
        return Stretch.joined(stretches, rule.quiet());
    }

    /** That of a stretch, with all that is counted in its windows. */
    Episode of(Stretch stretch) {
        return of(
                stretch,
                tally(
                        stretch.from().minus(rule.within()).plusMillis(1),
                        stretch.until().minusMillis(1)));
    }

    /** That of a stretch, of which the counts are known. */
    Episode of(Stretch stretch, Tally tally) {
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

    /** What is counted in [from, until]. */
    Tally tally(Instant from, Instant until) {
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

    private Instant firstCounted(Iterable<Fact> facts) {
        for (Fact fact : facts) {
            if (rule.isReachedBy(fact)) {
                return fact.at();
            }
        }
        throw new IllegalStateException("an episode without an incident in " + scope);
    }

    Iterable<Fact> forward(Instant from, Instant until) {
        return ledger.forward(scope, from, until);
    }

    Iterable<Fact> backward(Instant from, Instant until) {
        return ledger.backward(scope, from, until);
    }
}
