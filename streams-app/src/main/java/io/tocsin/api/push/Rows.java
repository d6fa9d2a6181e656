package io.tocsin.api.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.HttpStatus;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rows of a request's body. {@code application/json} holds one report or an array of them, {@code application/x-ndjson} one a
 * line; <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md">CloudEvents
 * 1.0</a> hold one each in {@code data}: structured, in batches, or binary, which is JSON with headers that add nothing here.
 */
final class Rows {

    /** The most of one request. */
    static final int MOST = 10_000;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** A row: what it holds, or why it holds nothing. */
    record Row(Optional<JsonNode> report, String flaw) {
        static Row of(JsonNode report) {
            return new Row(Optional.of(report), "");
        }

        static Row bad(String flaw) {
            return new Row(Optional.empty(), flaw);
        }
    }

    private Rows() {}

    /**
     * Reads them.
     *
     * @param contentType as the request has it; parameters are ignored but for a charset that is not UTF-8
     * @throws Refusal if the body holds no rows
     */
    static List<Row> read(String contentType, byte[] body) {
        String text = text(contentType, body);
        List<Row> rows = switch (mediaType(contentType)) {
            case "application/json" -> each(parsed(text), Row::of);
            case "application/x-ndjson", "application/jsonl" -> lines(text);
            case "application/cloudevents+json" -> List.of(data(parsed(text)));
            case "application/cloudevents-batch+json" -> each(parsed(text), Rows::data);
            default ->
                throw new Refusal(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "send application/json, application/x-ndjson, application/cloudevents+json or"
                                + " application/cloudevents-batch+json");
        };
        if (rows.isEmpty() || rows.size() > MOST) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST, "there are " + rows.size() + " rows; send 1 to " + MOST + " at once");
        }
        return rows;
    }

    private interface Reader {
        Row read(JsonNode node);
    }

    private static List<Row> each(JsonNode node, Reader reader) {
        if (!node.isArray()) {
            return List.of(reader.read(node));
        }
        List<Row> rows = new ArrayList<>();
        node.forEach(element -> rows.add(reader.read(element)));
        return rows;
    }

    private static List<Row> lines(String text) {
        List<Row> rows = new ArrayList<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            try {
                rows.add(Row.of(JSON.readTree(line)));
            } catch (JsonProcessingException e) {
                rows.add(Row.bad("is no JSON: " + e.getOriginalMessage()));
            }
        });
        return rows;
    }

    private static Row data(JsonNode event) {
        if (!event.path("specversion").asText().equals("1.0")) {
            return Row.bad("specversion: must be \"1.0\"");
        }
        for (String attribute : List.of("id", "source", "type")) {
            if (event.path(attribute).asText().isEmpty()) {
                return Row.bad(attribute + ": is missing; every CloudEvent has one");
            }
        }
        return event.path("data").isObject()
                ? Row.of(event.path("data"))
                : Row.bad("data: is missing; it holds the report as a JSON object");
    }

    private static JsonNode parsed(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node.isMissingNode()) {
                throw new Refusal(HttpStatus.BAD_REQUEST, "the body is empty");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "the body is no JSON: " + e.getOriginalMessage());
        }
    }

    private static String text(String contentType, byte[] body) {
        String lower = contentType.toLowerCase(Locale.ROOT);
        if (lower.contains("charset=") && !lower.matches(".*charset=\"?utf-8\"?.*")) {
            throw new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "send UTF-8");
        }
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "the body is not UTF-8");
        }
    }

    private static String mediaType(String contentType) {
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
