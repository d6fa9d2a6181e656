package io.tocsin.topology;

import io.tocsin.metrics.Meters;
import io.tocsin.watch.Rule;
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
    private volatile boolean stale;

    RulesInForce(Meters meters) {
        this.meters = meters;
    }

    /** The rules now; those of many changes at once are put together once. */
    Snapshot current() {
        if (stale) {
            renew();
        }
        return current;
    }

    synchronized void put(Rule rule) {
        byId.put(rule.id(), rule);
        changed();
    }

    synchronized void remove(String id) {
        byId.remove(id);
        changed();
    }

    private void changed() {
        meters.rules(byId.size());
        stale = true;
    }

    private synchronized void renew() {
        if (stale) {
            current = new Snapshot(current.version() + 1, List.copyOf(byId.values()));
            stale = false;
        }
    }
}
