package io.tocsin.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;

/** The bounds of what a report may hold: everything from outside is limited before it is kept. */
final class Limits {

    static final int ID = 256;
    static final int NAME = 512;
    static final int SUMMARY = 4_000;
    static final int QUOTE = 8_000;
    static final int URL = 4_000;
    static final int ATTRIBUTE = 8_000;
    static final int ENTRIES = 100;
    static final int PEOPLE = 10_000_000;

    private static final Instant EARLIEST = Instant.parse("1800-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Limits() {}

    static void text(String field, String value, int longest) {
        if (value == null || value.isBlank()) {
            throw new InvalidField(field, "is missing or blank");
        }
        atMost(field, value, longest);
        if (value.indexOf('\0') >= 0) {
            throw new InvalidField(field, "contains a NUL character");
        }
    }

    static void name(String field, Optional<String> value) {
        value.ifPresent(name -> text(field, name, NAME));
    }

    static void atMost(String field, String value, int longest) {
        if (value.length() > longest) {
            throw new InvalidField(field, value.length() + " characters are more than " + longest);
        }
    }

    static void entries(String field, Collection<?> values) {
        if (values.size() > ENTRIES) {
            throw new InvalidField(field, values.size() + " entries are more than " + ENTRIES);
        }
    }

    static void people(String field, OptionalInt number) {
        if (number.isPresent() && (number.getAsInt() < 0 || number.getAsInt() > PEOPLE)) {
            throw new InvalidField("casualties", field + " " + number.getAsInt() + " is not within 0 to " + PEOPLE);
        }
    }

    static void time(String field, Instant value) {
        if (value == null) {
            throw new InvalidField(field, "is missing");
        }
        if (value.isBefore(EARLIEST) || !value.isBefore(LATEST)) {
            throw new InvalidField(field, value + " is not between the years 1800 and 2199");
        }
    }
}
