package io.tocsin.connectors.polling;

import io.tocsin.connectors.web.SourceFault;
import io.tocsin.connectors.web.Web;
import java.time.Duration;
import java.util.Optional;

/**
 * Something that is asked from time to time: an API, a list of files, a news feed. The core calls it from one thread at a time, and
 * decides when; a feed never waits, tries again, or reads a clock other than the one it was made with.
 *
 * @param <C> how far it has been published
 */
public interface Feed<C extends Cursor> {

    /**
     * Its name, unique in the connector and stable: Connect keeps its offset under it. A feed that is asked for something else
     * (another selection of countries) needs another name, for its cursor means something else.
     */
    String name();

    /** The source in {@code tocsin.sources} that it speaks for. */
    String sourceId();

    /** From the beginning of one poll to the beginning of the next. */
    Duration interval();

    /** How long at most there is nothing new in ordinary times; nothing where there is no telling. */
    Optional<Duration> expectedInterval();

    /** Where it begins. */
    C start();

    /**
     * Where it goes on after a restart.
     *
     * @param offset what {@link Cursor#toMap} wrote, in this version or an earlier one
     * @throws IllegalArgumentException if it makes no sense; the message says which entry and why
     */
    C resume(OffsetEntries offset);

    /**
     * Takes the next step of a poll: asks once or a few times, and reads the answers. It is called again from the cursor it returned
     * until the poll is over; after a fault, a restart or an unreachable registry it is called again from the same cursor, and must
     * then find the same or what has become of it. It keeps no state that a restart may not lose.
     *
     * @throws SourceFault if the source gave no answer that can be used; the core tries again later, from the same cursor
     */
    Step<C> next(C at, Web web) throws SourceFault;
}
