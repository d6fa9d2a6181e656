package io.tocsin.connectors.polling;

import java.util.Map;

/** How far a feed has been published. A record; small, because it travels with every record that is published. */
public interface Cursor {

    /** Its version in offsets: goes up by one whenever {@link #toMap} changes its form. */
    default int version() {
        return 1;
    }

    /**
     * Its entries in Connect's source offset: strings, numbers and booleans. The names {@code version} and those that begin with
     * {@code poll.} belong to the core. Read back by {@link Feed#resume}, of this version and all earlier ones.
     */
    Map<String, Object> toMap();
}
