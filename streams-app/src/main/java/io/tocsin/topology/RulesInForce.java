package io.tocsin.topology;

import io.tocsin.metrics.Meters;
import io.tocsin.watch.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules that the topic holds, as the instance has read them. One writer, the global thread; every task looks at the
 * version before it works and catches up with what changed.
 */
final class RulesInForce {

    /**
     * The rules at one moment.
     *
     * @param refused of which rules the topic holds no version that is right: compaction leaves but the last. What a task
     *     applied of them stays in force
     */
    record Snapshot(int version, List<Rule> rules, Set<String> refused) {}

    private final Meters meters;
    private final Map<String, Rule> byId = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private volatile Snapshot current = new Snapshot(0, List.of(), Set.of());
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
        refused.remove(rule.id());
        changed();
    }

    synchronized void remove(String id) {
        byId.remove(id);
        refused.remove(id);
        changed();
    }

    /** A version of the rule is wrong; the one before it, if there is one, stays. */
    synchronized void refuse(String id) {
        if (!byId.containsKey(id)) {
            refused.add(id);
            changed();
        }
    }

    private void changed() {
        meters.rules(byId.size());
        stale = true;
    }

    private synchronized void renew() {
        if (stale) {
            current = new Snapshot(current.version() + 1, List.copyOf(byId.values()), Set.copyOf(refused));
            stale = false;
        }
    }
}
