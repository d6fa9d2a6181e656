package io.tocsin.incident;

/** A value that a record refuses: which field, and why. */
public final class InvalidField extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * @param field its path in the report, such as {@code place.lat}
     * @param reason what is wrong and what would be right
     */
    public InvalidField(String field, String reason) {
        super(reason);
        this.field = field;
    }

    /** The path of the field in the report. */
    public String field() {
        return field;
    }

    @Override
    public String getMessage() {
        return field + ": " + super.getMessage();
    }
}
