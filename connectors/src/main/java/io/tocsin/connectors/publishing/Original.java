package io.tocsin.connectors.publishing;

import java.util.Objects;

/**
 * The piece of a source that a publication was made of, kept for the dead letters.
 *
 * @param bytes as they came; not copied, and not to be changed
 * @param from the file or feed it stood in, without any secret
 * @param line its line or row there, from 1
 */
public record Original(byte[] bytes, String from, long line) {

    public Original {
        Objects.requireNonNull(bytes, "bytes");
        Objects.requireNonNull(from, "from");
    }
}
