package io.tocsin.connectors.survival;

/** What a source does to who polls it, out of habit or by accident. */
public enum Trouble {
    PAGING("paging"),
    TOKEN_EXPIRY("token expiry"),
    CORRECTIONS("corrections"),
    DELETIONS("deletions"),
    TOO_MANY_REQUESTS("429"),
    SERVER_ERROR("500"),
    TIME_OUT("time-outs"),
    HALF_A_BODY("half a body"),
    WRONG_CONTENT_TYPE("wrong content type"),
    CHANGED_SCHEMA("changed schema"),
    EMPTY_ANSWER("empty answer"),
    HUGE_ANSWER("huge answer"),
    ZIP_BOMB("zip bomb"),
    EXTERNAL_ENTITIES("external entities"),
    PRIVATE_REDIRECT("redirect to a private address"),
    CLOCK_SKEW("clock skew");

    private final String label;

    Trouble(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
