package io.tocsin.topology;

import io.tocsin.metrics.Meters;
import io.tocsin.watch.Rule;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules that the topic holds, as the instance has read them. One writer, the global thread; every task looks at the
 * version before it works and catches up with what changed.
 */
final class RulesInForce {

    /** The rules at one moment. */
    record Snapshot(int version, List<Rule> rules) {}

    private final Meters meters;
    private final Map<String, Rule> byId = new HashMap<>();
    private volatile Snapshot current = new Snapshot(0, List.of());

    RulesInForce(Meters meters) {
        this.meters = meters;
    }

    Snapshot current() {
        return current;
    }

    synchronized void put(Rule rule) {
        byId.put(rule.id(), rule);
        changed(byId.values());
    }

    synchronized void remove(String id) {
        byId.remove(id);
        changed(byId.values());
    }

    private void changed(Collection<Rule> rules) {
        meters.rules(rules.size());
        current = new Snapshot(current.version() + 1, List.copyOf(rules));
    }
}
