package io.tocsin.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What people were told of one episode, and how it stood then.
 *
 * @param sequence number of the last transition
 * @param told whether any transition asked to notify people
 * @param toldSinceResolved whether one did since the last time it resolved
 * @param notifiedAt when people were last notified, or reminded by another alert that explains this one
 * @param grewSince whether it grew since then
 * @param saysGrowthFrom until then growth alone is not said once more
 * @param growthUnsaid whether it grew since its last transition, and nobody was told that either
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
        boolean grewSince,
        Instant saysGrowthFrom,
        boolean growthUnsaid,
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
        Optional<Instant> growth = growthUnsaid ? Optional.of(saysGrowthFrom) : Optional.empty();
        return phase == Phase.OPEN
                ? Optional.of(growth.map(at -> earlier(at, dueWhileOpen(rule))).orElseGet(() -> dueWhileOpen(rule)))
                : growth;
    }

    private Instant dueWhileOpen(Rule rule) {
        Instant due = episode.until().plus(rule.quiet());
        if (grewSince && rule.remind().isPresent() && handling.acknowledged().isEmpty()) {
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

    /** Whether it grew, and it is time to say so. */
    boolean growthDue(Instant now) {
        return growthUnsaid && !now.isBefore(saysGrowthFrom);
    }

    /**
     * Whether growth may wait to be said, as some was said just now.
     *
     * @param pace it is said at most once in so long; so it waits no longer, though the clock is set back
     */
    boolean growthWaits(Instant now, Duration pace) {
        return now.isBefore(saysGrowthFrom) && !now.isBefore(saysGrowthFrom.minus(pace));
    }

    /** The same, which says that it grew from then on. */
    Announced sayingGrowthFrom(Instant from) {
        return grown(episode, grewSince, from, growthUnsaid);
    }

    /** The same, grown, which is not said yet. */
    Announced grownUnsaid(Episode now) {
        return grown(now, grewSince || phase == Phase.OPEN, saysGrowthFrom, true);
    }

    private Announced grown(Episode grown, boolean since, Instant from, boolean unsaid) {
        return new Announced(
                id,
                rule,
                ruleRevision,
                scope,
                phase,
                sequence,
                grown,
                told,
                toldSinceResolved,
                notifiedAt,
                since,
                from,
                unsaid,
                explainedBy,
                handling);
    }

    Announced withEpisode(Episode changed) {
        return with(changed, handling);
    }

    Announced withHandling(Handling changed) {
        return with(episode, changed);
    }

    /** The same, explained as in the other one; the next reminder is due as if this had been one. */
    Announced notRemindedBefore(Instant now, Announced explained) {
        return new Announced(
                id,
                rule,
                ruleRevision,
                scope,
                phase,
                sequence,
                episode,
                told,
                toldSinceResolved,
                now,
                grewSince,
                saysGrowthFrom,
                growthUnsaid,
                explained.explainedBy,
                handling);
    }

    private Announced with(Episode newEpisode, Handling newHandling) {
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
                notifiedAt,
                grewSince,
                saysGrowthFrom,
                growthUnsaid,
                explainedBy,
                newHandling);
    }

    private static Instant later(Instant one, Optional<Instant> other) {
        return other.isPresent() && other.get().isAfter(one) ? other.get() : one;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
