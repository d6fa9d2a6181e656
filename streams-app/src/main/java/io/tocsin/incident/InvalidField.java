package io.tocsin.incident;

/** A value that a record refuses: which field, and why. */
public final class InvalidField extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final boolean aboutTheFuture;

    /**
     * @param field its path in the report, such as {@code place.lat}
     * @param reason what is wrong and what would be right
     */
    public InvalidField(String field, String reason) {
        this(field, reason, false);
    }

    private InvalidField(String field, String reason, boolean aboutTheFuture) {
        super(reason);
        this.field = field;
        this.aboutTheFuture = aboutTheFuture;
    }

    static InvalidField inTheFuture(String field, String reason) {
        return new InvalidField(field, reason, true);
    }

    /** Whether the value may become valid as time goes on. */
    public boolean isAboutTheFuture() {
        return aboutTheFuture;
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
