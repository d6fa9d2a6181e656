package io.tocsin.watch;

import io.tocsin.watch.Announced.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns differences into transitions: the last step of state → derive → diff → announce. */
final class Announcer {

    private static final Comparator<Announced> OLDEST_FIRST =
            Comparator.comparing((Announced alert) -> alert.episode().from()).thenComparing(Announced::id);

    private final Scan scan;
    private final List<Announced> book;
    private final Explaining explaining;
    private final Cause cause;
    private final Instant now;
    private final Duration pace;

    /**
     * @param book all alerts of the rule in the scope
     * @param pace an alert that only grows says so at most once in so long
     */
    Announcer(Scan scan, List<Announced> book, Explaining explaining, Cause cause, Instant now, Duration pace) {
        this.scan = scan;
        this.book = book;
        this.explaining = explaining;
        this.cause = cause;
        this.now = now;
        this.pace = pace;
    }

    /** The steps from what was announced to what is. */
    List<Step> announce(Difference difference) {
        Map<Announced, Episode> continued = continued(difference);
        List<Step> steps = new ArrayList<>();
        for (Announced alert : difference.before().stream().sorted(OLDEST_FIRST).toList()) {
            Episode episode = continued.get(alert);
            if (episode == null) {
                steps.add(gone(alert, continued));
            } else {
                changed(alert, episode).ifPresent(steps::add);
            }
        }
        Set<String> taken = new HashSet<>();
        book.stream().filter(Announced::stands).forEach(alert -> taken.add(alert.id()));
        for (Episode episode : difference.after()) {
            if (!continued.containsValue(episode)) {
                Step step = opened(episode, taken);
                taken.add(step.state().id());
                steps.add(step);
            }
        }
        return steps;
    }

    /** What is due: word that it is over, the end of a mute, a reminder, or growth that was not said yet. */
    Optional<Step> due(Announced alert) {
        if (alert.phase() != Phase.OPEN) {
            return growthDue(alert, Transition.RESOLVED);
        }
        if (alert.isOver(scan.rule(), now)) {
            return Optional.of(
                    step(Transition.RESOLVED, alert, alert.episode(), alert.toldSinceResolved(), Optional.empty()));
        }
        if (alert.muteEnds(now)) {
            Announced heard = alert.withHandling(alert.handling().unmuted());
            return Optional.of(alert.growth().sinceTold() ? reminded(heard) : silently(heard));
        }
        return alert.growth().sinceTold() && alert.reminderDue(scan.rule(), now)
                ? Optional.of(reminded(alert))
                : growthDue(alert, Transition.GREW);
    }

    private Optional<Step> growthDue(Announced alert, Transition transition) {
        return alert.growth().isDue(now)
                ? Optional.of(step(transition, alert, alert.episode(), false, Optional.empty()))
                : Optional.empty();
    }

    /** A reminder; none of an alert that another explains, until that may have changed. */
    private Step reminded(Announced alert) {
        Step step = step(Transition.REMINDED, alert, alert.episode(), true, Optional.empty());
        return step.alert().orElseThrow().notifies() ? step : silently(alert.notRemindedBefore(now, step.state()));
    }

    /** What follows from what an operator did; nothing if that was done already. */
    Optional<Step> acted(Announced alert, AlertAction action) {
        Handling handling = alert.handling().with(action);
        if (handling.equals(alert.handling())) {
            return Optional.empty();
        }
        Announced handled = alert.withHandling(handling);
        boolean takesBack = action.kind() == AlertAction.Kind.FALSE_ALARM && alert.phase() != Phase.WITHDRAWN;
        return Optional.of(
                takesBack
                        ? step(
                                Transition.WITHDRAWN,
                                handled,
                                alert.episode(),
                                alert.told(),
                                Optional.of(action.inWords()))
                        : step(Transition.HANDLED, handled, alert.episode(), false, Optional.of(action.inWords())));
    }

