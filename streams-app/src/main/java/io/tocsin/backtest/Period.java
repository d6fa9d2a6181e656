package io.tocsin.backtest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A stretch of the calendar, in UTC; weeks begin on Monday. */
public enum Period {
    DAY(ChronoUnit.DAYS),
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS),
    YEAR(ChronoUnit.YEARS);

    /** A picture is not wider than so many of them. */
    static final int MOST_IN_A_PICTURE = 60;

    private final ChronoUnit unit;

    Period(ChronoUnit unit) {
        this.unit = unit;
    }

    /** Its name in texts. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first day of the one that the instant lies in. */
    public LocalDate startOf(Instant instant) {
        LocalDate day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** The first day of the one after the one that begins then. */
    public LocalDate after(LocalDate start) {
        return start.plus(1, unit);
    }

    /** How it is written: a day, a month, a year, or the Monday of a week. */
    public String inWords(LocalDate start) {
        return switch (this) {
            case DAY -> start.toString();
            case WEEK -> "the week of " + start;
            case MONTH -> start.toString().substring(0, 7);
            case YEAR -> Integer.toString(start.getYear());
        };
    }

    /** The first days of all that the stretch touches. */
    List<LocalDate> over(Instant first, Instant last) {
        List<LocalDate> starts = new ArrayList<>();
        LocalDate end = LocalDate.ofInstant(last, ZoneOffset.UTC);
        for (LocalDate start = startOf(first); !start.isAfter(end); start = after(start)) {
            starts.add(start);
        }
        return starts;
    }

    /** The shortest by which the stretch fits into one picture. */
    static Period fitting(Instant first, Instant last) {
        long days = Duration.between(first, last).toDays() + 2;
        for (Period period : values()) {
            if (days / period.unit.getDuration().toDays() + 1 <= MOST_IN_A_PICTURE) {
                return period;
            }
        }
        return YEAR;
    }
}
