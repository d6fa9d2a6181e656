package io.tocsin.incident;

/** The people harmed. */
public record Casualties(Estimate killed, Estimate injured) {

    /** Nothing is known of any. */
    public static final Casualties NONE = new Casualties(Estimate.NONE, Estimate.NONE);
}
