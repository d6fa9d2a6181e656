package io.tocsin.sources;

import io.tocsin.watch.Transition;
import java.time.Instant;

/**
 * A word about a source's silence: that it began to matter, that it is over, or that an operator did something about it.
 *
 * @param source what is known of it now
 * @param silence the alert, as it is from now on
 * @param notifies whether people are to be told
 * @param sentence for a duty officer to read aloud
 * @param reason why it is over or none, or what was done; empty when it opens
 */
public record Word(
        ListenedSource source,
        Silence silence,
        Transition transition,
        boolean notifies,
        String sentence,
        String reason,
        Instant at) {}
