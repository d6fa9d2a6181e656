package io.tocsin.watch.grammar;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** The fields of one mapping that the grammar knows. Those that it refuses are told to the problems at once. */
final class Fields {

    private final Value mapping;
    private final Shape shape;
    private final boolean isMapping;
    private final Map<String, Value> byName = new HashMap<>();

    Fields(Value mapping, Shape shape) {
        this.mapping = mapping;
        this.shape = shape;
        Optional<Map<String, NodeTuple>> entries =
                mapping.entries("a mapping with the fields of " + shape.noun(), Names::kebab);
        this.isMapping = entries.isPresent();
        entries.orElse(Map.of()).forEach(this::add);
    }

    private void add(String name, NodeTuple entry) {
        Value key = mapping.at(name, entry.getKeyNode());
        Value value = mapping.at(name, entry.getValueNode());
        if (shape.has(name)) {
            byName.put(name, value);
        } else {
            key.refuse(shape.refusal(name));
        }
    }

    /** The value of the field, if there is anything in it. */
    Optional<Value> find(String name) {
        return Optional.ofNullable(byName.get(name)).filter(value -> !value.nothing());
    }

    /** The value of a field that must be there. What is no mapping at all lacks no field. */
    Optional<Value> require(String name, String example) {
        Optional<Value> value = find(name);
        if (value.isEmpty() && isMapping) {
            mapping.at(name, mapping.node()).refuse("is missing; write it, such as " + name + ": " + example);
        }
        return value;
    }
}
