package io.tocsin.news.find.time;

import io.tocsin.news.lexicon.Phrases.Found;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

/** Times counted from the day that was told of last: {@code that night}, {@code the day before}, {@code at dusk}. */
final class AnchoredTimes {

    private static final Set<String> COUNTED = Words.of("parts-of-other-days");
    private static final Set<String> BESIDE_NIGHT = Words.of("beside-the-night");
    private static final Set<String> HOURS_LATER = Words.of("hours-later");
    private static final Set<String> HOURS_BESIDE = Words.of("hours-beside");
    private static final Set<String> LEADS_TO_DAY = Words.of("leads-to-day");
    private static final Set<String> ONE_HOUR = Words.of("one-hour");
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
        return partOfDay(s, at).or(() -> beside(s, at));
    }

    private Optional<When> beside(Sentence s, int at) {
        return switch (s.word(at)) {
            case "at" -> sameTime(s, at);
            case "night", "morning", "afternoon", "evening" -> partBeside(s, at);
            case "that" -> ofThat(s.word(at + 1), at);
            case "same" ->
                s.word(at + 1).equals("month")
                        ? Optional.of(When.month(reckoning.month(), at, at + 2))
                        : onDay(s.word(at + 1), 0, at);
            case "previous" -> onDay(s.word(at + 1), -1, at);
            case "following" -> onDay(s.word(at + 1), 1, at);
            case "next" -> s.word(at - 1).equals("the") ? onDay(s.word(at + 1), 1, at) : Optional.empty();
            case "hours", "minutes" -> hours(s.word(at + 1), at);
            case "hour" -> ONE_HOUR.contains(s.word(at - 1)) ? hours(s.word(at + 1), at) : Optional.empty();
            case "day" -> dayBeside(s, at);
            default -> Optional.empty();
        };
    }

    /** {@code that day}, {@code that night}, {@code that month}. */
    private Optional<When> ofThat(String unit, int at) {
        if (unit.equals("month")) {
            return Optional.of(When.month(reckoning.month(), at, at + 2));
        }
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

    /** Whether it says of a day just named what it follows: {@code on Wednesday, the morning after}. */
    private boolean isApposed(Sentence s, int at) {
        return reckoning.hasNamed()
                && s.word(at).equals("the")
                && s.word(at - 1).equals(",");
    }

    /** {@code the night after the attack}, {@code the evening before}; {@code Wednesday, the morning after} is counted back. */
    private Optional<When> partBeside(Sentence s, int at) {
        if (s.word(at + 1).equals("after") && isApposed(s, at - 1)) {
            return Optional.of(When.day(reckoning.anchor().minusDays(1), at, at + 2));
        }
        boolean before = s.word(at + 1).equals("before");
        boolean known = before || (reckoning.hasTold() && BESIDE_NIGHT.contains(s.word(at + 1)));
        LocalDate day = before ? reckoning.anchor().minusDays(1) : reckoning.anchor();
        return known && s.word(at - 1).equals("the")
                ? PartOfDay.named(s.word(at))
                        .map(part -> When.day(day, at, at + 1).in(part, before ? at + 2 : at + 1))
                : Optional.empty();
    }

    /** {@code hours later}, where it is told of when, {@code minutes after the blast}; {@code in May … an hour earlier}: in that month. */
    private Optional<When> hours(String next, int at) {
        if (HOURS_LATER.contains(next)) {
            Optional<YearMonth> month = reckoning.monthOfSentence();
            if (month.isPresent()) {
                return Optional.of(When.month(month.get(), at, at + 2));
            }
            return reckoning.isAnchored() ? Optional.of(When.day(reckoning.anchor(), at, at + 2)) : Optional.empty();
        }
        return HOURS_BESIDE.contains(next) ? Optional.of(When.day(reckoning.anchor(), at, at + 1)) : Optional.empty();
    }

    /**
     * {@code the day before}, {@code a day later}; of "the day after" it is told another time, unless it is apposed to a
     * day: {@code on Tuesday, the day after a teacher was shot}.
     */
    private Optional<When> dayBeside(Sentence s, int at) {
        if (!ONE.contains(s.word(at - 1)) || s.word(at + 2).isEmpty()) {
            return Optional.empty();
        }
        LocalDate anchor = reckoning.anchor();
        When before = When.day(anchor.minusDays(1), at - 1, at + 2);
        return switch (s.word(at + 1)) {
            case "earlier", "before" -> Optional.of(before);
            case "later" -> Optional.of(When.day(anchor.plusDays(1), at - 1, at + 2));
            case "after" ->
                s.word(at - 1).equals("the") && !isApposed(s, at - 1) ? Optional.empty() : Optional.of(before);
            default -> Optional.empty();
        };
    }

    /** {@code in the afternoon}, {@code at dusk on Thursday}, {@code in the small hours of Saturday}. */
    private Optional<When> partOfDay(Sentence s, int at) {
        Optional<Found<PartOfDay>> part = DayParts.at(s, at);
        return part.map(found -> onNamedDay(s, found.meaning(), at, found.until()));
    }

    /** Of the day that is named after it, else of the one told last, unless the sentence has another month: {@code in December … at noon}; {@code the night from Sunday to Monday}, {@code the night to Monday}. */
    private When onNamedDay(Sentence s, PartOfDay part, int at, int end) {
        int begin = end;
        while (begin < end + 2 && LEADS_TO_DAY.contains(s.word(begin))) {
            begin++;
        }
        if (Parts.throughNight(s, part, end) > end) {
            Optional<When> morning = weekdays.at(s, end + 1).filter(When::isOfDay);
            if (morning.isPresent()) {
                int until = morning.get().end();
                return When.day(morning.get().from().minusDays(1), at, until).in(part, until);
            }
        }
        int first = begin;
        Optional<When> named = weekdays.at(s, first)
                .or(() -> dates.day(s, first))
                .or(() -> relative.at(s, first))
                .or(() -> beside(s, first))
                .filter(When::isOfDay);
        Optional<YearMonth> month = reckoning.monthOfSentence();
        if (named.isEmpty() && month.isPresent()) {
            return When.month(month.get(), at, end);
        }
        When day = named.orElse(When.day(reckoning.anchor(), at, end));
        int until = Parts.throughNight(s, part, day.end());
        return When.day(day.from(), at, until).in(part, until);
    }

    /** {@code at roughly the same time}. */
    private Optional<When> sameTime(Sentence s, int at) {
        int same = s.word(at + 1).equals("the") ? at + 2 : at + 1;
        boolean roughly = s.word(same).equals("roughly") && s.word(same + 1).equals("the");
        return roughly || s.word(same).equals("same")
                ? Optional.of(When.day(reckoning.anchor(), at, Math.min(same + 2, s.size())))
                : Optional.empty();
    }
}
