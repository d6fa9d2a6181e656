package io.tocsin.news.find.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** The days that times are counted from: that of publication, and the one that was told of last. */
final class Reckoning {

    private final LocalDate today;
    private Optional<LocalDate> told = Optional.empty();
    private LocalDate anchor;
    private boolean named;
    private Optional<YearMonth> month = Optional.empty();
    private Optional<LocalDate> set = Optional.empty();
    private int paragraph;

    Reckoning(LocalDate today) {
        this.today = today;
        this.anchor = today;
    }

    /** The day of publication. */
    LocalDate today() {
        return today;
    }

    LocalDate tomorrow() {
        return today.plusDays(1);
    }

    /** The day that was told of last: "that day". */
    LocalDate anchor() {
        return anchor;
    }

    /** Whether any day was named that "that day" may be. */
    boolean isAnchored() {
        return named || told.isPresent() || set.isPresent();
    }

    /** Whether an attack was told of a day. */
    boolean hasTold() {
        return told.isPresent();
    }

    void tellOf(LocalDate day) {
        told = Optional.of(day);
        set = Optional.empty();
    }

    /** A sentence begins: "that day" is the one that its paragraph has set, or else that of the attack told last. */
    void begin(int ofParagraph) {
        set = set.filter(day -> paragraph == ofParagraph);
        paragraph = ofParagraph;
        anchor = set.or(() -> told).orElse(anchor);
        named = false;
        month = Optional.empty();
    }

    /** Something happened that day: the paragraph goes on with it. */
    void set(LocalDate day) {
        set = Optional.of(day);
    }

    /** A month of the sentence, in which no day is told yet. */
    void name(YearMonth ofSentence) {
        month = Optional.of(ofSentence);
    }

    /** The month that the sentence names without a day. */
    Optional<YearMonth> monthOfSentence() {
        return named ? Optional.empty() : month;
    }

    /** The month that was told of last: "the last Friday of the month". */
    YearMonth month() {
        return month.orElse(YearMonth.from(anchor));
    }

    /** A time of the sentence: "that day" is now this day. */
    void name(LocalDate day) {
        anchor = day;
        named = true;
    }

    /** Whether the sentence has named a day so far. */
    boolean hasNamed() {
        return named;
    }

    LocalDate monday() {
        return last(DayOfWeek.MONDAY);
    }

    /** The nearest such day, today included. */
    LocalDate last(DayOfWeek weekday) {
        return today.with(TemporalAdjusters.previousOrSame(weekday));
    }

    /** The last day of the number, in this month or in the one before that has it. */
    LocalDate last(int day) {
        YearMonth month = YearMonth.from(tomorrow());
        while (!month.isValidDay(day) || month.atDay(day).isAfter(tomorrow())) {
            month = month.minusMonths(1);
        }
        return month.atDay(day);
    }

    /** The last such day; by the clock of the place it may be tomorrow. */
    LocalDate last(Month month, int day) {
        MonthDay date = MonthDay.of(month, day);
        int year = tomorrow().getYear();
        boolean begun = date.isValidYear(year) && !date.atYear(year).isAfter(tomorrow());
        return LocalDate.of(begun ? year : year - 1, month, day);
    }

    /** The last such month that has begun; if it must be over, the last that has ended. */
    YearMonth last(Month month, boolean over) {
        YearMonth now = YearMonth.from(today);
        YearMonth inYear = YearMonth.of(today.getYear(), month);
        boolean future = inYear.isAfter(now) || (over && inYear.equals(now));
        return future ? inYear.minusYears(1) : inYear;
    }
}
