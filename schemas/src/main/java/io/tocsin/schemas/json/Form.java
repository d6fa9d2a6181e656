package io.tocsin.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;

/** The JSON form of one Avro type. Values are those that generated classes hold. Immutable. */
interface Form {

    /** Throws {@link JsonFormException} when the node is not of this form. */
    Object read(JsonNode node);

    JsonNode write(Object value);

    /** Whether a field with this value is left out. */
    default boolean leavesOut(Object value) {
        return false;
    }
}
