package io.tocsin.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Derives episodes from incidents. With the instants t1 ≤ t2 ≤ … the level N holds on [ti, t(i−N+1) + within) for every
 * i with ti − t(i−N+1) &lt; within; the union of these stretches, joined over gaps shorter than {@code quiet}, are the
 * episodes.
 */
final class Episodes {

    private Episodes() {}

    /** The episodes of the facts, which all count for the rule and are sorted. */
    static List<Episode> derive(List<Fact> facts, Rule rule) {
        List<Episode> episodes = new ArrayList<>();
        Span open = null;
        for (int i = 0; i < facts.size(); i++) {
            Level held = held(facts, i, rule);
            if (held == null) {
                continue;
            }
            int first = i - rule.lowest().incidents() + 1;
            Instant until = facts.get(first).at().plus(rule.within());
            if (open != null && open.reaches(facts.get(i).at(), rule.quiet())) {
                open.extend(i, until, held.severity());
            } else {
                if (open != null) {
                    episodes.add(open.close(facts));
                }
                open = new Span(facts.get(i).at(), first, i, until, held.severity());
            }
        }
        if (open != null) {
            episodes.add(open.close(facts));
        }
        return episodes;
    }

    /** The highest level that the window ending with the fact reaches; null for none. */
    private static Level held(List<Fact> facts, int last, Rule rule) {
        Instant end = facts.get(last).at();
        for (int level = rule.levels().size() - 1; level >= 0; level--) {
            int first = last - rule.levels().get(level).incidents() + 1;
            if (first >= 0 && Duration.between(facts.get(first).at(), end).compareTo(rule.within()) < 0) {
                return rule.levels().get(level);
            }
        }
        return null;
    }

    /** An episode in the making. */
    private static final class Span {
        private final Instant from;
        private final int first;
        private int last;
        private Instant until;
        private Severity severity;

        Span(Instant from, int first, int last, Instant until, Severity severity) {
            this.from = from;
            this.first = first;
            this.last = last;
            this.until = until;
            this.severity = severity;
        }

        boolean reaches(Instant next, Duration quiet) {
            return !next.isAfter(until) || Duration.between(until, next).compareTo(quiet) < 0;
        }

        void extend(int newLast, Instant newUntil, Severity reached) {
            last = newLast;
            until = newUntil;
            severity = reached.compareTo(severity) > 0 ? reached : severity;
        }

        Episode close(List<Fact> facts) {
            return new Episode(
                    from,
                    until,
                    facts.get(first).at(),
                    facts.get(last).at(),
                    severity,
                    Tally.of(facts.subList(first, last + 1)));
        }
    }
}
