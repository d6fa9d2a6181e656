package io.tocsin.resolve;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;

/**
 * What an operator said of two reports; wins over every score. Of several on one pair the newest counts, whichever came
 * first.
 *
 * @param action id of the operator's action
 * @param inWords who said it and why, for the reasons of a member
 */
public record Ruling(Kind kind, Instant when, String action, String inWords) {

    /** What was said. */
    public enum Kind {
        /** They speak of one event. */
        TOGETHER,
        /** They speak of different events. */
        APART,
        /** Nothing any more: what was said before is taken back. */
        OPEN
    }

    private static final Comparator<Ruling> AGE =
            Comparator.comparing(Ruling::when).thenComparing(Ruling::action).thenComparing(Ruling::kind);

    public Ruling {
        requireNonNull(kind);
        requireNonNull(when);
        requireNonNull(action);
        requireNonNull(inWords);
    }

    boolean newerThan(Ruling other) {
        return AGE.compare(this, other) > 0;
    }
}
