package io.tocsin.connectors.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A piece of a mapping file together with where it stands, so that every complaint can say so. */
record MappingNode(JsonNode json, String where) {

    MappingException wrong(String message) {
        return new MappingException(where + ": " + message);
    }

    /** Refuses every key but these. */
    MappingNode onlyKeys(Set<String> keys) {
        if (!json.isObject()) {
            throw wrong("has to be a map with the keys " + new TreeSet<>(keys));
        }
        json.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                throw wrong("unknown key '" + key + "'; known are " + new TreeSet<>(keys));
            }
        });
        return this;
    }

    Optional<MappingNode> child(String key) {
        return json.has(key) ? Optional.of(new MappingNode(json.get(key), where + "." + key)) : Optional.empty();
    }

    MappingNode needed(String key) {
        return child(key).orElseThrow(() -> wrong("lacks '" + key + "'"));
    }

    boolean isMap() {
        return json.isObject();
    }

    boolean isList() {
        return json.isArray();
    }

    String text() {
        if (!json.isValueNode() || json.isNull()) {
            throw wrong("has to be a text");
        }
        return json.asText();
    }

    /** The texts of a list, or the one text that stands in its place. */
    List<String> texts() {
        return isList() ? items().stream().map(MappingNode::text).toList() : List.of(text());
    }

    List<MappingNode> items() {
        if (!isList()) {
            throw wrong("has to be a list");
        }
        List<MappingNode> items = new ArrayList<>();
        for (JsonNode item : json) {
            items.add(new MappingNode(item, where + "[" + items.size() + "]"));
        }
        return items;
    }

    Map<String, MappingNode> entries() {
        if (!isMap()) {
            throw wrong("has to be a map");
        }
        Map<String, MappingNode> entries = new LinkedHashMap<>();
        json.fieldNames().forEachRemaining(key -> entries.put(key, needed(key)));
        return entries;
    }

    boolean flag(String key) {
        return child(key)
                .map(node -> {
                    if (!node.json.isBoolean()) {
                        throw node.wrong("has to be true or false");
                    }
                    return node.json.asBoolean();
                })
                .orElse(false);
    }
}
