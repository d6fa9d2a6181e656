package io.tocsin.connectors.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Times as HTTP headers write them. */
final class RetryAfter {

    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /**
     * How long the source asks to be left alone; nothing where it does not say or the value makes no sense.
     *
     * @param value seconds, or a date
     * @param now what the clock of the one who wrote the date says
     */
    static Optional<Duration> parse(String value, Instant now) {
        String text = value.strip();
        boolean seconds =
                !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (seconds) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        return date(text)
                .map(until -> Duration.between(now, until))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    /** A date such as {@code Tue, 15 Nov 1994 08:12:31 GMT}; nothing where it is none. */
    static Optional<Instant> date(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
