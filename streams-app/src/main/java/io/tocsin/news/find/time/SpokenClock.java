package io.tocsin.news.find.time;

import io.tocsin.news.lexicon.Numbers;
import io.tocsin.news.lexicon.Numbers.Figure;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/**
 * A time of day in words, of a clock of twelve hours: {@code half past one}, {@code four minutes past three}, {@code a
 * quarter to seven}, {@code six o'clock}. Which half of the day is meant, the day beside it says: {@code on Monday
 * afternoon}.
 *
 * @param time before noon
 */
record SpokenClock(LocalTime time, int at, int end) {

    private static final int HOURS = 12;
    private static final int MINUTES = 60;
    private static final int FIRST_EVENING_HOUR = 6;
    private static final Set<String> OCLOCK = Words.of("oclock");
    private static final Set<String> PAST = Words.of("past-the-hour");
    private static final Set<String> TO = Words.of("to-the-hour");
    private static final Set<String> AFTER = Words.of("after-spoken-clocks");
    private static final Set<String> BEFORE_BARE = Words.of("before-bare-hours");
    private static final Set<String> BEFORE_PARTS = Words.of("before-parts-of-now");

    /** The time that begins at the position. */
    static Optional<SpokenClock> at(Sentence s, int at) {
        Optional<Figure> full = hour(s, at).filter(hour -> OCLOCK.contains(s.word(hour.until())));
        return full.isPresent()
                ? full.map(hour -> new SpokenClock(LocalTime.of(hour.value() % HOURS, 0), at, hour.until() + 1))
                : minutes(s, at).flatMap(minutes -> beside(s, at, minutes)).or(() -> bare(s, at));
    }

    /** {@code at four in the morning}, {@code shortly after ten on Friday morning}. */
    private static Optional<SpokenClock> bare(Sentence s, int at) {
        return BEFORE_BARE.contains(s.word(at - 1))
                ? hour(s, at)
                        .filter(hour -> leadsToPart(s, hour.until()))
                        .map(hour -> new SpokenClock(LocalTime.of(hour.value() % HOURS, 0), at, hour.until()))
                : Optional.empty();
    }

    private static boolean leadsToPart(Sentence s, int end) {
        String next = s.word(end);
        boolean inThe = next.equals("in") && s.word(end + 1).equals("the");
        boolean atNight = next.equals("at") && PartOfDay.named(s.word(end + 1)).isPresent();
        boolean that =
                BEFORE_PARTS.contains(next) && PartOfDay.named(s.word(end + 1)).isPresent();
        int day = next.equals("on") ? end + 1 : end;
        boolean ofDay = CalendarNames.weekday(s, day).isPresent()
                && PartOfDay.named(s.word(day + 1)).isPresent();
        return (inThe && PartOfDay.named(s.word(end + 2)).isPresent()) || atNight || that || ofDay;
    }

    private static Optional<SpokenClock> beside(Sentence s, int at, Figure minutes) {
        String way = s.word(minutes.until());
        boolean to = TO.contains(way);
        Optional<Figure> hour = to || PAST.contains(way) ? hour(s, minutes.until() + 1) : Optional.empty();
        return hour.filter(each -> isOver(s, each.until()))
                .map(each -> LocalTime.of(each.value() % HOURS, 0).plusMinutes(to ? -minutes.value() : minutes.value()))
                .map(time -> time.withHour(time.getHour() % HOURS))
                .map(time -> new SpokenClock(
                        time,
                        at,
                        OCLOCK.contains(s.word(hour.get().until()))
                                ? hour.get().until() + 1
                                : hour.get().until()));
    }

    private static Optional<Figure> minutes(Sentence s, int at) {
        if (s.word(at).equals("half")) {
            return Optional.of(new Figure(MINUTES / 2, at, at + 1));
        }
        if (s.word(at).equals("quarter")) {
            return Optional.of(new Figure(MINUTES / 4, at, at + 1));
        }
        return Numbers.at(s, at)
                .filter(count -> count.value() > 0 && count.value() < MINUTES)
                .map(count -> s.word(count.until()).equals("minutes")
                        ? new Figure(count.value(), at, count.until() + 1)
                        : count);
    }

    private static Optional<Figure> hour(Sentence s, int at) {
        return Numbers.at(s, at).filter(hour -> hour.value() > 0 && hour.value() <= HOURS);
    }

    /** Not {@code ten to six soldiers}. */
    private static boolean isOver(Sentence s, int at) {
        return s.word(at).isEmpty()
                || !s.tokens().get(at).isWord()
                || AFTER.contains(s.word(at))
                || OCLOCK.contains(s.word(at))
                || CalendarNames.weekday(s, at).isPresent();
    }

    /** The time in that part of the day, unless it can be none of it. */
    Optional<LocalTime> in(PartOfDay part) {
        LocalTime later = time.plusHours(HOURS);
        return switch (part) {
            case AFTERNOON, EVENING -> Optional.of(later);
            case NIGHT -> time.getHour() >= FIRST_EVENING_HOUR ? Optional.of(later) : Optional.empty();
            default -> Optional.of(time);
        };
    }
}
