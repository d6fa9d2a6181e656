package io.tocsin.news.find.time;

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

    private final Reckoning reckoning;

    Dates(Reckoning reckoning) {
        this.reckoning = reckoning;
    }

    /** The date that begins at the position. */
    Optional<When> day(Sentence s, int at) {
        return iso(s, at).or(() -> dayAndMonth(s, at)).or(() -> monthAndDay(s, at));
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
        int next = s.word(at + 1).equals("of") ? at + 2 : at + 1;
        return number(s, at)
                .flatMap(day -> CalendarNames.month(s, next).flatMap(month -> dated(s, month, day, at, next + 1)));
    }

    private Optional<When> monthAndDay(Sentence s, int at) {
        int dot = s.word(at + 1).equals(".") ? at + 2 : at + 1;
        int next = s.word(dot).equals("the") ? dot + 1 : dot;
        return CalendarNames.month(s, at)
                .flatMap(month -> number(s, next).flatMap(day -> dated(s, month, day, at, next + 1)));
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

    /** The month that begins at the position, or a word before its name. */
    Optional<When> month(Sentence s, int at) {
        int first = at;
        while (LEADS_TO_MONTH.contains(s.word(first)) && first < at + MOST_BEFORE_MONTH) {
            first++;
        }
        int name = first;
        boolean opened = first == at || OPENS_MONTH.contains(s.word(at));
        return opened ? CalendarNames.monthAlone(s, name).map(month -> month(s, month, at, name)) : Optional.empty();
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
