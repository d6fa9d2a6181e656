package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.watch.Rule;
import io.tocsin.watch.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The rules by which this task's alerts were announced, so that it finds out what changed, whenever it starts. */
final class AppliedRules {

    /** What has to be done to catch up. */
    record Changes(List<Rule> removed, List<Rule> changed) {}

    private final KeyValueStore<Bytes, byte[]> store;
    private final StateCodec<io.tocsin.avro.Rule> codec = new StateCodec<>(io.tocsin.avro.Rule.getClassSchema());
    private final Map<String, Rule> applied = new HashMap<>();
    private final Set<Scope.Kind> crossing = EnumSet.noneOf(Scope.Kind.class);

    AppliedRules(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> each = all.next();
                if (each.value.length == 0) {
                    crossing.add(Scope.Kind.valueOf(new String(each.key.get(), UTF_8)));
                } else {
                    Rule rule = RuleRecords.rule(codec.decode(each.value));
                    applied.put(rule.id(), rule);
                }
            }
        }
    }

    Collection<Rule> rules() {
        return applied.values();
    }

    /** The rules of the snapshot, and as applied those of which it knows only that their last version is wrong. */
    List<Rule> inForce(RulesInForce.Snapshot snapshot) {
        List<Rule> inForce = new ArrayList<>(snapshot.rules());
        for (String id : snapshot.refused()) {
            Optional.ofNullable(applied.get(id)).ifPresent(inForce::add);
        }
        return inForce;
    }

    Changes changesTo(Collection<Rule> wanted) {
        Map<String, Rule> gone = new HashMap<>(applied);
        List<Rule> changed = new ArrayList<>();
        for (Rule rule : wanted) {
            gone.remove(rule.id());
            if (!rule.equals(applied.get(rule.id()))) {
                changed.add(rule);
            }
        }
        return new Changes(List.copyOf(gone.values()), changed);
    }

    void apply(Changes changes) {
        for (Rule rule : changes.removed()) {
            applied.remove(rule.id());
            store.delete(key(rule));
        }
        for (Rule rule : changes.changed()) {
            applied.put(rule.id(), rule);
            store.put(key(rule), codec.encode(RuleRecords.record(rule)));
        }
    }

    /** The kinds of scope that cross borders by which any rule ever counted. */
    Set<Scope.Kind> crossing() {
        return crossing;
    }

    /** Whether no rule counted by that kind of scope before; rule ids have no capital letters, kinds have. */
    boolean isFirstOf(Scope.Kind kind) {
        boolean first = crossing.add(kind);
        if (first) {
            store.put(Bytes.wrap(kind.name().getBytes(UTF_8)), new byte[0]);
        }
        return first;
    }

    private static Bytes key(Rule rule) {
        return Bytes.wrap(rule.id().getBytes(UTF_8));
    }
}
