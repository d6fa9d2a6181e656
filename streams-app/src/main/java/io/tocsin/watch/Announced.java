package io.tocsin.watch;

import java.time.Instant;
import java.util.Optional;

/**
 * What people were told of one episode, and how it stood then.
 *
 * @param sequence number of the last transition
 * @param told whether any transition asked to notify people
 * @param toldSinceResolved whether one did since the last time it resolved
 * @param notifiedAt when people were last notified, or reminded by another alert that explains this one
 * @param growth how it grew since, and since its last transition
 * @param explainedBy id of the alert of a narrower scope of which people were told instead
 * @param handling what operators did about it
 */
public record Announced(
        String id,
        String rule,
        int ruleRevision,
        Scope scope,
        Phase phase,
        int sequence,
        Episode episode,
        boolean told,
        boolean toldSinceResolved,
        Instant notifiedAt,
        Growth growth,
        Optional<String> explainedBy,
        Handling handling) {

    /** Where the alert stands in its life. */
    public enum Phase {
        OPEN,
        RESOLVED,
        WITHDRAWN
    }

    /** Whether it still stands for an episode: a false alarm does, though it is withdrawn. */
    public boolean stands() {
        return phase != Phase.WITHDRAWN || isFalseAlarm();
    }

    /** Whether an operator said that it is none. */
    public boolean isFalseAlarm() {
        return handling.falseAlarm().isPresent();
    }

    /** When something is to be said though nothing happens: that it is over, that it grew, that a mute ended. */
    public Optional<Instant> due(Rule rule) {
        if (phase != Phase.OPEN) {
            return growth.unsaid() ? Optional.of(growth.saidFrom()) : Optional.empty();
        }
        Instant due = dueWhileOpen(rule);
        return Optional.of(growth.unsaid() ? earlier(due, growth.saidFrom()) : due);
    }

    private Instant dueWhileOpen(Rule rule) {
        Instant due = episode.until().plus(rule.quiet());
        if (growth.sinceTold()
                && rule.remind().isPresent()
                && handling.acknowledged().isEmpty()) {
            due = earlier(due, later(notifiedAt.plus(rule.remind().get()), handling.mutedUntil()));
        }
        return handling.mutedUntil().isPresent()
                ? earlier(due, handling.mutedUntil().get())
                : due;
    }

    boolean isOver(Rule rule, Instant now) {
        return !now.isBefore(episode.until().plus(rule.quiet()));
    }

    boolean muteEnds(Instant now) {
        return handling.mutedUntil().filter(until -> !now.isBefore(until)).isPresent();
    }

    boolean reminderDue(Rule rule, Instant now) {
        return handling.acknowledged().isEmpty()
                && rule.remind()
                        .map(every -> !now.isBefore(notifiedAt.plus(every)))
                        .orElse(false);
    }

    Announced withEpisode(Episode changed) {
        return with(changed, notifiedAt, growth, explainedBy, handling);
    }

    Announced withHandling(Handling changed) {
        return with(episode, notifiedAt, growth, explainedBy, changed);
    }

    /** The same, grown, which is not said yet. */
    Announced withUnsaid(Episode grown, Growth before) {
        return with(grown, notifiedAt, before.withUnsaid(phase == Phase.OPEN), explainedBy, handling);
    }

    /** The same, explained as in the other one; the next reminder is due as if this had been one. */
    Announced notRemindedBefore(Instant now, Announced explained) {
        return with(episode, now, growth, explained.explainedBy, handling);
    }

    private Announced with(
            Episode newEpisode,
            Instant newNotifiedAt,
            Growth newGrowth,
            Optional<String> newExplainedBy,
            Handling newHandling) {
        return new Announced(
                id,
                rule,
                ruleRevision,
                scope,
                phase,
                sequence,
                newEpisode,
                told,
                toldSinceResolved,
                newNotifiedAt,
                newGrowth,
                newExplainedBy,
                newHandling);
    }

    private static Instant later(Instant one, Optional<Instant> other) {
        return other.isPresent() && other.get().isAfter(one) ? other.get() : one;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
