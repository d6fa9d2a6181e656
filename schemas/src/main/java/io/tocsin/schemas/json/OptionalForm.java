package io.tocsin.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

/** What may be absent. */
record OptionalForm(Form present) implements Form {

    @Override
    public Object read(JsonNode node) {
        return node.isNull() ? null : present.read(node);
    }

    @Override
    public JsonNode write(Object value) {
        return value == null ? NullNode.getInstance() : present.write(value);
    }

    @Override
    public boolean leavesOut(Object value) {
        return value == null;
    }
}
