package io.tocsin.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.eclipse.jetty.util.Fields;

/** One request to a registry: the variable parts of its path, decoded, its query and its body. */
record RegistryCall(List<String> arguments, Fields query, String body) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    String subject() {
        return arguments.get(0);
    }

    VersionWish version() {
        return VersionWish.parse(arguments.get(1));
    }

    int id() {
        try {
            return Integer.parseInt(arguments.get(0));
        } catch (NumberFormatException e) {
            throw RegistryProblem.noSuchPath();
        }
    }

    boolean asks(String flag) {
        return Boolean.parseBoolean(query.getValue(flag));
    }

    /** Confluent's {@code :*:} stands for every subject of every context; there is one context here. */
    boolean wants(SchemaVersion version) {
        String prefix = query.getValue("subjectPrefix");
        return prefix == null || prefix.equals(":*:") || version.subject().startsWith(prefix);
    }

    <T> T body(Class<T> type) {
        try {
            T content = JSON.readValue(body, type);
            if (content == null) {
                throw RegistryProblem.badRequest("The request needs a JSON body");
            }
            return content;
        } catch (JsonProcessingException e) {
            throw RegistryProblem.badRequest("The request body is not the JSON expected: " + e.getOriginalMessage());
        }
    }
}
