package io.tocsin.connectors.polling;

import io.tocsin.connectors.publishing.Publication;
import java.util.List;

/**
 * What one step of a poll found. Its publications are handed to Connect at once: under exactly-once support all of them are
 * published or none, otherwise a restart in between publishes some of them again. So a step should hold some thousand at most.
 *
 * @param publications in the order in which they are published
 * @param after where to go on once all of them are published
 * @param over whether the poll is over; otherwise the next step follows at once
 */
public record Step<C extends Cursor>(List<Publication> publications, C after, boolean over) {

    public Step {
        publications = List.copyOf(publications);
    }

    /** A step after which there is more to ask. */
    public static <C extends Cursor> Step<C> more(List<Publication> publications, C after) {
        return new Step<>(publications, after, false);
    }

    /** The last step of a poll. */
    public static <C extends Cursor> Step<C> last(List<Publication> publications, C after) {
        return new Step<>(publications, after, true);
    }
}
