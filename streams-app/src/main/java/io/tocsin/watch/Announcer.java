package io.tocsin.watch;

import io.tocsin.watch.Announced.Phase;
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
    private final Cause cause;
    private final Instant now;

    /** @param book all alerts of the rule in the scope */
    Announcer(Scan scan, List<Announced> book, Cause cause, Instant now) {
        this.scan = scan;
        this.book = book;
        this.cause = cause;
        this.now = now;
    }

    /** The steps from what was announced to what is. */
    List<Step> announce(Difference difference) {
        Map<Announced, Episode> continued = continued(difference);
        List<Step> steps = new ArrayList<>();
        for (Announced alert : difference.before().stream().sorted(OLDEST_FIRST).toList()) {
            Episode episode = continued.get(alert);
            if (episode == null) {
                steps.add(withdrawn(alert, reasonToWithdraw(alert, continued)));
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

    /** What is due: a reminder, or word that it is over. */
    Optional<Step> due(Announced alert) {
        if (alert.phase() != Phase.OPEN) {
            return Optional.empty();
        }
        if (alert.isOver(scan.rule(), now)) {
            return Optional.of(
                    step(Transition.RESOLVED, alert, alert.episode(), alert.toldSinceResolved(), Optional.empty()));
        }
        return alert.grewSince() && alert.reminderDue(scan.rule(), now)
                ? Optional.of(step(Transition.REMINDED, alert, alert.episode(), true, Optional.empty()))
                : Optional.empty();
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

    private String reasonToWithdraw(Announced alert, Map<Announced, Episode> continued) {
        return continued.entrySet().stream()
                .filter(heir -> heir.getValue().overlap(alert.episode()) > 0)
                .findFirst()
                .map(heir -> cause.inWords() + ", so this is one episode with alert "
                        + heir.getKey().id())
                .orElseGet(() -> cause.inWords() + ", so " + tooFew() + " within "
                        + Phrases.duration(scan.rule().within()));
    }

    private String tooFew() {
        int lowest = scan.rule().lowest().incidents();
        return lowest == 1 ? "no incident remains" : "fewer than " + lowest + " incidents remain";
    }

    private Step opened(Episode episode, Set<String> taken) {
        String id = AlertId.of(scan.rule().id(), scan.scope(), episode.from(), taken::contains);
        Optional<Announced> before =
                book.stream().filter(alert -> alert.id().equals(id)).findFirst();
        Announced fresh = new Announced(
                id,
                scan.rule().id(),
                scan.rule().revision(),
                scan.scope(),
                Phase.OPEN,
                before.map(Announced::sequence).orElse(-1),
                episode,
                before.map(Announced::told).orElse(false),
                false,
                now,
                false);
        return step(Transition.OPENED, fresh, episode, !fresh.isOver(scan.rule(), now), Optional.empty());
    }

    private Optional<Step> changed(Announced alert, Episode episode) {
        Announced next = alert.withEpisode(episode);
        boolean over = next.isOver(scan.rule(), now);
        boolean returns = alert.phase() == Phase.RESOLVED && !over;
        int bySeverity = episode.severity().compareTo(alert.episode().severity());
        int byCounts = byCounts(episode, alert.episode());
        if (bySeverity > 0) {
            return Optional.of(step(Transition.ESCALATED, alert, episode, !over, Optional.empty()));
        }
        if (bySeverity < 0) {
            return Optional.of(
                    step(Transition.EASED, alert, episode, alert.told() || returns, Optional.of(cause.inWords())));
        }
        if (byCounts > 0) {
            boolean reminded = !over && alert.phase() == Phase.OPEN && alert.reminderDue(scan.rule(), now);
            return Optional.of(step(
                    reminded ? Transition.REMINDED : Transition.GREW,
                    alert,
                    episode,
                    reminded || returns,
                    Optional.empty()));
        }
        if (byCounts < 0) {
            return Optional.of(step(Transition.EASED, alert, episode, returns, Optional.of(cause.inWords())));
        }
        return episode.equals(alert.episode())
                ? Optional.empty()
                : Optional.of(new Step(next, scan.rule(), Optional.empty()));
    }

    private static int byCounts(Episode now, Episode before) {
        int byTally = now.tally().compareCounts(before.tally());
        return byTally != 0 ? byTally : now.until().compareTo(before.until());
    }

    private Step step(
            Transition transition, Announced alert, Episode episode, boolean notify, Optional<String> reason) {
        boolean resolved = transition == Transition.RESOLVED;
        boolean grew = transition == Transition.GREW;
        Phase phase = switch (transition) {
            case RESOLVED -> Phase.RESOLVED;
            case WITHDRAWN -> Phase.WITHDRAWN;
            case OPENED, ESCALATED, GREW, REMINDED, EASED -> Phase.OPEN;
        };
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
                !notify && (alert.grewSince() || grew));
        List<Fact> incidents = scan.newest(Alert.MOST_INCIDENTS, episode.first(), episode.last());
        String sentence = Sentence.of(transition, next, scan.rule(), incidents, reason);
        Alert announced = new Alert(transition, next, scan.rule(), incidents, sentence, reason, notify, cause, now);
        return new Step(next, scan.rule(), Optional.of(announced));
    }
}
