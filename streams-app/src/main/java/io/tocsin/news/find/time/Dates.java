package io.tocsin.news.find.time;

import io.tocsin.incident.TimePrecision;
import io.tocsin.news.lexicon.Numbers;
import io.tocsin.news.lexicon.Numbers.Figure;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

/** Dates and months: {@code May 3}, {@code the 3rd of May 2020}, {@code 2020-05-03}, {@code late last May}. */
final class Dates {

    private static final int ISO = 10;
    private static final int MOST_BEFORE_MONTH = 3;

    private static final Set<String> LEADS_TO_MONTH = Words.of("leads-to-month");
    private static final Set<String> OPENS_MONTH = Words.of("opens-month");
    private static final Set<String> BEFORE = Words.of("the-one-before");
    private static final Set<String> BEFORE_DAY_ALONE = Words.of("before-days-alone");
    private static final Set<String> AFTER_DAY_ALONE = Words.of("after-days-alone");
    private static final Set<String> WEEKS = Words.of("weeks-of-months");
    private static final Set<String> FIRST = Words.of("first-of-many");
    private static final Set<String> LAST = Words.of("last-of-many");
    private static final int WEEK = 7;
    private static final int EARLY_UNTIL = 15;
    private static final int MID_FROM = 10;
    private static final int MID_UNTIL = 21;
    private static final int LATE_FROM = 16;

    private final Reckoning reckoning;

    Dates(Reckoning reckoning) {
        this.reckoning = reckoning;
    }

    /** The date that begins at the position. */
    Optional<When> day(Sentence s, int at) {
        return iso(s, at)
                .or(() -> dayOfMonth(s, at))
                .or(() -> dayAndMonth(s, at))
                .or(() -> monthAndDay(s, at))
                .or(() -> dayAlone(s, at));
    }

