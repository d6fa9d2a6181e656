package io.tocsin.watch;

/** A threshold, so many incidents within the window, and the severity that it gives. */
public record Level(Severity severity, int incidents) {

    /** The highest threshold that a rule may have. */
    public static final int MOST = 10_000;

    public Level {
        if (incidents < 1 || incidents > MOST) {
            throw new IllegalArgumentException("incidents " + incidents + " is not within 1 to " + MOST);
        }
    }
}
