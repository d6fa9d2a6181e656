package io.tocsin.watch;

import io.tocsin.places.Area;
import java.time.Instant;

/** The facts of all incidents, by area and time. Walks are lazy: the caller stops when it has seen enough. */
public interface Ledger {

    /** The facts in the area with instants in [from, until], oldest first. */
    Iterable<Fact> forward(Area area, Instant from, Instant until);

    /** The facts in the area with instants in [from, until], newest first. */
    Iterable<Fact> backward(Area area, Instant from, Instant until);
}
