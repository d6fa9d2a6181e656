package io.tocsin.places;

import java.util.List;

/** Places what a source names: the same place with its hierarchy, as far as it is certain. Pure and thread-safe. */
@FunctionalInterface
public interface Placing {

    /** The place that is meant; never finer than what was given supports. Placing it again gives itself. */
    default Place place(Place given) {
        return place(given, List.of()).place();
    }

    /**
     * The place that is meant, how sure that is, and why.
     *
     * @param alsoNamed other names of the same text, which may tell places of one name apart
     */
    Placed place(Place given, List<String> alsoNamed);

    /** Takes names and coordinates as they were given. */
    static Placing asGiven() {
        return (given, alsoNamed) -> new Placed(given, Sureness.AS_GIVEN, List.of());
    }
}
