package io.tocsin.news.find.time;

import io.tocsin.incident.TimePrecision;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A time that the text names, by the calendar of the place.
 *
 * @param from the first day
 * @param until the day after the last
 * @param clock the time of day, if it is said to the minute
 * @param zone whose clock that is; empty: the place's own
 * @param at the position of its first token in the sentence
 * @param end the position after its last
 */
public record When(
        Use use,
        LocalDate from,
        LocalDate until,
        TimePrecision precision,
        Optional<PartOfDay> part,
        Optional<LocalTime> clock,
        Optional<ZoneId> zone,
        int at,
        int end) {

    /** What a time is good for. */
    public enum Use {
        /** Something happened then. */
        MOMENT,
        /** Somebody said so then. */
        SAID,
        /** A year, which is too long ago or too vague to count in. */
        YEAR,
        /** A stretch that many things happened in: since, between, in recent weeks. */
        PERIOD,
        /** It has not come yet. */
        FUTURE
    }

    static When day(LocalDate day, int at, int end) {
        return moment(day, day.plusDays(1), TimePrecision.DAY, at, end);
    }

    static When moment(LocalDate from, LocalDate until, TimePrecision precision, int at, int end) {
        return of(Use.MOMENT, from, until, precision, at, end);
    }

    static When month(YearMonth month, int at, int end) {
        return moment(month.atDay(1), month.plusMonths(1).atDay(1), TimePrecision.MONTH, at, end);
    }

    static When year(int year, int at, int end) {
        return of(Use.YEAR, Year.of(year).atDay(1), Year.of(year + 1).atDay(1), TimePrecision.UNKNOWN, at, end);
    }

    static When of(Use use, LocalDate from, LocalDate until, TimePrecision precision, int at, int end) {
        return new When(use, from, until, precision, Optional.empty(), Optional.empty(), Optional.empty(), at, end);
    }

    /** The same from an earlier position to another end. */
    When at(int start, int newEnd) {
        return new When(use, from, until, precision, part, clock, zone, start, newEnd);
    }

    /** The same in a shorter stretch of days. */
    When within(LocalDate first, LocalDate end) {
        return new When(use, first, end, precision, part, clock, zone, at, this.end);
    }

    /** The same, for another purpose. */
    When as(Use other) {
        return new When(other, from, until, precision, part, clock, zone, at, end);
    }

    /** The same in a part of the day. */
    When in(PartOfDay partOfDay, int newEnd) {
        return new When(use, from, until, TimePrecision.PART_OF_DAY, Optional.of(partOfDay), clock, zone, at, newEnd);
    }

    /** The same to the minute. */
    When at(LocalTime time, Optional<ZoneId> clockZone) {
        return new When(use, from, until, TimePrecision.MINUTE, part, Optional.of(time), clockZone, at, end);
    }

    /** Whether something can have happened at both. */
    public boolean meets(When other) {
        return from.isBefore(other.until) && other.from.isBefore(until) && !otherPart(other);
    }

    private boolean otherPart(When other) {
        boolean parts = part.isPresent() && other.part.isPresent();
        return parts
                && Math.abs(part.get().from().getHour()
                                - other.part.get().from().getHour())
                        > 4
                && !isNight()
                && !other.isNight();
    }

    private boolean isNight() {
        return part.get() == PartOfDay.NIGHT || part.get() == PartOfDay.EARLY;
    }

    /** Whether it says more exactly when: {@code on Sunday} after {@code at the weekend}. */
    public boolean isFinerThan(When other) {
        int finer = precision.compareTo(other.precision);
        return finer < 0
                || (finer == 0
                        && ChronoUnit.DAYS.between(from, until) < ChronoUnit.DAYS.between(other.from, other.until));
    }

    /** Whether the day is known. */
    public boolean isOfDay() {
        return precision.compareTo(TimePrecision.DAY) <= 0;
    }
}
