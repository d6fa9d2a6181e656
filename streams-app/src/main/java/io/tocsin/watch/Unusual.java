package io.tocsin.watch;

import java.time.Duration;

/**
 * Fires on counts that the scope's own past does not lead one to expect.
 *
 * @param history how far back that past goes
 * @param atMostOnceIn the count is unusual if by chance such a one comes at most once in that time
 */
public record Unusual(Duration history, Duration atMostOnceIn, Severity severity) {

    /** A history is made of at least so many windows; of fewer nothing can be foretold. */
    public static final int FEWEST_WINDOWS = 10;

    /** For people: {@code what comes at most once in 365 days by the last 90 days}. */
    public String inWords() {
        return "what comes at most once in " + Phrases.duration(atMostOnceIn) + " by the last "
                + Phrases.duration(history);
    }
}
