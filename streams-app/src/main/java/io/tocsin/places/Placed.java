package io.tocsin.places;

import java.util.List;

/**
 * A place that was found, and how.
 *
 * @param reasons in the order of {@link Reason}
 */
public record Placed(Place place, Sureness sureness, List<Reason> reasons) {

    public Placed {
        reasons = List.copyOf(reasons);
    }
}
