package io.tocsin.connectors.polling;

import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * What a task finds outside of itself.
 *
 * @param clock tells what is due
 * @param random spreads those who come back after a failure
 * @param patience how long Connect's thread is kept at most where there is nothing to hand over
 */
public record Surroundings(Clock clock, RandomGenerator random, Duration patience) {

    /** The system's clock and chance, and at most a second. */
    public static Surroundings system() {
        return new Surroundings(Clock.systemUTC(), RandomGenerator.getDefault(), Duration.ofSeconds(1));
    }
}
