package io.tocsin.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Constants in kebab-case: {@code VEHICLE_BOMB} is {@code "vehicle-bomb"}. */
record EnumForm(Map<String, Object> constants, Map<Object, TextNode> names) implements Form {

    static Form of(Class<?> type) {
        Map<String, Object> constants = new LinkedHashMap<>();
        Map<Object, TextNode> names = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            String name = constant.toString().toLowerCase(Locale.ROOT).replace('_', '-');
            constants.put(name, constant);
            names.put(constant, TextNode.valueOf(name));
        }
        return new EnumForm(constants, names);
    }

    @Override
    public Object read(JsonNode node) {
        Object constant = constants.get(node.textValue());
        if (constant == null) {
            throw new JsonFormException(node.toString(), "one of " + String.join(", ", constants.keySet()));
        }
        return constant;
    }

    @Override
    public JsonNode write(Object value) {
        return names.get(value);
    }
}
