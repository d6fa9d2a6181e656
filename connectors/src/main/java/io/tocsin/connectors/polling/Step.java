package io.tocsin.connectors.polling;

import io.tocsin.connectors.publishing.Publication;
import java.util.List;
import java.util.Map;

/**
 * What one step of a poll found. Its publications are handed to Connect at once: under exactly-once support all of them are
 * published or none, otherwise a restart in between publishes some of them again. So a step should hold some thousand at most.
 *
 * @param publications in the order in which they are published
 * @param after where to go on once all of them are published
 * @param over whether the poll is over; otherwise the next step follows at once
 * @param leftOut how much was good but is not published, by reasons from a closed set, in kebab-case
 */
public record Step<C extends Cursor>(
        List<Publication> publications, C after, boolean over, Map<String, Integer> leftOut) {

    public Step {
        publications = List.copyOf(publications);
        leftOut = Map.copyOf(leftOut);
    }

    /** A step after which there is more to ask. */
    public static <C extends Cursor> Step<C> more(List<Publication> publications, C after) {
        return new Step<>(publications, after, false, Map.of());
    }

    /** The last step of a poll. */
    public static <C extends Cursor> Step<C> last(List<Publication> publications, C after) {
        return new Step<>(publications, after, true, Map.of());
    }

    /** The same step, which left something out. */
    public Step<C> leavingOut(Map<String, Integer> byReason) {
        return new Step<>(publications, after, over, byReason);
    }
}
