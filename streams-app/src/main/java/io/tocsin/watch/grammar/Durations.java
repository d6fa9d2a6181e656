package io.tocsin.watch.grammar;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations such as {@code 90m}, {@code 36h}, {@code 3d}, {@code 2w}, or as ISO 8601 has them, {@code P3D}. */
final class Durations {

    private static final Duration LONGEST = Duration.ofDays(400);
    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})([mhdw])");
    private static final Pattern ISO_WEEKS = Pattern.compile("P(\\d{1,9})W");

    private Durations() {}

    /** A duration of at least so much, and no longer than any window may be. */
    static Optional<Duration> read(Value value, Duration least) {
        return read(value, least, LONGEST, "");
    }

    /** @param why a word on the bounds, in brackets */
    static Optional<Duration> read(Value value, Duration least, Duration most, String why) {
        return value.text().flatMap(text -> {
            Optional<Duration> duration = parse(text);
            if (duration.isEmpty()) {
                value.refuse(Wording.quoted(text) + " is not a duration; write minutes, hours, days or weeks such as"
                        + " 90m, 36h, 3d, 2w, or ISO 8601 such as P3D");
                return duration;
            }
            boolean withinBounds =
                    duration.get().compareTo(least) >= 0 && duration.get().compareTo(most) <= 0;
            if (!withinBounds) {
                value.refuse(Wording.quoted(text) + " is not from " + write(least) + why + " to " + write(most)
                        + "; choose a duration between them");
            }
            return duration;
        });
    }

    /** The shortest way to write the duration. */
    static String write(Duration duration) {
        if (whole(duration, ChronoUnit.DAYS)) {
            return duration.toDays() + "d";
        }
        if (whole(duration, ChronoUnit.HOURS)) {
            return duration.toHours() + "h";
        }
        return whole(duration, ChronoUnit.MINUTES) ? duration.toMinutes() + "m" : duration.toString();
    }

    private static boolean whole(Duration duration, ChronoUnit unit) {
        return duration.equals(duration.truncatedTo(unit));
    }

    private static Optional<Duration> parse(String text) {
        Matcher shortForm = SHORT.matcher(text);
        if (shortForm.matches()) {
            return Optional.of(of(shortForm.group(1), shortForm.group(2)));
        }
        Matcher weeks = ISO_WEEKS.matcher(text);
        return weeks.matches() ? Optional.of(of(weeks.group(1), "w")) : iso(text);
    }

    private static Duration of(String amount, String unit) {
        long number = Long.parseLong(amount);
        return switch (unit) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofDays(7 * number);
        };
    }

    private static Optional<Duration> iso(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException notIso) {
            return Optional.empty();
        }
    }
}
