package io.tocsin.connectors.web;

import java.time.Duration;

/**
 * How long a source or receiver is left alone after failures: twice as long each time up to a limit, of which a random half is taken
 * away so that many tasks do not come back at once. Says how long, never waits.
 *
 * @param first after the first failure
 * @param longest at most
 */
public record Backoff(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 20;

    /**
     * After so many failures.
     *
     * @param failures in a row, from 1
     * @param random from 0 to 1
     */
    public Duration after(int failures, double random) {
        int doublings = Math.min(failures - 1, MOST_DOUBLINGS);
        long whole = Math.min(first.toMillis() << doublings, longest.toMillis());
        long half = whole / 2;
        return Duration.ofMillis(whole - half + Math.round(half * random));
    }
}
