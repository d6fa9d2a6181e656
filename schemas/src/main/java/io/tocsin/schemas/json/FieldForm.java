package io.tocsin.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** One field of a record. */
record FieldForm(String name, int position, Form form, Schema schema, boolean required, Object fallback) {

    private static final Set<Schema.Type> MUTABLE = EnumSet.of(Schema.Type.ARRAY, Schema.Type.MAP, Schema.Type.RECORD);

    static FieldForm of(Schema.Field field) {
        boolean required = !field.hasDefaultValue();
        Object fallback = required ? null : SpecificData.get().getDefaultValue(field);
        return new FieldForm(field.name(), field.pos(), Forms.of(field.schema()), field.schema(), required, fallback);
    }

    Object read(JsonNode value) {
        if (value == null) {
            return absent();
        }
        try {
            return form.read(value);
        } catch (JsonFormException e) {
            throw e.inField(name);
        }
    }

    /** A copy, so that no two records share a list. */
    private Object absent() {
        if (required) {
            throw new JsonFormException("nothing", "this field").inField(name);
        }
        return MUTABLE.contains(schema.getType()) ? SpecificData.get().deepCopy(schema, fallback) : fallback;
    }

    void write(Object value, ObjectNode target) {
        if (value == null && !schema.isNullable()) {
            throw new JsonFormException("nothing", "this field").inField(name);
        }
        if (form.leavesOut(value)) {
            return;
        }
        try {
            target.set(name, form.write(value));
        } catch (JsonFormException e) {
            throw e.inField(name);
        }
    }
}
