package io.tocsin.incident;

/** Who is said to have done it, and how firmly. */
public record Perpetrator(String name, Attribution attribution) {

    /** How firmly a perpetrator is named. */
    public enum Attribution {
        CLAIMED,
        BLAMED,
        SUSPECTED,
        UNKNOWN
    }

    public Perpetrator {
        Limits.text("perpetrator.name", name, Limits.NAME);
    }
}
