package io.tocsin.connectors.reading;

import java.io.IOException;
import java.util.Optional;

/** Reads the records of one format. */
interface Records {

    /** Reads what stands at the head of the file, before anything is skipped; what is wrong there is told at the start only. */
    void open(Position from) throws IOException;

    /** The next record, or nothing if there is no whole one. */
    Optional<Outcome> next() throws IOException;
}
