package io.tocsin.connectors.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** One way to a field's value: conditions, a text filled from the row, a lookup, and a conversion to the field's type. */
record Alternative(
        List<Condition> conditions,
        Template text,
        Map<String, Template> values,
        Optional<Template> otherwise,
        Function<String, Optional<Object>> conversion) {

    Alternative {
        conditions = List.copyOf(conditions);
        values = Map.copyOf(values);
    }

    /** The value for this row, or nothing when a condition fails or the text is empty. */
    Optional<Object> value(Row row) {
        for (Condition condition : conditions) {
            if (!condition.holds(row)) {
                return Optional.empty();
            }
        }
        String filled = text.fill(row);
        if (filled.isEmpty()) {
            return Optional.empty();
        }
        String looked = values.isEmpty() ? filled : lookedUp(filled, row);
        return looked.isEmpty() ? Optional.empty() : conversion.apply(looked);
    }

    private String lookedUp(String key, Row row) {
        return Optional.ofNullable(values.get(key))
                .or(() -> otherwise)
                .orElseThrow(() -> new IllegalArgumentException("'" + key + "' is none of "
                        + new TreeSet<>(values.keySet()) + " and the mapping has no otherwise"))
                .fill(row);
    }

    Set<String> columns() {
        Set<String> columns = text.columns();
        conditions.forEach(condition -> columns.add(condition.column()));
        values.values().forEach(value -> columns.addAll(value.columns()));
        otherwise.ifPresent(template -> columns.addAll(template.columns()));
        return columns;
    }
}
