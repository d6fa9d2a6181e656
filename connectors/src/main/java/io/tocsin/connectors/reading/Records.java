package io.tocsin.connectors.reading;

import java.io.IOException;
import java.util.Optional;

/** Reads the records of one format. */
interface Records {

    /** Reads what stands at the head of the file, before anything is skipped; what is wrong there is told at the start only. */
    void open(Position from) throws IOException;

    /** The next record, or nothing if there is no whole one. */
    Optional<Outcome> next() throws IOException;

    /** Whether more is there that is told only if it turns out that nothing follows. */
    default boolean holdsBack() {
        return false;
    }

    /** What is wrong with the end of the content, if nothing follows; nothing where nothing is. */
    default Optional<String> brokenEnd() {
        return Optional.empty();
    }
}
