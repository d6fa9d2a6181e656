package io.tocsin.watch;

import io.tocsin.places.Coordinates;
import java.time.Instant;

/** The facts of all incidents, by scope and time. Walks are lazy: the caller stops when it has seen enough. */
public interface Ledger {

    /**
     * The facts in the scope with instants in [from, until], oldest first.
     *
     * @param scope not one of clusters: they are found by {@link #near}
     */
    Iterable<Fact> forward(Scope scope, Instant from, Instant until);

    /** The same, newest first. */
    Iterable<Fact> backward(Scope scope, Instant from, Instant until);

    /**
     * No fewer facts than there are in the scope with instants in [from, until], said without looking at any; more where
     * that is not known exactly.
     *
     * @param scope not one of clusters
     */
    int atMost(Scope scope, Instant from, Instant until);

    /**
     * The facts that may lie in the scope, an area, because they are known to lie in a wider one only; none for other
     * scopes. With instants in [from, until], in no order.
     */
    Iterable<Fact> possible(Scope scope, Instant from, Instant until);

    /** The facts of a country with points within so many kilometres, instants in [from, until], oldest first. */
    Iterable<Fact> near(String country, Coordinates centre, double km, Instant from, Instant until);
}
