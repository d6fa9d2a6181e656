package io.tocsin.schemas.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads and writes one kind of record as JSON: names as in the schema, times in ISO 8601 (written in UTC), constants in kebab-case.
 * Absent optional fields and empty lists and maps are left out when writing; fields that have a default may be left out when
 * reading; unknown fields, unknown constants and duplicate names are refused. Immutable and safe for use by many threads; make it
 * once and keep it.
 *
 * @param <T> the generated class
 */
public final class JsonForm<T extends SpecificRecord> {

    /** The longest document that is read, in characters. */
    public static final int MAX_CHARACTERS = 1 << 22;

    private static final int MAX_DEPTH = 32;
    private static final int MAX_NAME = 1024;
    private static final int MAX_NUMBER = 64;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_CHARACTERS)
                            .maxNameLength(MAX_NAME)
                            .maxNumberLength(MAX_NUMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Class<T> type;
    private final RecordForm form;

    private JsonForm(Class<T> type, RecordForm form) {
        this.type = type;
        this.form = form;
    }

    /** The JSON form of this class. */
    public static <T extends SpecificRecord> JsonForm<T> of(Class<T> type) {
        return new JsonForm<>(type, RecordForm.of(SpecificData.get().getSchema(type)));
    }

    /** Reads one record. Throws {@link JsonFormException} when it is not in this form. */
    public T read(String json) {
        return read(parse(json));
    }

    /** Reads one record. Throws {@link JsonFormException} when it is not in this form. */
    public T read(JsonNode node) {
        return type.cast(form.read(node));
    }

    /** Writes one record on one line. Throws {@link JsonFormException} when it holds a number that JSON does not have. */
    public String write(T message) {
        return tree(message).toString();
    }

    /** Writes one record as a tree, for those who add to it. */
    public ObjectNode tree(T message) {
        return form.write(message);
    }

    private static JsonNode parse(String json) {
        if (json.length() > MAX_CHARACTERS) {
            throw new JsonFormException(json.length() + " characters", "at most " + MAX_CHARACTERS);
        }
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node.isMissingNode()) {
                throw new JsonFormException("nothing", "an object");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw noJson(e);
        }
    }

    private static JsonFormException noJson(JsonProcessingException failure) {
        String path = failure.getProcessor() instanceof JsonParser parser ? path(parser) : "";
        return new JsonFormException(
                path, "no JSON (" + failure.getOriginalMessage() + ")", "one JSON object", failure);
    }

    private static String path(JsonParser parser) {
        String pointer = parser.getParsingContext().pathAsPointer().toString();
        return pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.');
    }
}
