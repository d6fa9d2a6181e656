package io.tocsin.connectors.mapping;

/** A row's value that no report can hold; caught where the row is read and returned as {@link MappedRow.Refused}. */
final class InvalidFieldException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String field;

    InvalidFieldException(String field, String message) {
        super(message);
        this.field = field;
    }

    String field() {
        return field;
    }
}
