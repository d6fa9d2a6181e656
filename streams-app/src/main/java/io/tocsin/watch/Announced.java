package io.tocsin.watch;

import io.tocsin.places.Area;
import java.time.Instant;
import java.util.Optional;

/**
 * What people were told of one episode, and how it stood then.
 *
 * @param sequence number of the last transition
 * @param told whether any transition asked to notify people
 * @param toldSinceResolved whether one did since the last time it resolved
 * @param notifiedAt when people were last notified
 * @param grewSince whether it grew since then
 */
public record Announced(
        String id,
        String rule,
        int ruleRevision,
        Area scope,
        Phase phase,
        int sequence,
        Episode episode,
        boolean told,
        boolean toldSinceResolved,
        Instant notifiedAt,
        boolean grewSince) {

    /** Where the alert stands in its life. */
    public enum Phase {
        OPEN,
        RESOLVED,
        WITHDRAWN
    }

    /** Whether it still stands for an episode. */
    boolean stands() {
        return phase != Phase.WITHDRAWN;
    }

    /** When something is to be said though nothing happens: that it is over, or that it grew. */
    public Optional<Instant> due(Rule rule) {
        if (phase != Phase.OPEN) {
            return Optional.empty();
        }
        Instant over = episode.until().plus(rule.quiet());
        return Optional.of(
                grewSince && rule.remind().isPresent()
                        ? earlier(over, notifiedAt.plus(rule.remind().get()))
                        : over);
    }

    boolean isOver(Rule rule, Instant now) {
        return !now.isBefore(episode.until().plus(rule.quiet()));
    }

    boolean reminderDue(Rule rule, Instant now) {
        return rule.remind().map(every -> !now.isBefore(notifiedAt.plus(every))).orElse(false);
    }

    Announced withEpisode(Episode changed) {
        return new Announced(
                id,
                rule,
                ruleRevision,
                scope,
                phase,
                sequence,
                changed,
                told,
                toldSinceResolved,
                notifiedAt,
                grewSince);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
