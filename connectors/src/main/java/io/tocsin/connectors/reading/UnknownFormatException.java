package io.tocsin.connectors.reading;

import java.io.IOException;
import java.nio.file.Path;

/** The name of a file does not tell how it is written, and no format was chosen. */
public final class UnknownFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    UnknownFormatException(Path file) {
        super("the name of " + file + " does not tell its format; choose json, csv, gdelt or avro");
    }
}
