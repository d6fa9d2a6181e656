package io.tocsin.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The announced episodes that a change touches, and the episodes that stand in their place now.
 *
 * @param before alerts that stand for an episode
 */
record Difference(List<Announced> before, List<Episode> after) {

    /**
     * Derives anew whatever a change at instants in [from, until] can have touched. Costs as much as the episodes
     * touched are long.
     */
    static Difference derived(Scan scan, List<Announced> standing, Instant from, Instant until) {
        Rule rule = scan.rule();
        Instant earliest = from.minus(rule.within());
        Instant latest = until.plus(rule.within());
        Set<Announced> touched = new HashSet<>();
        for (Announced alert : standing) {
            boolean near = !alert.episode().until().isBefore(earliest.minus(rule.quiet()))
                    && !alert.episode().first().isAfter(latest.plus(rule.quiet()));
            if (near) {
                touched.add(alert);
            }
        }
        boolean wider = true;
        while (wider) {
            for (Announced alert : touched) {
                earliest = alert.episode().first().isBefore(earliest)
                        ? alert.episode().first()
                        : earliest;
                latest =
                        alert.episode().last().isAfter(latest) ? alert.episode().last() : latest;
            }
            wider = addAllWithin(earliest, latest, standing, touched);
        }
        return new Difference(List.copyOf(touched), Episodes.derive(scan.between(earliest, latest), rule));
    }

    private static boolean addAllWithin(
            Instant earliest, Instant latest, List<Announced> standing, Set<Announced> touched) {
        boolean added = false;
        for (Announced alert : standing) {
            boolean overlaps = !alert.episode().last().isBefore(earliest)
                    && !alert.episode().first().isAfter(latest);
            added |= overlaps && touched.add(alert);
        }
        return added;
    }

    /**
     * The same as {@link #derived} for one incident more, at a cost that does not grow with the incidents in the
     * window: adding one can only add stretches, and those are decided by its nearest neighbours.
     *
     * @param added a fact that counts and is in the ledger
     */
    static Difference grown(Scan scan, List<Announced> standing, Fact added) {
        List<Episode> local = Episodes.derive(scan.around(added), scan.rule());
        List<Announced> touched = new ArrayList<>();
        for (Announced alert : standing) {
            boolean joined = local.stream()
                    .anyMatch(e -> e.joins(alert.episode(), scan.rule().quiet()));
            if (joined || alert.episode().spans(added.at())) {
                touched.add(alert);
            }
        }
        if (touched.size() > 1) {
            return derived(scan, standing, added.at(), added.at());
        }
        return touched.isEmpty()
                ? new Difference(List.of(), counted(scan, local))
                : extended(scan, touched.get(0), local, added);
    }

    private static List<Episode> counted(Scan scan, List<Episode> episodes) {
        return episodes.stream()
                .map(e -> e.withTally(Tally.of(scan.between(e.first(), e.last()))))
                .toList();
    }

    private static Difference extended(Scan scan, Announced alert, List<Episode> local, Fact added) {
        Episode was = alert.episode();
        Episode now = was;
        List<Episode> apart = new ArrayList<>();
        for (Episode episode : local) {
            if (episode.joins(now, scan.rule().quiet())) {
                now = now.join(episode, Tally.NONE);
            } else {
                apart.add(episode);
            }
        }
        Tally tally = was.tally()
                .plus(was.spans(added.at()) ? Tally.of(List.of(added)) : Tally.NONE)
                .plus(Tally.of(scan.between(now.first(), was.first().minusMillis(1))))
                .plus(Tally.of(scan.between(was.last().plusMillis(1), now.last())));
        List<Episode> after = new ArrayList<>(List.of(now.withTally(tally)));
        after.addAll(counted(scan, apart));
        return new Difference(List.of(alert), Collections.unmodifiableList(after));
    }

    /** The same episodes, of which those that count the incident count its new figures. */
    static Difference recounted(List<Announced> standing, Fact before, Fact after) {
        List<Announced> touched = standing.stream()
                .filter(alert -> alert.episode().spans(after.at()))
                .toList();
        return new Difference(
                touched,
                touched.stream()
                        .map(alert -> alert.episode()
                                .withTally(alert.episode().tally().withReplaced(before, after)))
                        .toList());
    }
}
