package io.tocsin.connectors.acled;

/** A cell that no report can hold; becomes a dead letter where the row is read. */
final class InvalidCellException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String field;

    /** @param field the field of the report that it was for */
    InvalidCellException(String field, String message) {
        super(message);
        this.field = field;
    }

    String field() {
        return field;
    }
}
