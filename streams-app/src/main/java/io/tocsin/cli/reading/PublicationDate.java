package io.tocsin.cli.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Dates of publication as people write them. */
public final class PublicationDate {

    /** What is understood, for messages. */
    public static final String FORMS =
            "a date such as 2021-05-05, or a time with its offset such as" + " 2021-05-05T20:00:00Z";

    private PublicationDate() {}

    /** The instant that the text names; of a date its midday in UTC, from which no zone's date is far. */
    public static Optional<Instant> parse(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noTime) {
            try {
                return Optional.of(midday(LocalDate.parse(text)));
            } catch (DateTimeException noDate) {
                return Optional.empty();
            }
        }
    }

    /** Midday of the day of that instant, in UTC. */
    static Instant midday(Instant instant) {
        return midday(instant.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private static Instant midday(LocalDate date) {
        return date.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }
}
