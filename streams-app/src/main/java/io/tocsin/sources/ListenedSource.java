package io.tocsin.sources;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A source that is listened to. It is silent when nothing new was heard for longer than its expected interval: because it has
 * nothing new, because it cannot be polled, or because its connector is gone. What counts is when something new was heard, not
 * when the source says to have published it: many sources publish late. Immutable.
 *
 * @param heardAt when its newest report last changed, or when it was first heard of
 * @param silence the last that was announced
 */
public record ListenedSource(SourceStatus status, Instant heardAt, Optional<Silence> silence) {

    private static final int LONGEST_ERROR = 280;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

    /** A source heard of for the first time: it has its interval from now on, however old its newest report is. */
    public static ListenedSource first(SourceStatus status, Instant now) {
        return new ListenedSource(status, now, Optional.empty());
    }

    /** The source as its connector tells of it now. */
    public ListenedSource told(SourceStatus now, Instant at) {
        boolean more = now.lastReport()
                .filter(newest -> status.lastReport().filter(newest::isAfter).isPresent()
                        || status.lastReport().isEmpty())
                .isPresent();
        return new ListenedSource(now, more ? at : heardAt, silence);
    }

    /** Whether its silence was announced, and its end was not. */
    public boolean isAnnounced() {
        return silence.filter(announced -> !announced.over()).isPresent();
    }

    /** What there is to announce now; nothing if all was. */
    public Optional<Word> due(Instant now) {
        boolean silent = isSilent(now);
        if (silent == isAnnounced()) {
            return Optional.empty();
        }
        return Optional.of(silent ? fallenSilent(now) : over(heardAt.isAfter(since()) ? told() : expectedLater(), now));
    }

    /** What there is to announce when nobody asks the source any more. */
    public Optional<Word> removed(Instant now) {
        return isAnnounced()
                ? Optional.of(over("nobody asks source " + status.id() + " any more", now))
                : Optional.empty();
    }

    private boolean isSilent(Instant now) {
        return status.expectedInterval()
                .filter(expected -> !now.isBefore(heardAt.plus(expected)))
                .isPresent();
    }

    private Instant since() {
        return silence.orElseThrow().since();
    }

    private Word fallenSilent(Instant now) {
        Silence opened = silence.filter(before -> before.since().equals(heardAt))
                .map(Silence::again)
                .orElseGet(() -> Silence.of(status.id(), heardAt));
        Duration expected = status.expectedInterval().orElseThrow();
        String sentence =
                "Source " + status.id() + " has told nothing new for " + inWords(Duration.between(heardAt, now))
                        + ", though it usually does so within " + inWords(expected) + ". " + lastPoll();
        return new Word(announced(opened), opened, sentence, "", now);
    }

    private Word over(String reason, Instant now) {
        Silence ended = silence.orElseThrow().ended();
        String sentence = "Over: after " + inWords(Duration.between(ended.since(), now)) + ", " + reason + ".";
        return new Word(announced(ended), ended, sentence, reason, now);
    }

    private String told() {
        return "source " + status.id() + " told something new";
    }

    private String expectedLater() {
        return "source " + status.id()
                + status.expectedInterval()
                        .map(expected -> " is expected to tell something within " + inWords(expected))
                        .orElse(" is no longer expected to tell anything");
    }

    private String lastPoll() {
        String when = status.lastPoll()
                .map(poll -> "Its last poll, on " + MINUTE.format(poll.atOffset(ZoneOffset.UTC)) + ",")
                .orElse("Its last poll");
        return status.error()
                .map(error -> when + " failed: " + cut(error))
                .orElse(when + " did not fail: either there is nothing new, or its connector has stopped.");
    }

    private ListenedSource announced(Silence next) {
        return new ListenedSource(status, heardAt, Optional.of(next));
    }

    private static String cut(String error) {
        return error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR - 1) + "…";
    }

    /** Rounded down, in the largest unit of which there are two. */
    private static String inWords(Duration duration) {
        if (duration.toDays() >= 2) {
            return duration.toDays() + " days";
        }
        if (duration.toHours() >= 2) {
            return duration.toHours() + " hours";
        }
        return duration.toMinutes() == 1 ? "1 minute" : duration.toMinutes() + " minutes";
    }
}
