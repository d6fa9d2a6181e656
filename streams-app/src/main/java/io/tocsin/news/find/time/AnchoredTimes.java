package io.tocsin.news.find.time;

import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Times counted from the day that was told of last: {@code that night}, {@code the day before}, {@code at dusk}. */
final class AnchoredTimes {

    private static final Set<String> COUNTED = Words.of("parts-of-other-days");
    private static final Set<String> BESIDE_NIGHT = Words.of("beside-the-night");
    private static final Set<String> HOURS_LATER = Words.of("hours-later");
    private static final Set<String> HOURS_BESIDE = Words.of("hours-beside");
    private static final Set<String> NAMED_ALONE = Words.of("parts-alone");
    private static final Set<String> ONE = Words.of("one-day");

    private final Reckoning reckoning;
    private final Weekdays weekdays;
    private final Dates dates;
    private final RelativeTimes relative;

    AnchoredTimes(Reckoning reckoning, Weekdays weekdays, Dates dates, RelativeTimes relative) {
        this.reckoning = reckoning;
        this.weekdays = weekdays;
        this.dates = dates;
        this.relative = relative;
    }

    /** The time that begins at the position. */
    Optional<When> at(Sentence s, int at) {
        return switch (s.word(at)) {
            case "in", "at", "before", "after" -> partOfDay(s, at);
            case "night" -> nightOf(s, at);
            case "that" -> ofThat(s.word(at + 1), at);
            case "same" -> onDay(s.word(at + 1), 0, at);
            case "previous" -> onDay(s.word(at + 1), -1, at);
            case "following" -> onDay(s.word(at + 1), 1, at);
            case "hours", "minutes" -> hours(s.word(at + 1), at);
            case "day" -> dayBeside(s, at);
            default -> Optional.empty();
        };
    }

    /** {@code that day}, {@code that night}. */
    private Optional<When> ofThat(String unit, int at) {
        When day = When.day(reckoning.anchor(), at, at + 2);
        return unit.equals("day") ? Optional.of(day) : PartOfDay.named(unit).map(part -> day.in(part, at + 2));
    }

    /** {@code the same evening}, {@code the previous day}, {@code the following night}. */
    private Optional<When> onDay(String unit, int days, int at) {
        When day = When.day(reckoning.anchor().plusDays(days), at, at + 2);
        if (unit.equals("day")) {
            return Optional.of(day);
        }
        return COUNTED.contains(unit) ? PartOfDay.named(unit).map(part -> day.in(part, at + 2)) : Optional.empty();
    }

    /** {@code the night after the attack}. */
    private Optional<When> nightOf(Sentence s, int at) {
        boolean known = reckoning.hasTold() && s.word(at - 1).equals("the");
        return known && BESIDE_NIGHT.contains(s.word(at + 1))
                ? Optional.of(When.day(reckoning.anchor(), at, at + 1).in(PartOfDay.NIGHT, at + 1))
                : Optional.empty();
    }

    /** {@code hours later}, {@code minutes after the blast}. */
    private Optional<When> hours(String next, int at) {
        if (HOURS_LATER.contains(next)) {
            return Optional.of(When.day(reckoning.anchor(), at, at + 2));
        }
        return HOURS_BESIDE.contains(next) ? Optional.of(When.day(reckoning.anchor(), at, at + 1)) : Optional.empty();
    }

    /** {@code the day before}, {@code a day later}; of "the day after" it is told another time. */
    private Optional<When> dayBeside(Sentence s, int at) {
        if (!ONE.contains(s.word(at - 1)) || s.word(at + 2).isEmpty()) {
            return Optional.empty();
        }
        LocalDate anchor = reckoning.anchor();
        When before = When.day(anchor.minusDays(1), at - 1, at + 2);
        return switch (s.word(at + 1)) {
            case "earlier", "before" -> Optional.of(before);
            case "later" -> Optional.of(When.day(anchor.plusDays(1), at - 1, at + 2));
            case "after" -> s.word(at - 1).equals("the") ? Optional.empty() : Optional.of(before);
            default -> Optional.empty();
        };
    }

    /** {@code in the afternoon}, {@code at dusk}, {@code at roughly the same time}, {@code in the early hours of Saturday}. */
    private Optional<When> partOfDay(Sentence s, int at) {
        int next = s.word(at + 1).equals("the") ? at + 2 : at + 1;
        if (s.word(next).equals("early") && s.word(next + 1).equals("hours")) {
            return Optional.of(earlyHours(s, at, next + 2));
        }
        boolean same = s.word(next).equals("same")
                || (s.word(next).equals("roughly") && s.word(next + 1).equals("the"));
        if (same && s.word(at).equals("at")) {
            return Optional.of(When.day(reckoning.anchor(), at, Math.min(next + 2, s.size())));
        }
        boolean led = s.word(at).equals("in")
                ? next == at + 2
                : s.word(at).equals("at") || NAMED_ALONE.contains(s.word(next));
        return led ? part(s.word(next)).map(part -> onNamedDay(s, part, at, next + 1)) : Optional.empty();
    }

    private static Optional<PartOfDay> part(String word) {
        return switch (word) {
            case "midnight" -> Optional.of(PartOfDay.NIGHT);
            case "noon", "midday" -> Optional.of(PartOfDay.AFTERNOON);
            default -> PartOfDay.named(word);
        };
    }

    private When onNamedDay(Sentence s, PartOfDay part, int at, int end) {
        int on = s.word(end).equals("on") ? end + 1 : end;
        When day = weekdays.at(s, on).or(() -> dates.day(s, on)).orElse(When.day(reckoning.anchor(), at, end));
        return When.day(day.from(), at, day.end()).in(part, day.end());
    }

    private When earlyHours(Sentence s, int at, int end) {
        int of = s.word(end).equals("of") ? end + 1 : end;
        int begin = s.word(of).equals("the") ? of + 1 : of;
        When day = weekdays.at(s, begin)
                .or(() -> dates.day(s, begin))
                .or(() -> relative.at(s, begin))
                .or(() -> at(s, begin))
                .orElse(When.day(reckoning.anchor(), at, end));
        return When.day(day.from(), at, day.end()).in(PartOfDay.EARLY, day.end());
    }
}
