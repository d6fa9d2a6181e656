package io.tocsin.sources;

import io.tocsin.watch.AlertAction;
import io.tocsin.watch.AlertId;
import io.tocsin.watch.Handling;
import io.tocsin.watch.Rule;
import java.time.Instant;

/**
 * The silence of a source, from the last that was heard of it: an alert.
 *
 * @param id of the alert; the same source cannot fall silent twice since the same instant
 * @param since when something new was last heard
 * @param sequence of the transition announced last
 * @param over whether that it is over, or none, was announced
 * @param handling what operators did about it
 */
public record Silence(String id, Instant since, int sequence, boolean over, Handling handling) {

    /** The rule that is built in. */
    public static final String RULE = Rule.SOURCE_SILENT;

    static Silence of(String source, Instant since) {
        return new Silence(AlertId.after(RULE, source, since.toString()), since, 0, false, Handling.NONE);
    }

    /** It matters again though nothing was heard since, because more is expected of the source. */
    Silence again() {
        return new Silence(id, since, sequence + 1, false, handling.escalated());
    }

    Silence ended() {
        return new Silence(id, since, sequence + 1, true, handling);
    }

    Silence acted(AlertAction action) {
        Handling now = handling.with(action);
        return new Silence(id, since, sequence + 1, over || now.falseAlarm().isPresent(), now);
    }

    /** Whether an operator said that it is none. */
    boolean isFalseAlarm() {
        return handling.falseAlarm().isPresent();
    }
}
