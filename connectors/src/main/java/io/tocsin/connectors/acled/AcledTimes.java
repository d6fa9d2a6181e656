package io.tocsin.connectors.acled;

import io.tocsin.avro.Occurrence;
import io.tocsin.avro.TimePrecision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Dates with ACLED's time_precision as occurrences. ACLED names no zone: its days are days in UTC. */
final class AcledTimes {

    /** Where ACLED's data begin. */
    private static final LocalDate EARLIEST = LocalDate.of(1997, 1, 1);

    /** The date of a week or month is its middle. */
    private static final int HALF_A_WEEK_DAYS = 3;

    private AcledTimes() {}

    /**
     * @param precision 1 the day is known, 2 the week, 3 the month, 0 not given
     * @param published nothing can be known before it happens; the day after is allowed, for days begin earlier in the east
     * @throws InvalidCellException if the date is impossible
     */
    static Occurrence occurrence(LocalDate date, int precision, Instant published) throws InvalidCellException {
        LocalDate latest = published.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
        if (date.isBefore(EARLIEST)) {
            throw impossible(date, "before ACLED's data begin");
        }
        LocalDate begin = begin(date, precision);
        if (begin.isAfter(latest)) {
            throw impossible(date, "after the row was written, " + published);
        }
        return new Occurrence(instant(begin), instant(end(date, precision)), named(precision));
    }

    private static LocalDate begin(LocalDate date, int precision) {
        return switch (precision) {
            case 2 -> date.minusDays(HALF_A_WEEK_DAYS);
            case 3 -> date.withDayOfMonth(1);
            default -> date;
        };
    }

    private static LocalDate end(LocalDate date, int precision) {
        return switch (precision) {
            case 2 -> date.plusDays(HALF_A_WEEK_DAYS + 1);
            case 3 -> date.withDayOfMonth(1).plusMonths(1);
            default -> date.plusDays(1);
        };
    }

    private static TimePrecision named(int precision) {
        return switch (precision) {
            case 1 -> TimePrecision.DAY;
            case 2 -> TimePrecision.WEEK;
            case 3 -> TimePrecision.MONTH;
            default -> TimePrecision.UNKNOWN;
        };
    }

    private static Instant instant(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static InvalidCellException impossible(LocalDate date, String why) {
        return new InvalidCellException("occurrence.from", "event_date " + date + " lies " + why);
    }
}
