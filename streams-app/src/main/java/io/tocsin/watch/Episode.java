package io.tocsin.watch;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time in which a scope stays at or above a rule's lowest level, but for gaps shorter than its quiet time.
 *
 * <pre>
 *   incidents     x    x x          x x x
 *   window        (-------]
 *   level held         [======)     [=========)
 *                 ^first          gap       ^last
 *                      ^from                   ^until
 * </pre>
 *
 * @param from first instant at which the lowest level is held
 * @param until the level is held before this instant, and no more from it on
 * @param first instant of the first incident that counts
 * @param last instant of the last incident that counts
 * @param severity that of the highest level reached
 * @param tally of all incidents from {@code first} to {@code last}
 */
public record Episode(Instant from, Instant until, Instant first, Instant last, Severity severity, Tally tally) {

    /** Whether an incident at that instant is among those it counts. */
    boolean spans(Instant at) {
        return !at.isBefore(first) && !at.isAfter(last);
    }

    /** Whether the two are one episode: they overlap, touch, or lie closer together than {@code quiet}. */
    boolean joins(Episode other, Duration quiet) {
        Instant earlierEnd = from.isBefore(other.from) ? until : other.until;
        Instant laterStart = from.isBefore(other.from) ? other.from : from;
        return !laterStart.isAfter(earlierEnd)
                || Duration.between(earlierEnd, laterStart).compareTo(quiet) < 0;
    }

    /** Both as one episode, with the tally given. */
    Episode join(Episode other, Tally together) {
        return new Episode(
                min(from, other.from),
                max(until, other.until),
                min(first, other.first),
                max(last, other.last),
                severity.compareTo(other.severity) >= 0 ? severity : other.severity,
                together);
    }

    Episode withTally(Tally counted) {
        return new Episode(from, until, first, last, severity, counted);
    }

    /** Milliseconds that both cover. */
    long overlap(Episode other) {
        return Duration.between(max(from, other.from), min(until, other.until)).toMillis();
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
