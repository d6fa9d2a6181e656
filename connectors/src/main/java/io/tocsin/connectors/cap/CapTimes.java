package io.tocsin.connectors.cap;

import io.tocsin.connectors.cap.UnusableMessageException.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Times as CAP writes them: with seconds and an offset from UTC. One without the offset may be wrong by half a day and is refused. */
final class CapTimes {

    private CapTimes() {}

    static Instant required(String field, String text) throws UnusableMessageException {
        return optional(text)
                .orElseThrow(() -> new UnusableMessageException(
                        Reason.INVALID_FIELD,
                        field,
                        "has in " + field + " the time '" + text.substring(0, Math.min(text.length(), 50))
                                + "', not one with an offset from UTC such as 2011-09-02T11:36:50-07:00"));
    }

    static Optional<Instant> optional(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
