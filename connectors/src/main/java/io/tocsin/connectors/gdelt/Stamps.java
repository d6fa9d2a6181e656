package io.tocsin.connectors.gdelt;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** Times and days as GDELT writes them, in UTC. Throws DateTimeException for what is none. */
final class Stamps {

    /** When GDELT 2.0 begins: revisions count from here. */
    private static final Instant BEGINNING = Instant.parse("2015-02-18T00:00:00Z");

    private static final long QUARTER_SECONDS = 900;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private Stamps() {}

    static Instant time(String text) {
        return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text, DAY);
    }

    /** The number of a file's quarter of an hour since GDELT 2.0 begins; 0 before. */
    static int quarter(Instant file) {
        long seconds = file.getEpochSecond() - BEGINNING.getEpochSecond();
        return Math.toIntExact(Math.max(0, seconds / QUARTER_SECONDS));
    }
}
