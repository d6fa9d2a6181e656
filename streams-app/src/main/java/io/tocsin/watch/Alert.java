package io.tocsin.watch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One transition in the life of one alert, as it is announced.
 *
 * @param state how the alert stands after it
 * @param incidents the newest of those counted, oldest first, at most {@link #MOST_INCIDENTS}
 * @param perhaps how many incidents more may count, but are uncertain in time or place
 * @param outlook how the count compares with the scope's past; empty: no history yet
 * @param reason why, for transitions that take something back
 * @param notifies whether people should be told
 * @param cause what made it happen
 * @param announced when it happened, on the watch's clock
 */
public record Alert(
        Transition transition,
        Announced state,
        Rule rule,
        List<Fact> incidents,
        int perhaps,
        Optional<Outlook> outlook,
        String sentence,
        Optional<String> reason,
        boolean notifies,
        Cause cause,
        Instant announced) {

    /** More incidents than this are counted but not listed. */
    public static final int MOST_INCIDENTS = 100;

    public Alert {
        incidents = List.copyOf(incidents);
    }
}
