package io.tocsin.news.find.time;

import java.time.LocalTime;
import java.util.Locale;

/** Parts of a day, by the hours that papers mean. A night belongs to the day whose evening it follows. */
public enum PartOfDay {
    EARLY(0, 6),
    MORNING(6, 12),
    AFTERNOON(12, 18),
    EVENING(18, 22),
    NIGHT(20, 24);

    private final int from;
    private final int until;

    PartOfDay(int from, int until) {
        this.from = from;
        this.until = until;
    }

    /** The hour that it begins with. */
    public LocalTime from() {
        return LocalTime.of(from, 0);
    }

    /** How long it is. */
    public int hours() {
        return until - from;
    }

    /** Its name in reports. */
    public String label() {
        return this == EARLY ? "night" : name().toLowerCase(Locale.ROOT);
    }
}
