package io.tocsin.connectors.mapping;

import io.tocsin.avro.Report;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/**
 * A field of the report, named by its path ({@code casualties.killed.best}), with the type that its values must have. The
 * last step of a path into a map ({@code attributes.dyad}) is the entry's name.
 */
record ReportField(String path, Schema type, Optional<String> entry) {

    static ReportField named(String path) {
        Schema schema = Report.getClassSchema();
        String[] steps = path.split("\\.", -1);
        for (int i = 0; i < steps.length; i++) {
            Schema.Field field = schema.getType() == Schema.Type.RECORD ? schema.getField(steps[i]) : null;
            if (field == null) {
                throw new MappingException("a report has no field '" + path + "'" + known(schema));
            }
            schema = required(field.schema());
            boolean entryFollows = schema.getType() == Schema.Type.MAP && i == steps.length - 2;
            if (entryFollows && !steps[i + 1].isBlank()) {
                String mapPath = path.substring(0, path.length() - steps[i + 1].length() - 1);
                return new ReportField(mapPath, schema.getValueType(), Optional.of(steps[i + 1]));
            }
        }
        boolean whole = schema.getType() == Schema.Type.RECORD || schema.getType() == Schema.Type.MAP;
        if (whole) {
            throw new MappingException("'" + path + "' is no single field" + known(schema));
        }
        return new ReportField(path, schema, Optional.empty());
    }

    private static String known(Schema schema) {
        if (schema.getType() != Schema.Type.RECORD) {
            return "";
        }
        return schema.getFields().stream()
                .map(Schema.Field::name)
                .collect(Collectors.joining(", ", "; " + schema.getName() + " has ", ""));
    }

    /** The type without the null of an optional field. */
    static Schema required(Schema schema) {
        if (!schema.isUnion()) {
            return schema;
        }
        for (Schema branch : schema.getTypes()) {
            if (branch.getType() != Schema.Type.NULL) {
                return branch;
            }
        }
        throw new IllegalArgumentException("a union of nothing: " + schema);
    }

    boolean isTime() {
        return type.getLogicalType() != null
                && Objects.equals(type.getLogicalType().getName(), "timestamp-millis");
    }

    boolean isList() {
        return type.getType() == Schema.Type.ARRAY;
    }

    boolean isText() {
        return type.getType() == Schema.Type.STRING;
    }
}
