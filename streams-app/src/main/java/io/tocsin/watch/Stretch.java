package io.tocsin.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A stretch of time, [from, until), in which a severity is held.
 *
 * @param from instant of an incident with which a window ended that reached the level
 * @param until when the oldest incident that was needed for it leaves the window
 */
record Stretch(Instant from, Instant until, Severity severity) {

    private static final Comparator<Stretch> BY_START = Comparator.comparing(Stretch::from);

    /** The union of all, joined over gaps shorter than {@code quiet}; each has the highest severity of its parts. */
    static List<Stretch> joined(List<Stretch> stretches, Duration quiet) {
        List<Stretch> joined = new ArrayList<>();
        Stretch open = null;
        for (Stretch next : stretches.stream().sorted(BY_START).toList()) {
            if (open != null && open.joins(next, quiet)) {
                open = open.join(next);
            } else {
                if (open != null) {
                    joined.add(open);
                }
                open = next;
            }
        }
        if (open != null) {
            joined.add(open);
        }
        return joined;
    }

    /** For each severity, when it or a higher one is held: equal for any two that hold the same at every instant. */
    static Map<Severity, List<Stretch>> held(List<Stretch> stretches) {
        Map<Severity, List<Stretch>> held = new EnumMap<>(Severity.class);
        for (Stretch stretch : stretches) {
            held.computeIfAbsent(
                    stretch.severity(),
                    severity -> joined(
                            stretches.stream()
                                    .filter(each -> each.severity().compareTo(severity) >= 0)
                                    .map(each -> new Stretch(each.from(), each.until(), severity))
                                    .toList(),
                            Duration.ZERO));
        }
        return held;
    }

    /** Whether the two are one: they overlap, touch, or lie closer together than {@code quiet}. */
    boolean joins(Stretch other, Duration quiet) {
        Instant earlierEnd = from.isBefore(other.from) ? until : other.until;
        Instant laterStart = from.isBefore(other.from) ? other.from : from;
        return !laterStart.isAfter(earlierEnd)
                || Duration.between(earlierEnd, laterStart).compareTo(quiet) < 0;
    }

    Stretch join(Stretch other) {
        return new Stretch(
                from.isBefore(other.from) ? from : other.from,
                until.isAfter(other.until) ? until : other.until,
                severity.compareTo(other.severity) >= 0 ? severity : other.severity);
    }
}
