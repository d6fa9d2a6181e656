package io.tocsin.watch;

import java.time.Instant;
import java.util.Optional;

/**
 * What makes the watch look again.
 *
 * @param inWords a clause for people, such as {@code incident inc-1 was taken back}
 * @param reported when the report behind it was published
 * @param received when a connector received that report
 */
public record Cause(String inWords, Optional<Instant> reported, Optional<Instant> received) {

    /** A cause without a report: time passed, or a rule changed. */
    public static Cause of(String inWords) {
        return new Cause(inWords, Optional.empty(), Optional.empty());
    }
}
