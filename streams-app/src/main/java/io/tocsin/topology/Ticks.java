package io.tocsin.topology;

import java.time.Duration;

/**
 * When the watch looks at what is due.
 *
 * @param every how often, by the wall clock
 * @param longest so long one may keep its thread; what is left comes soon after
 * @param growth an alert that only grows says so at most once in so long
 */
public record Ticks(Duration every, Duration longest, Duration growth) {

    /** A quarter of what a thread may be kept: the last thing that is said, the commit and the collector take time too. */
    private static final Duration LONGEST = Duration.ofMillis(50);

    /** How soon a thread that was freed goes on with what was left. */
    static final Duration SOON = Duration.ofMillis(100);

    public Ticks {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("tick " + every + " is not positive");
        }
    }

    /** Ticks that keep no thread for long; what grows says so with one of them. */
    public static Ticks every(Duration every) {
        return new Ticks(every, LONGEST, every);
    }

    /** The same, but an alert says each time that it grew. */
    public Ticks sayingAllGrowth() {
        return new Ticks(every, longest, Duration.ZERO);
    }
}
