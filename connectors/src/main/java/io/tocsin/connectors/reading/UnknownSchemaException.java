package io.tocsin.connectors.reading;

/** The head of an Avro file cannot be read, or tells of something else than reports; caught where the file is opened. */
final class UnknownSchemaException extends Exception {

    private static final long serialVersionUID = 1L;

    UnknownSchemaException(String message) {
        super(message);
    }

    static UnknownSchemaException unreadable(Exception cause) {
        return new UnknownSchemaException("the head of the file cannot be read: " + cause.getMessage());
    }
}
