package io.tocsin.benchmarks.reading;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;

/** A part of the day, by the clock of the place. */
enum Part {
    NIGHT(21, 5),
    MORNING(5, 12),
    AFTERNOON(12, 17),
    EVENING(17, 21);

    /** How far sources differ on where one ends and the next begins. */
    private static final Duration BLUR = Duration.ofHours(1);

    private final LocalTime from;
    private final Duration length;

    Part(int from, int until) {
        this.from = LocalTime.of(from, 0);
        this.length = Duration.ofHours(Math.floorMod(until - from, 24));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The part of that label.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Part of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** Whether the time lies in it, or at most an hour outside. */
    boolean covers(LocalTime time) {
        Duration since = Duration.between(from.minus(BLUR), time);
        Duration after = since.isNegative() ? since.plusDays(1) : since;
        return after.compareTo(length.plus(BLUR).plus(BLUR)) <= 0;
    }
}
