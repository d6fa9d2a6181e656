package io.tocsin.news.find.time;

import io.tocsin.news.lexicon.Words;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Parts of a day, by the hours that papers mean. A night belongs to the day whose evening it follows. */
public enum PartOfDay {
    EARLY(0, 6),
    FIRST_LIGHT(4, 7),
    MORNING(6, 12),
    AFTERNOON(12, 18),
    EVENING(18, 22),
    NIGHT(20, 24);

    private static final Map<String, PartOfDay> NAMES = names();

    private final int from;
    private final int until;

    PartOfDay(int from, int until) {
        this.from = from;
        this.until = until;
    }

    private static Map<String, PartOfDay> names() {
        Map<String, PartOfDay> names = new HashMap<>();
        for (PartOfDay part : values()) {
            Words.of("part-" + part.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .forEach(word -> names.put(word, part));
        }
        return names;
    }

    /** The part that the word names. */
    static Optional<PartOfDay> named(String word) {
        return Optional.ofNullable(NAMES.get(word));
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
        return switch (this) {
            case EARLY -> "night";
            case FIRST_LIGHT -> "morning";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }
}
