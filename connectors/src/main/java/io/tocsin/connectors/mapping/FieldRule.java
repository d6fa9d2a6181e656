package io.tocsin.connectors.mapping;

import java.util.List;
import java.util.Optional;

/** Where one field of the report comes from: the first alternative that yields something. */
record FieldRule(ReportField field, List<Alternative> alternatives) {

    FieldRule {
        alternatives = List.copyOf(alternatives);
    }

    void apply(Row row, ReportAssembler report) throws InvalidFieldException {
        try {
            for (Alternative alternative : alternatives) {
                Optional<Object> value = alternative.value(row);
                if (value.isPresent()) {
                    report.put(field, value.get());
                    return;
                }
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidFieldException(name(), e.getMessage());
        }
    }

    String name() {
        return field.path() + field.entry().map(entry -> "." + entry).orElse("");
    }
}
