package io.tocsin.connectors.alerts;

import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * What a task finds outside of itself.
 *
 * @param clock tells what is due
 * @param random spreads those who come back after a failure
 */
public record Surroundings(Clock clock, RandomGenerator random) {

    /** The system's clock and chance. */
    public static Surroundings system() {
        return new Surroundings(Clock.systemUTC(), RandomGenerator.getDefault());
    }
}
