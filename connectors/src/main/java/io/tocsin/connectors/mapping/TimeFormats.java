package io.tocsin.connectors.mapping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The ways in which a table writes its times; the first that fits is taken. A date alone is its midnight. */
final class TimeFormats {

    private final List<String> patterns;
    private final List<DateTimeFormatter> formatters;
    private final ZoneId zone;

    /** The fields of a row often share one time. */
    private volatile Read last;

    private record Read(String text, ZonedDateTime time) {}

    TimeFormats(List<String> patterns, ZoneId zone) {
        this.patterns = List.copyOf(patterns);
        this.formatters = patterns.stream().map(TimeFormats::formatter).toList();
        this.zone = zone;
    }

    private static DateTimeFormatter formatter(String pattern) {
        if (pattern.equals("iso")) {
            return DateTimeFormatter.ISO_ZONED_DATE_TIME;
        }
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    Instant read(String text, Period later) {
        Read known = last;
        if (known == null || !known.text.equals(text)) {
            known = new Read(text, read(text));
            last = known;
        }
        return known.time.plus(later).toInstant();
    }

    private ZonedDateTime read(String text) {
        return formatters.stream()
                .flatMap(formatter -> parsed(formatter, text).stream())
                .findFirst()
                .map(this::zoned)
                .orElseThrow(
                        () -> new IllegalArgumentException("'" + text + "' is no time written as one of " + patterns));
    }

    private static Optional<TemporalAccessor> parsed(DateTimeFormatter formatter, String text) {
        try {
            TemporalAccessor parsed = formatter.parse(text);
            return Optional.of(parsed).filter(time -> time.query(TemporalQueries.localDate()) != null);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private ZonedDateTime zoned(TemporalAccessor parsed) {
        if (parsed.query(TemporalQueries.localTime()) == null) {
            return LocalDate.from(parsed).atStartOfDay(zone);
        }
        return parsed.query(TemporalQueries.zone()) == null
                ? LocalDateTime.from(parsed).atZone(zone)
                : ZonedDateTime.from(parsed);
    }
}
