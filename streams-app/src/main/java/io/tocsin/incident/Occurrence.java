package io.tocsin.incident;

import java.time.Instant;

/**
 * When it happened: the half-open stretch [from, until).
 *
 * @param until equal to {@code from} when the instant is exact
 */
public record Occurrence(Instant from, Instant until, TimePrecision precision) {

    public Occurrence {
        Limits.time("occurrence.from", from);
        Limits.time("occurrence.until", until);
        if (until.isBefore(from)) {
            throw new InvalidField("occurrence.until", until + " is before occurrence.from " + from);
        }
    }

    /** The instant at which it counts: the middle, in whole milliseconds. */
    public Instant instant() {
        return Instant.ofEpochMilli(Math.floorDiv(from.toEpochMilli() + until.toEpochMilli(), 2));
    }
}
