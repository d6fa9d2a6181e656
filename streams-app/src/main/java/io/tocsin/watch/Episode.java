package io.tocsin.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

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
 * @param first instant of the first incident that counts: in the first window that reached the level
 * @param last instant of the last incident that counts, before {@code until}
 * @param severity that of the highest level reached
 * @param tally of all incidents in windows that end from {@code from} on and before {@code until}
 * @param circle where a cluster lies; empty in scopes that stay where they are
 */
public record Episode(
        Instant from,
        Instant until,
        Instant first,
        Instant last,
        Severity severity,
        Tally tally,
        Optional<Circle> circle) {

    /** Whether an incident at that instant is in one of its windows, (from − within, until). */
    boolean counts(Instant at, Duration within) {
        return at.isAfter(from.minus(within)) && at.isBefore(until);
    }

    /** The same stretch, in which one incident more counts. */
    Episode with(Instant incident, Tally counted) {
        Instant earlier = incident.isBefore(first) ? incident : first;
        Instant later = incident.isAfter(last) ? incident : last;
        return new Episode(from, until, earlier, later, severity, counted, circle);
    }

    Episode withTally(Tally counted) {
        return new Episode(from, until, first, last, severity, counted, circle);
    }

    Stretch stretch() {
        return new Stretch(from, until, severity);
    }

    /** Milliseconds that both cover; none if they are clusters that lie apart. */
    long overlap(Episode other) {
        boolean apart =
                circle.isPresent() && other.circle.isPresent() && !circle.get().meets(other.circle.get());
        Instant start = from.isAfter(other.from) ? from : other.from;
        Instant end = until.isBefore(other.until) ? until : other.until;
        return apart ? 0 : Duration.between(start, end).toMillis();
    }
}
