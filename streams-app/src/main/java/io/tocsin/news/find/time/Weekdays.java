package io.tocsin.news.find.time;

import io.tocsin.news.Notice;
import io.tocsin.news.find.time.When.Use;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Weekdays, with or without a date: {@code late on Sunday}, {@code last Friday}, {@code Tuesday, May 3}. */
final class Weekdays {

    private static final Set<String> LATE = Words.of("late");
    private static final Set<String> BEFORE = Words.of("the-one-before");
    private static final Set<String> TO_COME = Words.of("the-one-to-come");
    private static final Set<String> EVERY = Words.of("every");
    private static final Set<String> NEAREST = Words.of("the-nearest-one");

    private final Reckoning reckoning;
    private final Dates dates;
    private final List<Notice> notices = new ArrayList<>();

    Weekdays(Reckoning reckoning, Dates dates) {
        this.reckoning = reckoning;
        this.dates = dates;
    }

    /** Weekdays that were not those of the dates beside them. */
    List<Notice> notices() {
        return notices;
    }

    /** The weekday that begins at the position. */
    Optional<When> at(Sentence s, int at) {
        boolean early = s.word(at).equals("early") && !s.word(at + 1).equals("in");
        boolean late = LATE.contains(s.word(at));
        int day = early || late ? at + 1 : at;
        if ((early || late) && s.word(day).equals("on")) {
            day++;
        }
        boolean same = s.word(day - 1).equals("same");
        boolean last = BEFORE.contains(s.word(day));
        boolean next = TO_COME.contains(s.word(day));
        if (last || next || NEAREST.contains(s.word(day))) {
            day++;
        }
        Optional<DayOfWeek> weekday = CalendarNames.weekday(s, day);
        if (weekday.isEmpty()) {
            return Optional.empty();
        }
        Optional<When> dated = dated(s, at, day, weekday.get());
        if (dated.isPresent()) {
            return dated;
        }
        int end = day + 1;
        LocalDate nearest = same && reckoning.anchor().getDayOfWeek() == weekday.get()
                ? reckoning.anchor()
                : nearest(weekday.get(), last);
        When when = ofWeek(s, weekday.get(), at, end).orElseGet(() -> When.day(nearest, at, end));
        if (EVERY.contains(s.word(at - 1))) {
            return Optional.of(when.as(Use.PERIOD));
        }
        return Optional.of(
                next
                        ? when.as(Use.FUTURE)
                        : early ? Parts.early(s, when) : late ? Parts.late(s, when) : Parts.of(s, when));
    }

    /** {@code Tuesday of last week}, {@code the Sunday before last}. */
    private Optional<When> ofWeek(Sentence s, DayOfWeek weekday, int at, int end) {
        int last = s.word(end).equals("of") ? end + 1 : end;
        if (s.word(last).equals("last") && s.word(last + 1).equals("week")) {
            LocalDate day = reckoning.monday().minusWeeks(1).plusDays(weekday.getValue() - 1L);
            return Optional.of(When.day(day, at, last + 2));
        }
        boolean beforeLast = s.word(end).equals("before") && s.word(end + 1).equals("last");
        return beforeLast ? Optional.of(When.day(nearest(weekday, true).minusWeeks(1), at, end + 2)) : Optional.empty();
    }

    private LocalDate nearest(DayOfWeek weekday, boolean over) {
        LocalDate nearest = reckoning.last(weekday);
        return over && nearest.equals(reckoning.today()) ? nearest.minusWeeks(1) : nearest;
    }

    /** {@code Tuesday, May 3}: the date counts; the weekday may be wrong. */
    private Optional<When> dated(Sentence s, int at, int day, DayOfWeek weekday) {
        Optional<PartOfDay> part = PartOfDay.named(s.word(day + 1));
        int next = part.isPresent() ? day + 2 : day + 1;
        if (s.word(next).equals(",") || s.word(next).equals("(")) {
            next++;
        }
        int begin = s.word(next).equals("the") || s.word(next).equals("on") ? next + 1 : next;
        Optional<When> dated = dates.day(s, begin).map(date -> date.at(at, date.end()));
        dated.filter(date -> date.from().getDayOfWeek() != weekday)
                .ifPresent(date -> notices.add(new Notice(s.span(at, date.end()), wrong(date.from(), weekday))));
        return dated.map(date -> part.map(found -> date.in(found, date.end())).orElse(date));
    }

    private static String wrong(LocalDate date, DayOfWeek weekday) {
        return date + " was a " + CalendarNames.name(date.getDayOfWeek()) + ", not a " + CalendarNames.name(weekday)
                + "; the date was taken";
    }
}
