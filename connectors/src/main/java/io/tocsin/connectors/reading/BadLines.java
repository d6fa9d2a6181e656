package io.tocsin.connectors.reading;

import io.tocsin.connectors.reading.Outcome.BadLine;
import java.util.Optional;

/** Makes outcomes of lines that are no reports, after the line has been taken. */
final class BadLines {

    private final Lines lines;

    BadLines(Lines lines) {
        this.lines = lines;
    }

    BadLine of(Line line, Reason reason, String message) {
        return of(line, reason, Optional.empty(), message);
    }

    BadLine of(Line line, Reason reason, Optional<String> field, String message) {
        return new BadLine(line, reason, field, message, lines.position());
    }

    BadLine oversized(Line line) {
        return oversized(line, lines.position());
    }

    BadLine notUtf8(Line line) {
        return notUtf8(line, lines.position());
    }

    static BadLine oversized(Line line, Position after) {
        String message = "has " + line.length() + " bytes, more than line.max.bytes allows";
        return new BadLine(line, Reason.OVERSIZED_LINE, Optional.empty(), message, after);
    }

    static BadLine notUtf8(Line line, Position after) {
        return new BadLine(line, Reason.NOT_UTF_8, Optional.empty(), "holds bytes that are no UTF-8", after);
    }
}
