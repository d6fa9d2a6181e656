package io.tocsin.places.gazetteer;

import java.nio.file.Path;

/** A sites file cannot be read; the message names file, line, field and remedy. */
public final class InvalidSitesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidSitesException(Object file, int line, String field, String remedy) {
        super("sites file " + file + ", line " + line + ", field " + field + ": " + remedy);
    }

    InvalidSitesException(Path file, Exception cause) {
        super("sites file " + file + " cannot be read (" + cause + "); give a readable file in UTF-8", cause);
    }
}
