package io.tocsin.connectors.gdelt;

import io.tocsin.connectors.web.SourceFault.Kind;

/** A file that the list names is not there or is not what the list says: trying again helps a while, if at all. */
final class UnreadableFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    UnreadableFileException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
