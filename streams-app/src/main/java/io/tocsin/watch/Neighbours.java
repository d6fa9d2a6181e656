package io.tocsin.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The incidents next to one: as many up to its instant and as many after it as reach the highest level of a rule, as far
 * as a window that holds it can reach. In a window that holds more of them it cannot matter.
 */
final class Neighbours {

    private final Ledger ledger;
    private final Rule rule;
    private final Scope scope;

    Neighbours(Ledger ledger, Rule rule, Scope scope) {
        this.ledger = ledger;
        this.rule = rule;
        this.scope = scope;
    }

    /** Those that reach the highest level together with the fact on either side, and the fact, sorted. */
    List<Fact> with(Fact fact) {
        return around(fact, true);
    }

    /** Those that reach the highest level on either side by themselves, sorted, without the fact. */
    List<Fact> besides(Fact fact) {
        return around(fact, false);
    }

    private List<Fact> around(Fact fact, boolean withIt) {
        Instant at = fact.at();
        List<Fact> facts = new ArrayList<>();
        Needed before = new Needed(fact, withIt);
        for (Fact other : ledger.backward(scope, at.minus(rule.within()).plusMillis(1), at)) {
            if (before.isMet()) {
                break;
            }
            if (!other.incident().equals(fact.incident()) && rule.isReachedBy(other)) {
                before.count(other);
                facts.add(other);
            }
        }
        Collections.reverse(facts);
        if (withIt) {
            facts.add(fact);
        }
        Needed after = new Needed(fact, withIt);
        for (Fact later :
                ledger.forward(scope, at.plusMillis(1), at.plus(rule.within()).minusMillis(1))) {
            if (after.isMet()) {
                break;
            }
            if (rule.isReachedBy(later)) {
                after.count(later);
                facts.add(later);
            }
        }
        return facts;
    }

    /** What is needed, from a fact on, so that a farther one cannot matter; what it adds nothing to needs nothing. */
    private final class Needed {
        private final Threshold highest;
        private final Set<String> origins = new HashSet<>();
        private int incidents;
        private int here;
        private long killed;
        private long injured;

        Needed(Fact fact, boolean withIt) {
            Threshold all = rule.highest();
            // Where what is possible counts, one that is there for certain makes windows of the others count.
            boolean counts = rule.count() == Certainty.POSSIBLE && rule.per().isIn(fact);
            highest = new Threshold(
                    all.incidents(),
                    counts || fact.killed() > 0 ? all.killed() : 0,
                    counts || fact.injured() > 0 ? all.injured() : 0,
                    all.origins());
            if (withIt) {
                count(fact);
            }
        }

        void count(Fact fact) {
            incidents++;
            here += rule.per().isIn(fact) ? 1 : 0;
            killed += fact.killed();
            injured += fact.injured();
            if (highest.origins() > 0) {
                origins.addAll(fact.origins());
            }
        }

        boolean isMet() {
            return here > 0
                    && incidents >= highest.incidents()
                    && killed >= highest.killed()
                    && injured >= highest.injured()
                    && origins.size() >= highest.origins();
        }
    }
}
