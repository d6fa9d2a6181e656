package io.tocsin.connectors.cap;

import java.util.Optional;

/** A document that is no CAP message, or none that can be understood; becomes a dead letter. */
final class UnusableMessageException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why, a closed set. */
    enum Reason {
        /** It declares a document type, which could name files and addresses to read. */
        XML_DOCTYPE,
        /** It is no well-formed XML. */
        XML_MALFORMED,
        /** It is longer, deeper or has more elements than any message. */
        XML_TOO_LARGE,
        /** It is XML, but no alert of CAP 1.1 or 1.2. */
        NOT_CAP,
        /** It lacks something that every message has. */
        MISSING_FIELD,
        /** Something in it has a value that it cannot have. */
        INVALID_FIELD,
        /** It is an entry of an index that leads to no document. */
        NO_DOCUMENT,
        /** The document that an entry leads to cannot be had, and never will. */
        DOCUMENT_UNAVAILABLE;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    @SuppressWarnings("serial") // never serialized
    private final Optional<String> field;

    UnusableMessageException(Reason reason, String message) {
        super(message);
        this.reason = reason;
        this.field = Optional.empty();
    }

    /** @param field the element that is to blame */
    UnusableMessageException(Reason reason, String field, String message) {
        super(message);
        this.reason = reason;
        this.field = Optional.of(field);
    }

    Reason reason() {
        return reason;
    }

    Optional<String> field() {
        return field;
    }
}
