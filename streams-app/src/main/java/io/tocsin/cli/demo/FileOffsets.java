package io.tocsin.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.connectors.reading.Fingerprint;
import io.tocsin.connectors.reading.Position;

/** The offsets of the files connector, as Connect's REST API tells them. */
final class FileOffsets {

    private FileOffsets() {}

    static Position position(JsonNode offset) {
        return new Position(
                offset.path("position").asLong(),
                offset.path("line").asLong(),
                Fingerprint.parse(offset.path("fingerprint").asText(Fingerprint.NONE.toString())),
                offset.path("brokenSize").asLong(Position.NOT_BROKEN),
                offset.path("taken").asLong());
    }
}
