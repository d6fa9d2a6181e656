package io.tocsin.connectors.mapping;

/** A row's value that no report can hold; caught where the row is read. */
public final class InvalidFieldException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String field;

    /** @param field the field of the report that it was for */
    public InvalidFieldException(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The field of the report that it was for. */
    public String field() {
        return field;
    }
}
