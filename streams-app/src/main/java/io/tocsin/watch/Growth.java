package io.tocsin.watch;

import java.time.Duration;
import java.time.Instant;

/**
 * How an alert grew, as far as that was not told.
 *
 * @param sinceTold whether it did since people were last notified
 * @param saidFrom until then growth alone is not said once more
 * @param unsaid whether it did since its last transition, so that nobody knows
 */
public record Growth(boolean sinceTold, Instant saidFrom, boolean unsaid) {

    /** None that was not told, and the next may be said from then on. */
    public static Growth none(Instant saidFrom) {
        return new Growth(false, saidFrom, false);
    }

    /** Whether it is time to say what was not. */
    boolean isDue(Instant now) {
        return unsaid && !now.isBefore(saidFrom);
    }

    /**
     * Whether more may wait to be said, as some was said just now.
     *
     * @param pace growth is said at most once in so long; so it waits no longer, though the clock is set back
     */
    boolean waits(Instant now, Duration pace) {
        return now.isBefore(saidFrom) && !now.isBefore(saidFrom.minus(pace));
    }

    /**
     * The same, with more that is not said yet.
     *
     * @param open whether the alert is: people are told later how such a one grew
     */
    Growth withUnsaid(boolean open) {
        return new Growth(sinceTold || open, saidFrom, true);
    }

    /** The same; what grows from now on is said then, unless something waits already. */
    Growth waitingUntil(Instant then) {
        return unsaid ? this : new Growth(sinceTold, then, false);
    }
}
