package io.tocsin.topology;

import io.tocsin.places.Area;
import io.tocsin.watch.Fact;
import io.tocsin.watch.Ledger;
import io.tocsin.watch.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that one rule counts of the incidents already known, by scope: read in one pass when the rule changes. */
final class LookBack implements Ledger {

    private final Rule rule;
    private final Map<String, List<Fact>> facts = new HashMap<>();
    private final Map<String, Area> scopes = new HashMap<>();

    LookBack(Rule rule) {
        this.rule = rule;
    }

    void add(Fact fact) {
        if (rule.match().test(fact)) {
            fact.place().area(rule.per()).ifPresent(scope -> {
                scopes.putIfAbsent(scope.key(), scope);
                facts.computeIfAbsent(scope.key(), key -> new ArrayList<>()).add(fact);
            });
        }
    }

    /** Adds a scope in which the rule announced something. */
    void add(Area scope) {
        scopes.putIfAbsent(scope.key(), scope);
    }

    LookBack sorted() {
        facts.values().forEach(Collections::sort);
        return this;
    }

    Collection<Area> scopes() {
        return scopes.values();
    }

    @Override
    public Iterable<Fact> forward(Area area, Instant from, Instant until) {
        return within(area, from, until);
    }

    @Override
    public Iterable<Fact> backward(Area area, Instant from, Instant until) {
        List<Fact> newestFirst = within(area, from, until);
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private List<Fact> within(Area area, Instant from, Instant until) {
        List<Fact> within = new ArrayList<>();
        for (Fact fact : facts.getOrDefault(area.key(), List.of())) {
            if (!fact.at().isBefore(from) && !fact.at().isAfter(until)) {
                within.add(fact);
            }
        }
        return within;
    }
}
