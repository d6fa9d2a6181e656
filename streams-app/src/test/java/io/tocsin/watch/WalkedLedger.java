package io.tocsin.watch;

import io.tocsin.places.Coordinates;
import java.time.Instant;
import java.util.Iterator;

/** A ledger that says how many facts were walked over. */
final class WalkedLedger implements Ledger {

    private final Ledger ledger;
    private int facts;

    WalkedLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    int facts() {
        return facts;
    }

    @Override
    public Iterable<Fact> forward(Scope scope, Instant from, Instant until) {
        return walked(ledger.forward(scope, from, until));
    }

    @Override
    public Iterable<Fact> backward(Scope scope, Instant from, Instant until) {
        return walked(ledger.backward(scope, from, until));
    }

    @Override
    public int atMost(Scope scope, Instant from, Instant until) {
        return ledger.atMost(scope, from, until);
    }

    @Override
    public Iterable<Fact> possible(Scope scope, Instant from, Instant until) {
        return walked(ledger.possible(scope, from, until));
    }

    @Override
    public Iterable<Fact> near(String country, Coordinates centre, double km, Instant from, Instant until) {
        return walked(ledger.near(country, centre, km, from, until));
    }

    private Iterable<Fact> walked(Iterable<Fact> walk) {
        return () -> {
            Iterator<Fact> iterator = walk.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return iterator.hasNext();
                }

                @Override
                public Fact next() {
                    facts++;
                    return iterator.next();
                }
            };
        };
    }
}
