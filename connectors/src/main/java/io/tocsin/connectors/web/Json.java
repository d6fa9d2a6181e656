package io.tocsin.connectors.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.connectors.web.SourceFault.Kind;
import java.io.IOException;

/** Answers in JSON. */
public final class Json {

    private static final int DEEPEST = 20;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build());

    private Json() {}

    /**
     * The object that an answer is. Exceptions are not handed on: they quote the answer, which may hold a token.
     *
     * @throws SourceFault if it is none
     */
    public static JsonNode object(Response response) throws SourceFault {
        JsonNode answer;
        try {
            answer = MAPPER.readTree(response.text());
        } catch (JsonEOFException e) {
            throw new SourceFault(Kind.INCOMPLETE_BODY, "the JSON ends too early");
        } catch (IOException e) {
            throw new SourceFault(Kind.CHANGED_SCHEMA, "the answer says that it is JSON but is not");
        }
        if (!answer.isObject()) {
            throw new SourceFault(Kind.CHANGED_SCHEMA, "the answer is no JSON object");
        }
        return answer;
    }
}
