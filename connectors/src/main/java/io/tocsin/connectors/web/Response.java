package io.tocsin.connectors.web;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * A usable answer: within all limits, of the right type, unpacked where it was packed for the way, and whole.
 *
 * @param address where it was found in the end
 * @param unchanged whether the document has not changed since the request's validators; the body is empty then
 * @param charset the one that the answer names
 * @param validators those to ask with next time
 * @param serverTime the source's clock, where it tells
 * @param body not copied, and not to be changed
 */
public record Response(
        URI address,
        boolean unchanged,
        Optional<Charset> charset,
        Validators validators,
        Optional<Instant> serverTime,
        byte[] body) {

    /** The body as text, UTF-8 where the answer names no charset. */
    public String text() {
        return new String(body, charset.orElse(StandardCharsets.UTF_8));
    }
}
