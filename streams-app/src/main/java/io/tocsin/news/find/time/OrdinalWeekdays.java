package io.tocsin.news.find.time;

import io.tocsin.incident.TimePrecision;
import io.tocsin.news.lexicon.Numbers;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;

/** Weekdays of a month by their number: {@code the second Saturday of August}, {@code the last Friday in January 2016}. */
final class OrdinalWeekdays {

    private static final int MOST = 5;

    private static final Set<String> FIRST = Words.of("first-of-many");
    private static final Set<String> LAST = Words.of("last-of-many");
    private static final Set<String> OF = Words.of("between-days-and-months");
    private static final Set<String> ONE = Words.of("one");

    private final Dates dates;

    OrdinalWeekdays(Dates dates) {
        this.dates = dates;
    }

    /** The weekday whose number stands at the position. */
    Optional<When> at(Sentence s, int at) {
        Optional<DayOfWeek> weekday = CalendarNames.weekday(s, at + 1);
        if (weekday.isEmpty() || !OF.contains(s.word(at + 2))) {
            return Optional.empty();
        }
        Optional<When> month = dates.monthAt(s, at, at + 3).filter(each -> each.precision() == TimePrecision.MONTH);
        if (ONE.contains(s.word(at))) {
            return month;
        }
        return month.flatMap(each -> day(s, at, weekday.get(), YearMonth.from(each.from()))
                .map(day -> Parts.of(s, When.day(day, at, each.end()))));
    }

    private static Optional<LocalDate> day(Sentence s, int at, DayOfWeek weekday, YearMonth month) {
        if (LAST.contains(s.word(at))) {
            return Optional.of(month.atDay(1).with(TemporalAdjusters.lastInMonth(weekday)));
        }
        Optional<Integer> number = FIRST.contains(s.word(at)) ? Optional.of(1) : Numbers.ordinal(s, at);
        return number.filter(each -> each <= MOST)
                .map(each -> month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(each, weekday)))
                .filter(day -> YearMonth.from(day).equals(month));
    }
}
