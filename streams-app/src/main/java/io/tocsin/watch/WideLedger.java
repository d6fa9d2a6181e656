package io.tocsin.watch;

import io.tocsin.places.Coordinates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The ledger as a rule sees it that counts what is possible: what may lie in a scope lies in it. */
record WideLedger(Ledger ledger) implements Ledger {

    /** The ledger as the rule sees it. */
    static Ledger of(Ledger ledger, Rule rule) {
        return rule.count() == Certainty.POSSIBLE ? new WideLedger(ledger) : ledger;
    }

    @Override
    public Iterable<Fact> forward(Scope scope, Instant from, Instant until) {
        return sorted(scope, from, until);
    }

    @Override
    public Iterable<Fact> backward(Scope scope, Instant from, Instant until) {
        List<Fact> facts = sorted(scope, from, until);
        Collections.reverse(facts);
        return facts;
    }

    @Override
    public int atMost(Scope scope, Instant from, Instant until) {
        return Integer.MAX_VALUE;
    }

    @Override
    public Iterable<Fact> possible(Scope scope, Instant from, Instant until) {
        return List.of();
    }

    @Override
    public Iterable<Fact> near(String country, Coordinates centre, double km, Instant from, Instant until) {
        return ledger.near(country, centre, km, from, until);
    }

    private List<Fact> sorted(Scope scope, Instant from, Instant until) {
        List<Fact> facts = new ArrayList<>();
        ledger.forward(scope, from, until).forEach(facts::add);
        Possible possible = new Possible(scope);
        for (Fact fact : ledger.possible(scope, from, until)) {
            if (possible.mayHold(fact)) {
                facts.add(fact);
            }
        }
        Collections.sort(facts);
        return facts;
    }
}
