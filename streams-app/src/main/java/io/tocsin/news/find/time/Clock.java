package io.tocsin.news.find.time;

import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of day to the minute: {@code 8:30 p.m.}, {@code 10pm}, {@code 0430 GMT}.
 *
 * @param zone whose clock; empty: that of the place
 */
record Clock(LocalTime time, Optional<ZoneId> zone, int at, int end) {

    private static final Pattern FIGURES = Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?(am|pm)?");
    /** {@code 23h40}, {@code 14h}. */
    private static final Pattern HOURS = Pattern.compile("(\\d{1,2})h(\\d{2})?");

    private static final Pattern MILITARY = Pattern.compile("([01]\\d|2[0-3])([0-5]\\d)");

    private static final Set<String> FROM = Words.of("leads-to-hours");
    private static final Set<String> TO = Words.of("leads-to-last-hour");
    private static final Set<String> AFTER_CLOCKS = Words.of("after-time-figures");

    private static final Map<String, ZoneId> ZONES = Map.of(
            "gmt", ZoneOffset.UTC, "utc", ZoneOffset.UTC, "edt", ZoneOffset.ofHours(-4), "est", ZoneOffset.ofHours(-5));

    static List<Clock> all(Sentence sentence) {
        List<Clock> clocks = new ArrayList<>();
        for (int at = 0; at < sentence.size(); at++) {
            Optional<Clock> clock = at(sentence, at);
            if (clock.isPresent() && isRange(sentence, clock.get())) {
                return clocks;
            }
            clock.ifPresent(clocks::add);
        }
        return clocks;
    }

    /** {@code from 8 p.m. to 5 a.m.}, {@code between 10:00 and 11:00}: hours that something lasts, not when it began. */
    private static boolean isRange(Sentence s, Clock clock) {
        int to = s.word(clock.end()).equals(".") ? clock.end() + 1 : clock.end();
        return FROM.contains(s.word(clock.at() - 1))
                && TO.contains(s.word(to))
                && at(s, to + 1).isPresent();
    }

    private static Optional<Clock> at(Sentence s, int at) {
        String text = s.text(at).toLowerCase(Locale.ROOT);
        Matcher hours = HOURS.matcher(text);
        if (hours.matches()) {
            int minute = hours.group(2) == null ? 0 : Integer.parseInt(hours.group(2));
            return of(Integer.parseInt(hours.group(1)), minute, "", s, at, at + 1);
        }
        Matcher figures = FIGURES.matcher(text);
        if (figures.matches()) {
            String half = figures.group(3) == null ? half(s.word(at + 1)) : figures.group(3);
            int end = figures.group(3) == null && !half.isEmpty() ? at + 2 : at + 1;
            boolean dotted = text.contains(".") && isSaid(s, end);
            if (half.isEmpty() && (figures.group(2) == null || !(text.contains(":") || dotted))) {
                return military(s, at, text);
            }
            int minute = figures.group(2) == null ? 0 : Integer.parseInt(figures.group(2));
            return of(Integer.parseInt(figures.group(1)), minute, half, s, at, end);
        }
        return military(s, at, text);
    }

    /** Four figures are a time only where a zone or "hours" follows. */
    private static Optional<Clock> military(Sentence s, int at, String text) {
        Matcher military = MILITARY.matcher(text);
        return military.matches() && isSaid(s, at + 1)
                ? of(Integer.parseInt(military.group(1)), Integer.parseInt(military.group(2)), "", s, at, at + 1)
                : Optional.empty();
    }

    /** Whether the words behind the figures say that they are a time: {@code 14.30 local time}, {@code 0430 GMT}. */
    private static boolean isSaid(Sentence s, int end) {
        return ZONES.containsKey(s.word(end)) || AFTER_CLOCKS.contains(s.word(end));
    }

    private static Optional<Clock> of(int hour, int minute, String half, Sentence s, int at, int end) {
        int full = half.isEmpty() ? hour : hour % 12 + (half.equals("pm") ? 12 : 0);
        int next = s.word(end).equals(".") ? end + 1 : end;
        try {
            return Optional.of(
                    new Clock(LocalTime.of(full, minute), Optional.ofNullable(ZONES.get(s.word(next))), at, end));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String half(String word) {
        return switch (word.replace(".", "")) {
            case "am" -> "am";
            case "pm" -> "pm";
            default -> "";
        };
    }
}