    Step withdrawn(Announced alert, String reason) {
        return step(Transition.WITHDRAWN, alert, alert.episode(), alert.told(), Optional.of(reason));
    }

    /** Each alert goes on with the episode that it shares the most time with; ties go to the older ones. */
    private static Map<Announced, Episode> continued(Difference difference) {
        record Shared(Announced alert, Episode episode, long millis) {}
        List<Shared> pairs = new ArrayList<>();
        for (Announced alert : difference.before()) {
            for (Episode episode : difference.after()) {
                long shared = alert.episode().overlap(episode);
                if (shared > 0) {
                    pairs.add(new Shared(alert, episode, shared));
                }
            }
        }
        pairs.sort(Comparator.comparingLong((Shared pair) -> -pair.millis())
                .thenComparing(Shared::alert, OLDEST_FIRST)
                .thenComparing(pair -> pair.episode().from()));
        Map<Announced, Episode> continued = new LinkedHashMap<>();
        Set<Episode> given = new HashSet<>();
        for (Shared pair : pairs) {
            if (!continued.containsKey(pair.alert()) && given.add(pair.episode())) {
                continued.put(pair.alert(), pair.episode());
            }
        }
        return continued;
    }

    /** What was taken for a false alarm is withdrawn already; now there is no episode either. */
    private Step gone(Announced alert, Map<Announced, Episode> continued) {
        return alert.isFalseAlarm()
                ? silently(alert.withHandling(alert.handling().escalated()))
                : withdrawn(alert, reasonToWithdraw(alert, continued));
    }

    private String reasonToWithdraw(Announced alert, Map<Announced, Episode> continued) {
        return continued.entrySet().stream()
                .filter(heir -> heir.getValue().overlap(alert.episode()) > 0)
                .findFirst()
                .map(heir -> cause.inWords() + ", so this is one episode with alert "
                        + heir.getKey().id())
                .orElseGet(() -> cause.inWords() + ", so " + Phrases.tooFew(scan.rule()));
    }

    private Step opened(Episode episode, Set<String> taken) {
        Scope scope = scan.scope(episode);
        String id = AlertId.of(scan.rule().id(), scope, episode.from(), taken::contains);
        Optional<Announced> before =
                book.stream().filter(alert -> alert.id().equals(id)).findFirst();
        Announced fresh = new Announced(
                id,
                scan.rule().id(),
                scan.rule().revision(),
                scope,
                Phase.OPEN,
                before.map(Announced::sequence).orElse(-1),
                episode,
                before.map(Announced::told).orElse(false),
                false,
                now,
                Growth.none(now),
                Optional.empty(),
                before.map(alert -> alert.handling().escalated()).orElse(Handling.NONE));
        return step(Transition.OPENED, fresh, episode, !fresh.isOver(scan.rule(), now), Optional.empty());
    }

