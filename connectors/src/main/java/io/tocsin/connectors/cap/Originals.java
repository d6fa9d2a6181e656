package io.tocsin.connectors.cap;

import io.tocsin.connectors.polling.Digests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Keeps the bytes of a message in a report's attributes, so that its signature can still be verified: packed with gzip and written in
 * Base64, in as many pieces as an attribute's length demands. Joined, decoded and unpacked they are the message to the last byte.
 */
final class Originals {

    static final String DIGEST = "cap.document.sha256";
    static final String PIECE = "cap.document.gz.";

    private static final int PIECE_CHARACTERS = 8_000;
    private static final int MOST_PIECES = 16;

    private Originals() {}

    /** The digest, and the pieces unless they would be too many. */
    static Map<String, String> attributes(byte[] document) {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put(DIGEST, Digests.full(document));
        String packed = Base64.getEncoder().encodeToString(gzip(document));
        int pieces = (packed.length() + PIECE_CHARACTERS - 1) / PIECE_CHARACTERS;
        if (pieces <= MOST_PIECES) {
            for (int i = 0; i < pieces; i++) {
                int end = Math.min(packed.length(), (i + 1) * PIECE_CHARACTERS);
                attributes.put(PIECE + String.format("%02d", i + 1), packed.substring(i * PIECE_CHARACTERS, end));
            }
        }
        return attributes;
    }

    private static byte[] gzip(byte[] document) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
