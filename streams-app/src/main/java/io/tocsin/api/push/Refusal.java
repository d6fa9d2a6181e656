package io.tocsin.api.push;

import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Optional;

/** A request is refused as a whole. The message says why and what to do, and never holds a secret. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    @SuppressWarnings("serial") // never serialised
    private final Optional<Duration> retryAfter;

    Refusal(HttpStatus status, String message) {
        this(status, message, Optional.empty());
    }

    Refusal(HttpStatus status, String message, Optional<Duration> retryAfter) {
        super(message, null, false, false);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    HttpStatus status() {
        return status;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
