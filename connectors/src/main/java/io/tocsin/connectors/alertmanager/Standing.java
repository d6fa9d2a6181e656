package io.tocsin.connectors.alertmanager;

import io.tocsin.avro.Alert;
import io.tocsin.avro.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an alert stands, and what of it is to be seen in an Alertmanager: a function of its transitions in their order. It appears,
 * and changes its labels, only with a transition that asks to notify people, for that is what an Alertmanager will do; it ends when
 * it is resolved or withdrawn. At any instant it is shown under one set of labels at most; one that it had before ends when the next
 * begins.
 *
 * @param id of the alert
 * @param open whether it is neither resolved nor withdrawn
 * @param from when its episode began
 * @param annotations as of the last transition
 * @param shown the labels under which it is to be seen
 * @param ended the labels under which it is no longer to be seen, and since when
 */
record Standing(
        String id,
        boolean open,
        Instant from,
        Map<String, String> annotations,
        Optional<Labels> shown,
        Map<Labels, Ending> ended) {

    /**
     * When something ended.
     *
     * @param revision of the board, by which it is told once
     */
    record Ending(Instant at, long revision) {}

    Standing {
        annotations = Map.copyOf(annotations);
        ended = Map.copyOf(ended);
    }

    /** How it stands after the transition that is known first. Those before it may be gone from the compacted topic. */
    static Standing first(Alert alert) {
        boolean open = alert.getTransition() == Transition.HANDLED ? wasOpenWhenHandled(alert) : opens(alert);
        return new Standing(
                alert.getId(),
                open,
                from(alert),
                Annotations.of(alert),
                Optional.of(Labels.of(alert)).filter(labels -> open && (alert.getNotify() || wasToldBefore(alert))),
                Map.of());
    }

    /**
     * How it stands after the next transition.
     *
     * @param ending of what it ends, if it ends anything
     */
    Standing after(Alert alert, Ending ending) {
        boolean stillOpen = alert.getTransition() == Transition.HANDLED ? open : opens(alert);
        Optional<Labels> next = Optional.empty();
        if (stillOpen) {
            next = alert.getNotify() ? Optional.of(Labels.of(alert)) : shown;
        }
        Map<Labels, Ending> gone = new LinkedHashMap<>(ended);
        if (!next.equals(shown)) {
            shown.ifPresent(labels -> gone.put(labels, ending));
        }
        next.ifPresent(gone::remove);
        return new Standing(id, stillOpen, from(alert), Annotations.of(alert), next, gone);
    }

    private static boolean opens(Alert alert) {
        return alert.getTransition() != Transition.RESOLVED && alert.getTransition() != Transition.WITHDRAWN;
    }

    /** What is left of an alert whose other transitions are gone: over if it was a false alarm, or past its episode. */
    private static boolean wasOpenWhenHandled(Alert alert) {
        boolean falseAlarm = alert.getHandling() != null && alert.getHandling().getFalseAlarm() != null;
        return !falseAlarm
                && alert.getTimes().getAnnounced().isBefore(alert.getEpisode().getUntil());
    }

    /** Of an alert that has no explanation people have been told, though the transition that did is gone. */
    private static boolean wasToldBefore(Alert alert) {
        return alert.getSequence() > 0 && alert.getExplainedBy() == null;
    }

    /** Day-precise incidents lie at noon, which may still be to come. */
    private static Instant from(Alert alert) {
        return earlier(alert.getEpisode().getFrom(), alert.getTimes().getAnnounced());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /**
     * What an Alertmanager is told to see it as it is; first what begins, so that it can inhibit what ends.
     *
     * @param seen the revision up to which the endings are known there; told again, they would be notified again
     */
    List<Posting> postings(Instant now, Duration expireAfter, long seen) {
        List<Posting> all = new ArrayList<>(stillShown(now, expireAfter));
        ended.forEach((labels, ending) -> {
            Instant at = ending.at();
            if (ending.revision() > seen && at.plus(expireAfter).isAfter(now)) {
                all.add(new Posting(id, labels, annotations, earlier(from, at), earlier(at, now)));
            }
        });
        return all;
    }

    /** What an Alertmanager is told again from time to time. */
    List<Posting> stillShown(Instant now, Duration expireAfter) {
        return shown.map(labels -> List.of(new Posting(id, labels, annotations, from, now.plus(expireAfter))))
                .orElse(List.of());
    }

    /** The same without what no Alertmanager can still be showing, which would only fill the memory. */
    Standing at(Instant now, Duration expireAfter) {
        boolean forgotten = ended.values().stream()
                .noneMatch(ending -> ending.at().plus(expireAfter).isAfter(now));
        return forgotten && shown.isEmpty() ? new Standing(id, open, from, Map.of(), shown, Map.of()) : this;
    }
}
