package io.tocsin.benchmarks.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The first and the last day on which something can have happened, both included. */
record Days(LocalDate from, LocalDate until) {

    Days {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("until " + until + " is before from " + from);
        }
    }

    Instant start(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first instant after the last day. */
    Instant end(ZoneId zone) {
        return until.plusDays(1).atStartOfDay(zone).toInstant();
    }

    @Override
    public String toString() {
        return from.equals(until) ? from.toString() : from + " to " + until;
    }
}
