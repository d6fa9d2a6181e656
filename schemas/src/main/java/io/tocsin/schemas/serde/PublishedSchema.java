package io.tocsin.schemas.serde;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/**
 * A record's schema as the rest of the world sees it: self-contained, as in the AVSC files, without the hints for Java that the
 * generated classes carry. Serializer, registration and released files all use this text, so that a registry finds it again.
 */
public final class PublishedSchema {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String JAVA_STRING = "avro.java.string";
    private static final String TYPE = "type";

    private PublishedSchema() {}

    /** The schema as one line of JSON. */
    public static String text(Schema schema) {
        return withoutJavaHints(tree(schema)).toString();
    }

    /** The schema as indented JSON. */
    public static String prettyText(Schema schema) {
        return withoutJavaHints(tree(schema)).toPrettyString();
    }

    /** The schema itself. */
    public static Schema of(Schema schema) {
        return new Schema.Parser().parse(text(schema));
    }

    private static JsonNode tree(Schema schema) {
        try {
            return MAPPER.readTree(schema.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("schema " + schema.getFullName() + " is no JSON", e);
        }
    }

    private static JsonNode withoutJavaHints(JsonNode node) {
        node.forEach(PublishedSchema::withoutJavaHints);
        if (node instanceof ObjectNode object) {
            object.remove(JAVA_STRING);
            object.properties().forEach(property -> property.setValue(shortest(property.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, shortest(array.get(i)));
            }
        }
        return node;
    }

    /** {@code {"type":"string"}} is {@code "string"}. */
    private static JsonNode shortest(JsonNode node) {
        boolean nothingButType =
                node.isObject() && node.size() == 1 && node.path(TYPE).isTextual();
        return nothingButType ? node.get(TYPE) : node;
    }
}