    /** {@code 2020-08-20}, however many tokens it is. */
    private static Optional<When> iso(Sentence s, int at) {
        StringBuilder text = new StringBuilder();
        int end = at;
        while (end < s.size() && text.length() < ISO && isIso(s.text(end))) {
            text.append(s.text(end));
            end++;
        }
        if (text.length() != ISO || text.charAt(4) != '-') {
            return Optional.empty();
        }
        try {
            return Optional.of(When.day(LocalDate.parse(text), at, end));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isIso(String text) {
        return text.chars().allMatch(character -> character == '-' || (character >= '0' && character <= '9'));
    }

    private Optional<When> dayAndMonth(Sentence s, int at) {
        boolean of = s.word(at + 1).equals("of");
        int next = of ? at + 2 : at + 1;
        Optional<Integer> number = number(s, at);
        if (of && number.isPresent() && s.word(next + 1).equals("month")) {
            return monthAt(s, at, next)
                    .filter(month -> YearMonth.from(month.from()).isValidDay(number.get()))
                    .map(month -> Parts.of(s, When.day(month.from().withDayOfMonth(number.get()), at, month.end())));
        }
        return number.flatMap(day -> CalendarNames.month(s, next).flatMap(month -> dated(s, month, day, at, next + 1)));
    }

    private Optional<When> monthAndDay(Sentence s, int at) {
        int dot = s.word(at + 1).equals(".") ? at + 2 : at + 1;
        int next = s.word(dot).equals("the") ? dot + 1 : dot;
        return CalendarNames.month(s, at)
                .flatMap(month -> number(s, next).flatMap(day -> dated(s, month, day, at, next + 1)));
    }

    /** {@code the first day of June}, {@code the last day of April}. */
    private Optional<When> dayOfMonth(Sentence s, int at) {
        if (!s.word(at + 1).equals("day") || !s.word(at + 2).equals("of")) {
            return Optional.empty();
        }
        Optional<When> month = CalendarNames.month(s, at + 3)
                .map(name -> month(s, name, at, at + 3))
                .filter(each -> each.precision() == TimePrecision.MONTH);
        boolean last = LAST.contains(s.word(at));
        Optional<Integer> number = FIRST.contains(s.word(at)) ? Optional.of(1) : Numbers.ordinal(s, at);
        return month.flatMap(each -> last
                        ? Optional.of(YearMonth.from(each.from()).atEndOfMonth())
                        : number.filter(day -> YearMonth.from(each.from()).isValidDay(day))
                                .map(day -> each.from().withDayOfMonth(day)))
                .map(day -> Parts.of(s, When.day(day, at, month.get().end())));
    }

    /** {@code on the 5th}, {@code Friday the 13th}, {@code in the night of the 21st}: the last such day. */
    private Optional<When> dayAlone(Sentence s, int at) {
        boolean led = s.word(at - 1).equals("the")
                && (BEFORE_DAY_ALONE.contains(s.word(at - 2))
                        || CalendarNames.weekday(s, at - 2).isPresent());
        boolean figure =
                Character.isDigit(s.text(at).isEmpty() ? ' ' : s.text(at).charAt(0));
        boolean ends =
                AFTER_DAY_ALONE.contains(s.word(at + 1)) || s.word(at + 1).endsWith("ed");
        return led && figure && ends
                ? Numbers.ordinal(s, at)
                        .filter(day -> day >= 1 && day <= 31)
                        .map(day -> Parts.of(s, When.day(reckoning.last(day), at, at + 1)))
                : Optional.empty();
    }

    private static Optional<Integer> number(Sentence s, int at) {
        Optional<Integer> figure = s.text(at).length() <= 2
                ? Numbers.at(s, at)
                        .filter(number -> Character.isDigit(s.text(at).charAt(0)))
                        .map(Figure::value)
                : Numbers.ordinal(s, at);
        return figure.filter(day -> day >= 1 && day <= 31);
    }

    private Optional<When> dated(Sentence s, Month month, int day, int at, int end) {
        int next = s.word(end).equals(",") ? end + 1 : end;
        Optional<Integer> year = Numbers.year(s, next);
        try {
            if (year.isPresent()) {
                return Optional.of(Parts.of(s, When.day(LocalDate.of(year.get(), month, day), at, next + 1)));
            }
            if (s.word(end).equals("last") && s.word(end + 1).equals("year")) {
                return Optional.of(When.day(LocalDate.of(lastYear(), month, day), at, end + 2));
            }
            return Optional.of(Parts.of(s, When.day(reckoning.last(month, day), at, end)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The month that begins at the position, or a word before its name; a part of it if that is said. */
    Optional<When> month(Sentence s, int at) {
        Optional<When> week = weekOf(s, at);
        if (week.isPresent()) {
            return week;
        }
        int first = at;
        while (LEADS_TO_MONTH.contains(s.word(first)) && first < at + MOST_BEFORE_MONTH) {
            first++;
        }
        int name = first;
        boolean opened = first == at || OPENS_MONTH.contains(s.word(at));
        return opened
                ? CalendarNames.monthAlone(s, name).map(month -> part(s.word(at), month(s, month, at, name)))
                : Optional.empty();
    }

    /** {@code late October}. */
    static When part(String word, When month) {
        LocalDate first = month.from();
        LocalDate late = first.withDayOfMonth(LATE_FROM);
        if (month.precision() != TimePrecision.MONTH || month.until().isBefore(late)) {
            return month;
        }
        return switch (word) {
            case "early" -> month.within(first, first.withDayOfMonth(EARLY_UNTIL));
            case "mid" -> month.within(first.withDayOfMonth(MID_FROM), first.withDayOfMonth(MID_UNTIL));
            case "late" -> month.within(late, month.until());
            default -> month;
        };
    }

    /** {@code second week of September}, {@code end of July}. */
    private Optional<When> weekOf(Sentence s, int at) {
        boolean end = s.word(at).equals("end")
                || s.word(at).equals("beginning")
                || s.word(at).equals("middle");
        int of = end ? at + 1 : at + 2;
        if (!s.word(of).equals("of") || !(end || WEEKS.contains(s.word(at + 1)))) {
            return Optional.empty();
        }
        Optional<When> month = CalendarNames.month(s, of + 1).map(name -> month(s, name, at, of + 1));
        if (month.isEmpty() || month.get().precision() != TimePrecision.MONTH) {
            return Optional.empty();
        }
        if (end) {
            String part = s.word(at).equals("end") ? "late" : s.word(at).equals("middle") ? "mid" : "early";
            return month.map(each -> part(part, each));
        }
        LocalDate first = month.get().from();
        Optional<Integer> number = s.word(at).equals("first") ? Optional.of(1) : Numbers.ordinal(s, at);
        if (s.word(at).equals("last")) {
            return month.map(each -> each.within(each.until().minusDays(WEEK), each.until()));
        }
        return number.filter(week -> week <= 4)
                .flatMap(week -> month.map(
                        each -> each.within(first.plusDays((week - 1L) * WEEK), first.plusDays((long) week * WEEK))));
    }

    /** The month that is meant at the position: {@code August}, {@code January 2016}, {@code last month}, {@code the month}. */
    Optional<When> monthAt(Sentence s, int at, int name) {
        if (s.word(name + 1).equals("month")) {
            YearMonth now = YearMonth.from(reckoning.today());
            return switch (s.word(name)) {
                case "this" -> Optional.of(When.month(now, at, name + 2));
                case "last" -> Optional.of(When.month(now.minusMonths(1), at, name + 2));
                case "the", "that" -> Optional.of(When.month(reckoning.month(), at, name + 2));
                default -> Optional.empty();
            };
        }
        return CalendarNames.month(s, name).map(month -> month(s, month, at, name));
    }

    private When month(Sentence s, Month month, int at, int name) {
        int end = name + 1;
        int of = s.word(end).equals("of") || s.word(end).equals(",") ? end + 1 : end;
        Optional<Integer> year = Numbers.year(s, of);
        if (year.isPresent()) {
            return When.month(YearMonth.of(year.get(), month), at, of + 1);
        }
        if (s.word(of).equals("last") && s.word(of + 1).equals("year")) {
            return When.month(YearMonth.of(lastYear(), month), at, of + 2);
        }
        if (s.word(of).equals("this") && s.word(of + 1).equals("year")) {
            return When.month(YearMonth.of(reckoning.today().getYear(), month), at, of + 2);
        }
        return When.month(reckoning.last(month, BEFORE.contains(s.word(name - 1))), at, end);
    }

    private int lastYear() {
        return reckoning.today().getYear() - 1;
    }
}
