package io.tocsin.connectors.webhook;

import java.util.Arrays;

/** What a template can make. */
enum ContentType {
    JSON("application/json"),
    TEXT("text/plain");

    private final String mediaType;

    ContentType(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** What a message says about itself. */
    String header() {
        return this == TEXT ? mediaType + "; charset=UTF-8" : mediaType;
    }

    /** The type with this media type, which has to be one. */
    static ContentType of(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow();
    }
}
