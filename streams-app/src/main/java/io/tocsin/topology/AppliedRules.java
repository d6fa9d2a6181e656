package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.watch.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The rules by which this task's alerts were announced, so that it finds out what changed, whenever it starts. */
final class AppliedRules {

    /** What has to be done to catch up. */
    record Changes(List<Rule> removed, List<Rule> changed) {}

    private final KeyValueStore<Bytes, byte[]> store;
    private final StateCodec<io.tocsin.avro.Rule> codec = new StateCodec<>(io.tocsin.avro.Rule.getClassSchema());
    private final Map<String, Rule> applied = new HashMap<>();

    AppliedRules(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            while (all.hasNext()) {
                Rule rule = RuleRecords.rule(codec.decode(all.next().value));
                applied.put(rule.id(), rule);
            }
        }
    }

    Collection<Rule> rules() {
        return applied.values();
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

    private static Bytes key(Rule rule) {
        return Bytes.wrap(rule.id().getBytes(UTF_8));
    }
}
