package io.tocsin.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What operators did about an alert.
 *
 * @param acknowledged who took it on; nobody is notified again until it escalates
 * @param muted who silenced it
 * @param mutedUntil until when nobody is notified, but if it is withdrawn
 * @param falseAlarm who said that it is none; the episode stays withdrawn unless it escalates
 * @param notes the newest, oldest first
 */
public record Handling(
        Optional<Remark> acknowledged,
        Optional<Remark> muted,
        Optional<Instant> mutedUntil,
        Optional<Remark> falseAlarm,
        List<Remark> notes) {

    /** More notes than this are not kept. */
    public static final int MOST_NOTES = 10;

    /** Nobody did anything. */
    public static final Handling NONE =
            new Handling(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    /** Who said something, when and why. */
    public record Remark(String who, Instant when, Optional<String> why) {}

    public Handling {
        notes = List.copyOf(notes);
        if (muted.isPresent() != mutedUntil.isPresent()) {
            throw new IllegalArgumentException("a mute names its end");
        }
    }

    /** Whether nobody is to be notified. */
    public boolean isMutedAt(Instant now) {
        return mutedUntil.filter(now::isBefore).isPresent();
    }

    /** With what an operator did now. */
    public Handling with(AlertAction action) {
        Optional<Remark> remark = Optional.of(action.remark());
        return switch (action.kind()) {
            case ACKNOWLEDGE -> new Handling(remark, muted, mutedUntil, falseAlarm, notes);
            case MUTE -> new Handling(acknowledged, remark, action.until(), falseAlarm, notes);
            case FALSE_ALARM -> new Handling(acknowledged, muted, mutedUntil, remark, notes);
            case NOTE -> new Handling(acknowledged, muted, mutedUntil, falseAlarm, newest(action.remark()));
        };
    }

    /** The same alert on a higher level: whoever took it on, or took it for none, did not know of that. */
    public Handling escalated() {
        return new Handling(Optional.empty(), muted, mutedUntil, Optional.empty(), notes);
    }

    /** The mute is over. */
    Handling unmuted() {
        return new Handling(acknowledged, Optional.empty(), Optional.empty(), falseAlarm, notes);
    }

    private List<Remark> newest(Remark remark) {
        if (notes.contains(remark)) {
            return notes;
        }
        List<Remark> all = new ArrayList<>(notes);
        all.add(remark);
        return all.subList(Math.max(0, all.size() - MOST_NOTES), all.size());
    }
}
