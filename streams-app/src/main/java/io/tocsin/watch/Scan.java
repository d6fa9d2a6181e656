package io.tocsin.watch;

import io.tocsin.places.Area;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads from the ledger what one rule counts in one scope. */
record Scan(Ledger ledger, Rule rule, Area scope) {

    /** All that count with instants in [from, until], oldest first. */
    List<Fact> between(Instant from, Instant until) {
        List<Fact> facts = new ArrayList<>();
        for (Fact fact : ledger.forward(scope, from, until)) {
            if (rule.match().test(fact)) {
                facts.add(fact);
            }
        }
        return facts;
    }

    /** The newest that count with instants in [from, until], at most so many, oldest first. */
    List<Fact> newest(int most, Instant from, Instant until) {
        List<Fact> facts = new ArrayList<>();
        for (Fact fact : ledger.backward(scope, from, until)) {
            if (facts.size() == most) {
                break;
            }
            if (rule.match().test(fact)) {
                facts.add(fact);
            }
        }
        Collections.reverse(facts);
        return facts;
    }

    /**
     * The fact and its neighbours: as many up to its instant and as many after it as the highest level asks for, as far
     * as a window that holds the fact can reach.
     */
    List<Fact> around(Fact fact) {
        int most = rule.highestThreshold() - 1;
        Instant at = fact.at();
        List<Fact> facts = new ArrayList<>();
        for (Fact other : ledger.backward(scope, at.minus(rule.within()).plusMillis(1), at)) {
            if (facts.size() == most) {
                break;
            }
            if (!other.incident().equals(fact.incident()) && rule.match().test(other)) {
                facts.add(other);
            }
        }
        Collections.reverse(facts);
        facts.add(fact);
        int end = facts.size() + most;
        for (Fact later :
                ledger.forward(scope, at.plusMillis(1), at.plus(rule.within()).minusMillis(1))) {
            if (facts.size() == end) {
                break;
            }
            if (rule.match().test(later)) {
                facts.add(later);
            }
        }
        return facts;
    }
}
