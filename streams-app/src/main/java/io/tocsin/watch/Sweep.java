package io.tocsin.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds where a threshold is held: for each instant at which anything happened, the shortest window that ends with all of
 * it and reaches the threshold. With the instants t1 &lt; t2 &lt; …, if that window begins at tk and ends at ti, and ti − tk &lt;
 * within, then the threshold is held on [ti, tk + within).
 */
final class Sweep {

    private final Rule rule;
    private final Threshold wanted;
    private final Map<String, Integer> origins = new HashMap<>();
    private int incidents;
    private int here;
    private int killed;
    private int injured;

    private Sweep(Rule rule, Threshold wanted) {
        this.rule = rule;
        this.wanted = wanted;
    }

    /** The stretches of all levels of the rule, not joined. The facts all count for the rule and are sorted. */
    static List<Stretch> stretches(List<Fact> facts, Rule rule) {
        List<Stretch> stretches = new ArrayList<>();
        for (Level level : rule.levels()) {
            for (Threshold way : level.ways()) {
                new Sweep(rule, way).over(facts, level.severity(), stretches);
            }
        }
        return stretches;
    }

    private void over(List<Fact> facts, Severity severity, List<Stretch> stretches) {
        int first = 0;
        for (int i = 0; i < facts.size(); i++) {
            Fact last = facts.get(i);
            enter(last);
            if (i + 1 < facts.size() && facts.get(i + 1).at().equals(last.at())) {
                // what happens at one instant ends the same window, whatever it is called
                continue;
            }
            while (reachedWithout(facts.get(first))) {
                first++;
            }
            Instant until = facts.get(first).at().plus(rule.within());
            if (reached() && last.at().isBefore(until)) {
                stretches.add(new Stretch(last.at(), until, severity));
            }
        }
    }

    /** Lets the first one leave if the threshold is reached without it. */
    private boolean reachedWithout(Fact first) {
        if (incidents <= Math.max(1, wanted.incidents())) {
            return false;
        }
        leave(first);
        if (reached()) {
            return true;
        }
        enter(first);
        return false;
    }

    private boolean reached() {
        return here > 0 && wanted.reachedBy(incidents, killed, injured, origins.size());
    }

    private void enter(Fact fact) {
        count(fact, 1);
        if (wanted.origins() > 0) {
            fact.origins().forEach(origin -> origins.merge(origin, 1, Integer::sum));
        }
    }

    private void leave(Fact fact) {
        count(fact, -1);
        if (wanted.origins() > 0) {
            fact.origins().forEach(origin -> origins.computeIfPresent(origin, (o, n) -> n == 1 ? null : n - 1));
        }
    }

    private void count(Fact fact, int sign) {
        incidents += sign;
        here += rule.per().isIn(fact) ? sign : 0;
        killed += sign * fact.killed();
        injured += sign * fact.injured();
    }
}
