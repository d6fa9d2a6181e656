package io.tocsin.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/** Lists; an empty one is left out. */
record ArrayForm(Form items) implements Form {

    @Override
    public Object read(JsonNode node) {
        if (!node.isArray()) {
            throw new JsonFormException(node.toString(), "a list");
        }
        List<Object> values = new ArrayList<>(node.size());
        for (JsonNode item : node) {
            values.add(readItem(item, values.size()));
        }
        return values;
    }

    private Object readItem(JsonNode item, int index) {
        try {
            return items.read(item);
        } catch (JsonFormException e) {
            throw e.inElement(index);
        }
    }

    @Override
    public JsonNode write(Object value) {
        List<?> values = (List<?>) value;
        ArrayNode node = JsonNodeFactory.instance.arrayNode(values.size());
        for (Object item : values) {
            node.add(writeItem(item, node.size()));
        }
        return node;
    }

    private JsonNode writeItem(Object item, int index) {
        try {
            return items.write(item);
        } catch (JsonFormException e) {
            throw e.inElement(index);
        }
    }

    @Override
    public boolean leavesOut(Object value) {
        return ((List<?>) value).isEmpty();
    }
}
