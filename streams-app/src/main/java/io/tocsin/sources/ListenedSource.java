package io.tocsin.sources;

import io.tocsin.watch.AlertAction;
import io.tocsin.watch.Transition;
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
        if (silent == isAnnounced() || isTakenBack()) {
            return Optional.empty();
        }
        return Optional.of(silent ? fallenSilent(now) : over(heardAt.isAfter(since()) ? told() : expectedLater(), now));
    }

    /** Whether an alert is about its silence, the last that was announced. */
    public boolean isOf(String alert) {
        return silence.filter(announced -> announced.id().equals(alert)).isPresent();
    }

    /** What there is to announce when an operator did something about its silence; nothing if that was done already. */
    public Optional<Word> acted(AlertAction action, Instant now) {
        Silence before = silence.orElseThrow();
        Silence next = before.acted(action);
        if (next.handling().equals(before.handling())) {
            return Optional.empty();
        }
        boolean takenBack = next.isFalseAlarm() && !before.isFalseAlarm();
        String done = action.inWords();
        String sentence = takenBack
                ? "Withdrawn for source " + status.id() + ": " + done + "."
                : Character.toUpperCase(done.charAt(0)) + done.substring(1) + "."
                        + (next.over() ? "" : " " + soFar(now));
        Transition transition = takenBack ? Transition.WITHDRAWN : Transition.HANDLED;
        return Optional.of(new Word(announced(next), next, transition, takenBack, sentence, done, now));
    }

    /** What was taken for a false alarm stays withdrawn until something new is heard. */
    private boolean isTakenBack() {
        return silence.filter(announced ->
                        announced.isFalseAlarm() && announced.since().equals(heardAt))
                .isPresent();
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
        String sentence = "Source " + status.id() + " has told nothing new for "
                + inWords(Duration.between(heardAt, now)) + ", though it usually does so within " + inWords(expected)
                + ". " + lastPoll();
        return word(opened, Transition.OPENED, sentence, "", now);
    }

    private String soFar(Instant now) {
        return "Source " + status.id() + " has told nothing new for " + inWords(Duration.between(since(), now)) + ".";
    }

    private Word word(Silence next, Transition transition, String sentence, String reason, Instant now) {
        boolean notifies = !next.handling().isMutedAt(now);
        return new Word(announced(next), next, transition, notifies, sentence, reason, now);
    }

    private Word over(String reason, Instant now) {
        Silence ended = silence.orElseThrow().ended();
        String sentence = "Over: after " + inWords(Duration.between(ended.since(), now)) + ", " + reason + ".";
        return word(ended, Transition.RESOLVED, sentence, reason, now);
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
