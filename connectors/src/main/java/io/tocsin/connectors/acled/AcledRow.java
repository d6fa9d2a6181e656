package io.tocsin.connectors.acled;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A row of ACLED's answer. ACLED writes numbers now as numbers, now as text; here all cells are text. */
record AcledRow(JsonNode node) {

    /** 2010, before which ACLED has changed nothing: revisions count from here, to fit until 2044. */
    private static final long EPOCH = Instant.parse("2010-01-01T00:00:00Z").getEpochSecond();

    private static final long LATEST = EPOCH + Integer.MAX_VALUE / 2;

    /** The cell without surrounding white space; empty where there is none. */
    String cell(String column) {
        JsonNode cell = node.path(column);
        return cell.isValueNode() && !cell.isNull() ? cell.asText().strip() : "";
    }

    Optional<String> given(String column) {
        return Optional.of(cell(column)).filter(text -> !text.isEmpty());
    }

    /** The distinct parts between semicolons. */
    List<String> list(String column) {
        return Arrays.stream(cell(column).split(";", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    String id() throws InvalidCellException {
        return given("event_id_cnty").orElseThrow(() -> new InvalidCellException("id", "event_id_cnty is empty"));
    }

    /** When ACLED last changed or deleted it, in seconds since 1970. */
    long seconds(String column) throws InvalidCellException {
        String text = cell(column);
        try {
            long seconds = Long.parseLong(text);
            if (seconds > EPOCH && seconds <= LATEST) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            throw new InvalidCellException("publishedAt", column + " '" + text + "' is no number of seconds");
        }
        throw new InvalidCellException("publishedAt", column + " '" + text + "' lies before 2010 or after 2043");
    }

    LocalDate date() throws InvalidCellException {
        try {
            return LocalDate.parse(cell("event_date"));
        } catch (DateTimeException e) {
            throw new InvalidCellException("occurrence.from", "event_date '" + cell("event_date") + "' is no date");
        }
    }

    Optional<Integer> whole(String column, String field, int least, int most) throws InvalidCellException {
        String text = cell(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            throw new InvalidCellException(field, column + " '" + text + "' is no whole number");
        }
        throw new InvalidCellException(field, column + " " + text + " is not within " + least + " to " + most);
    }

    Optional<Double> degrees(String column, String field, double most) throws InvalidCellException {
        String text = cell(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            double degrees = Double.parseDouble(text);
            if (Math.abs(degrees) <= most) {
                return Optional.of(degrees);
            }
        } catch (NumberFormatException e) {
            throw new InvalidCellException(field, column + " '" + text + "' is no number");
        }
        throw new InvalidCellException(field, column + " " + text + " is beyond " + most + " degrees");
    }

    byte[] bytes() {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The revision of a report at this time. What a row says at one time is even, that it was taken back before or at that time odd, so
     * that a row and the retraction of what it replaces, or that replaces it, never have the same.
     */
    static int revision(long seconds) {
        return Math.toIntExact(2 * (seconds - EPOCH));
    }
}
