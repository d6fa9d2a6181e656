package io.tocsin.cli.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.avro.SourceStatus;
import io.tocsin.schemas.json.JsonForm;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A source as a line for people, or as JSON. */
public final class SourceText {

    private static final JsonForm<SourceStatus> STATUS = JsonForm.of(SourceStatus.class);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final int LONGEST_ERROR = 80;

    private SourceText() {}

    /** How it is. */
    public enum State {
        /** It tells what is expected of it. */
        FINE,
        /** Its last poll failed. */
        FAILING,
        /** Its newest report is older than its expected interval. */
        SILENT
    }

    /** How the source is now: that its polls fail outweighs that it is silent, for it says why. */
    public static State state(SourceStatus status, Instant now) {
        if (status.getError() != null) {
            return State.FAILING;
        }
        Instant heard = status.getLastReport() == null ? status.getLastPoll() : status.getLastReport();
        boolean silent = status.getExpectedIntervalMs() != null
                && heard != null
                && heard.plusMillis(status.getExpectedIntervalMs()).isBefore(now);
        return silent ? State.SILENT : State.FINE;
    }

    /** A table for a line each. */
    public static Table table() {
        return new Table("source", "state", "last report", "lag", "reports a day", "last poll", "error");
    }

    /** Adds the source as a line of the table. */
    public static void addTo(Table table, SourceStatus status, int reportsADay, Instant now) {
        table.add(
                Console.plain(status.getId()),
                label(state(status, now)),
                time(status.getLastReport()),
                lag(status.getLastReport(), now),
                Integer.toString(reportsADay),
                time(status.getLastPoll()),
                error(status.getError()));
    }

    /** Its JSON form, and in addition its state, lag in seconds and the reports of a day. */
    public static JsonNode tree(SourceStatus status, int reportsADay, Instant now) {
        ObjectNode tree = STATUS.tree(status);
        tree.put("state", label(state(status, now)));
        if (status.getLastReport() != null) {
            tree.put("lagSeconds", Duration.between(status.getLastReport(), now).toSeconds());
        }
        return tree.put("reportsADay", reportsADay);
    }

    private static String label(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String time(Instant instant) {
        return instant == null ? "-" : MINUTE.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static String lag(Instant instant, Instant now) {
        if (instant == null) {
            return "-";
        }
        Duration lag = Duration.between(instant, now);
        if (lag.toDays() >= 2) {
            return lag.toDays() + " d";
        }
        return lag.toHours() >= 2 ? lag.toHours() + " h" : Math.max(0, lag.toMinutes()) + " min";
    }

    private static String error(String error) {
        if (error == null) {
            return "";
        }
        String plain = Console.plain(error);
        return plain.length() <= LONGEST_ERROR ? plain : plain.substring(0, LONGEST_ERROR - 1) + "…";
    }
}
