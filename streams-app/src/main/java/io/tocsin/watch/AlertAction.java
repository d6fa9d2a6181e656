package io.tocsin.watch;

import java.time.Instant;
import java.util.Optional;

/**
 * What an operator does about an alert.
 *
 * @param rule id of the alert's rule
 * @param book under what the alert is kept, see {@link Scope#book()}
 * @param until when a mute ends
 */
public record AlertAction(
        String alert, String rule, String book, Kind kind, Handling.Remark remark, Optional<Instant> until) {

    /** What can be done. */
    public enum Kind {
        ACKNOWLEDGE,
        MUTE,
        NOTE,
        FALSE_ALARM
    }

    public AlertAction {
        if ((kind == Kind.MUTE) != until.isPresent()) {
            throw new IllegalArgumentException("a mute, and nothing else, names its end");
        }
    }

    /** A clause for people: {@code it is a false alarm, says anna: the sirens were a drill}. */
    public String inWords() {
        String who = remark.who();
        String what = switch (kind) {
            case ACKNOWLEDGE -> who + " took it on";
            case MUTE -> who + " muted it until " + until.orElseThrow();
            case NOTE -> who + " noted";
            case FALSE_ALARM -> "it is a false alarm, says " + who;
        };
        return what + remark.why().map(why -> ": " + why).orElse("");
    }
}
