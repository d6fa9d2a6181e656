package io.tocsin.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Values by name, written in order of name; an empty one is left out. */
record MapForm(Form values) implements Form {

    @Override
    public Object read(JsonNode node) {
        if (!node.isObject()) {
            throw new JsonFormException(node.toString(), "an object");
        }
        Map<String, Object> read = new HashMap<>();
        node.properties().forEach(entry -> read.put(entry.getKey(), readValue(entry.getKey(), entry.getValue())));
        return read;
    }

    private Object readValue(String name, JsonNode value) {
        try {
            return values.read(value);
        } catch (JsonFormException e) {
            throw e.inField(name);
        }
    }

    @Override
    public JsonNode write(Object value) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        sorted((Map<?, ?>) value).forEach((name, item) -> node.set(name, writeValue(name, item)));
        return node;
    }

    private JsonNode writeValue(String name, Object value) {
        try {
            return values.write(value);
        } catch (JsonFormException e) {
            throw e.inField(name);
        }
    }

    private static Map<String, Object> sorted(Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((name, value) -> sorted.put(name.toString(), value));
        return sorted;
    }

    @Override
    public boolean leavesOut(Object value) {
        return ((Map<?, ?>) value).isEmpty();
    }
}
