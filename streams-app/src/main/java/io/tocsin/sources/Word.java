package io.tocsin.sources;

import java.time.Instant;

/**
 * A word about a source's silence: that it began to matter, or that it is over.
 *
 * @param source what is known of it now
 * @param silence the alert, as it is from now on
 * @param sentence for a duty officer to read aloud
 * @param reason why it is over; empty when it opens
 */
public record Word(ListenedSource source, Silence silence, String sentence, String reason, Instant at) {}
