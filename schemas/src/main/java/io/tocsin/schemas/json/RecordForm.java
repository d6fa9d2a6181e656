package io.tocsin.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Records: one property for every field, and no other. */
record RecordForm(Class<?> type, Schema schema, List<FieldForm> fields, Set<String> names) implements Form {

    static RecordForm of(Schema schema) {
        Map<String, FieldForm> fields = new LinkedHashMap<>();
        schema.getFields().forEach(field -> fields.put(field.name(), FieldForm.of(field)));
        Class<?> type = SpecificData.get().getClass(schema);
        return new RecordForm(type, schema, List.copyOf(fields.values()), fields.keySet());
    }

    @Override
    public SpecificRecord read(JsonNode node) {
        if (!node.isObject()) {
            throw new JsonFormException(node.toString(), "an object");
        }
        SpecificRecord read = (SpecificRecord) SpecificData.newInstance(type, schema);
        int known = 0;
        for (FieldForm field : fields) {
            JsonNode value = node.get(field.name());
            known += value == null ? 0 : 1;
            read.put(field.position(), field.read(value));
        }
        if (known < node.size()) {
            throw unknownField(node);
        }
        return read;
    }

    private JsonFormException unknownField(JsonNode node) {
        String unknown = node.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !names.contains(name))
                .findFirst()
                .orElseThrow();
        return new JsonFormException("an unknown field", "one of " + String.join(", ", names)).inField(unknown);
    }

    @Override
    public ObjectNode write(Object value) {
        SpecificRecord written = (SpecificRecord) value;
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (FieldForm field : fields) {
            field.write(written.get(field.position()), node);
        }
        return node;
    }
}
