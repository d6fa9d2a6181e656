package io.tocsin.places;

/** Places what a source names: the same place with its hierarchy, as far as it is certain. Pure and thread-safe. */
@FunctionalInterface
public interface Placing {

    /** The place that is meant; never finer than what was given supports. */
    Place place(Place given);

    /** Takes names and coordinates as they were given. */
    static Placing asGiven() {
        return given -> given;
    }
}