    private Optional<Step> changed(Announced alert, Episode episode) {
        Announced next = alert.withEpisode(episode);
        boolean over = next.isOver(scan.rule(), now);
        boolean returns = alert.phase() == Phase.RESOLVED && !over;
        // What was over when it was opened, nobody was told of; it may come to life before a tick says that it is over.
        boolean unheard = alert.phase() == Phase.OPEN && !over && !alert.told();
        boolean tell = returns || (unheard && alert.explainedBy().isEmpty());
        int bySeverity = episode.severity().compareTo(alert.episode().severity());
        int byCounts = byCounts(episode, alert.episode());
        Announced unaware = alert.withHandling(alert.handling().escalated());
        if (alert.isFalseAlarm()) {
            return bySeverity > 0
                    ? Optional.of(step(Transition.OPENED, unaware, episode, !over, Optional.empty()))
                    : Optional.of(silently(next)).filter(step -> !episode.equals(alert.episode()));
        }
        if (bySeverity > 0) {
            return Optional.of(step(Transition.ESCALATED, unaware, episode, !over, Optional.empty()));
        }
        if (bySeverity < 0) {
            return Optional.of(
                    step(Transition.EASED, alert, episode, alert.told() || tell, Optional.of(cause.inWords())));
        }
        if (byCounts > 0) {
            boolean reminded = !over && alert.phase() == Phase.OPEN && alert.reminderDue(scan.rule(), now);
            boolean stillOver = over && alert.phase() == Phase.RESOLVED;
            // Nobody is in a hurry to hear more of what is over.
            Growth growth = stillOver ? alert.growth().waitingUntil(now.plus(pace)) : alert.growth();
            if (!reminded && !returns && !unheard && growth.waits(now, pace)) {
                return Optional.of(silently(alert.withUnsaid(episode, growth)));
            }
            if (stillOver) {
                return Optional.of(step(Transition.RESOLVED, alert, episode, false, Optional.empty()));
            }
            return Optional.of(step(
                    reminded && !alert.handling().isMutedAt(now) ? Transition.REMINDED : Transition.GREW,
                    returns ? unaware : alert,
                    episode,
                    reminded || tell,
                    Optional.empty()));
        }
        if (byCounts < 0) {
            return Optional.of(step(Transition.EASED, alert, episode, tell, Optional.of(cause.inWords())));
        }
        return Optional.of(silently(next)).filter(step -> !episode.equals(alert.episode()));
    }

    private static int byCounts(Episode now, Episode before) {
        int byTally = now.tally().compareCounts(before.tally());
        return byTally != 0 ? byTally : now.until().compareTo(before.until());
    }

    private Step silently(Announced next) {
        return new Step(next, scan.rule(), Optional.empty());
    }

    private Step step(Transition transition, Announced alert, Episode episode, boolean tell, Optional<String> reason) {
        boolean resolved = transition == Transition.RESOLVED;
        boolean grew = transition == Transition.GREW || transition == Transition.ESCALATED;
        Phase phase = switch (transition) {
            case RESOLVED -> Phase.RESOLVED;
            case WITHDRAWN -> Phase.WITHDRAWN;
            case HANDLED -> alert.phase();
            case OPENED, ESCALATED, GREW, REMINDED, EASED -> Phase.OPEN;
        };
        List<Fact> incidents = scan.newest(Alert.MOST_INCIDENTS, episode);
        boolean first = !alert.told() && alert.explainedBy().isPresent();
        boolean live = phase == Phase.OPEN && transition != Transition.HANDLED && !alert.isOver(scan.rule(), now);
        Optional<String> explainedBy = live && (tell || first)
                ? explaining.explain(scan.rule(), alert.scope(), incidents)
                : alert.explainedBy();
        boolean silenced = explainedBy.isPresent() && transition != Transition.WITHDRAWN;
        boolean muted = alert.handling().isMutedAt(now) && transition != Transition.WITHDRAWN;
        boolean notify = (tell || (live && first && explainedBy.isEmpty())) && !silenced && !muted;
        if (transition == Transition.REMINDED && !notify) {
            return step(Transition.GREW, alert, episode, false, reason);
        }
        Announced next = new Announced(
                alert.id(),
                alert.rule(),
                scan.rule().revision(),
                alert.scope(),
                phase,
                alert.sequence() + 1,
                episode,
                alert.told() || notify,
                !resolved && (alert.toldSinceResolved() || notify),
                notify ? now : alert.notifiedAt(),
                new Growth(!notify && (alert.growth().sinceTold() || grew), now.plus(pace), false),
                explainedBy,
                alert.handling());
        boolean judged = transition != Transition.WITHDRAWN;
        Optional<Outlook> outlook = judged ? scan.outlook(episode) : Optional.empty();
        int perhaps = episode.tally().possible() + (judged ? scan.perhaps(episode) : 0);
        String sentence = Sentence.of(transition, next, scan.rule(), incidents, perhaps, outlook, reason);
        Alert announced = new Alert(
                transition, next, scan.rule(), incidents, perhaps, outlook, sentence, reason, notify, cause, now);
        return new Step(next, scan.rule(), Optional.of(announced));
    }
}
