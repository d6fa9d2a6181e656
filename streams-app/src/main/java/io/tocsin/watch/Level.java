package io.tocsin.watch;

import java.util.ArrayList;
import java.util.List;

/**
 * What a window must reach, and the severity that it gives.
 *
 * @param all numbers that must be reached together
 * @param any numbers of which each is enough alone
 */
public record Level(Severity severity, Threshold all, Threshold any) {

    public Level {
        if (!all.asks() && !any.asks()) {
            throw new IllegalArgumentException("level " + severity.label() + " asks for nothing");
        }
    }

    /** So many incidents. */
    public Level(Severity severity, int incidents) {
        this(severity, Threshold.incidents(incidents), Threshold.NONE);
    }

    /** The ways to reach it. */
    List<Threshold> ways() {
        List<Threshold> ways = new ArrayList<>(any.apart());
        if (all.asks()) {
            ways.add(0, all);
        }
        return ways;
    }

    /** For people: {@code 8 incidents or 20 killed}. */
    public String inWords() {
        String joined = all.inWords("and");
        String apart = any.inWords("or");
        return joined.isEmpty() || apart.isEmpty() ? joined + apart : joined + " or " + apart;
    }
}
