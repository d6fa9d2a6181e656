package io.tocsin.connectors.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a source gave no answer that can be used. The message is fit for logs and for {@code tocsin.sources}: it begins with the
 * kind and holds no credential and no query string.
 */
public final class SourceFault extends IOException {

    private static final long serialVersionUID = 1L;

    /** What went wrong, a closed set. */
    public enum Kind {
        /** The address leads where a source must not lead, such as into the own network. */
        REFUSED_ADDRESS,
        /** Nobody answers, or the connection broke before the answer began. */
        UNREACHABLE,
        /** The source's certificate is not trusted or not made out for its name, or it does not trust ours. */
        UNTRUSTED,
        /** Connecting, waiting or reading took longer than allowed; or the source waited too long for the request (408). */
        TIMED_OUT,
        /** More redirects than allowed, or one that must not be followed. */
        REFUSED_REDIRECT,
        /** The credentials are missing, wrong or expired (401). */
        UNAUTHORIZED,
        /** The credentials are right but do not allow this (403). */
        FORBIDDEN,
        /** There is nothing at this address (404, 410). */
        NOT_FOUND,
        /** Asked too often (429) or too early (425). */
        RATE_LIMITED,
        /** Another refusal (4xx), or a status that makes no sense here. */
        REFUSED,
        /** The source is in trouble (5xx). */
        SERVER_ERROR,
        /** The answer is of another media type than was asked for. */
        WRONG_CONTENT_TYPE,
        /** The answer ended before its end. */
        INCOMPLETE_BODY,
        /** The answer is longer than allowed, packed or unpacked. */
        TOO_LARGE,
        /** The answer cannot be unpacked. */
        BROKEN_ENCODING,
        /** There is nothing in the answer where there should be something. */
        EMPTY_ANSWER,
        /** The answer can be read but is not built as it used to be. */
        CHANGED_SCHEMA,
        /** The connector was stopped meanwhile. */
        STOPPED;

        /** The kind as messages and labels spell it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Kind kind;

    @SuppressWarnings("serial") // faults are never serialized
    private final Optional<Duration> retryAfter;

    /** @param detail what people need to know; without secrets */
    public SourceFault(Kind kind, String detail) {
        this(kind, detail, null, Optional.empty());
    }

    /** @param cause whose message must not hold secrets either, for it ends up in logs */
    public SourceFault(Kind kind, String detail, Throwable cause) {
        this(kind, detail, cause, Optional.empty());
    }

    SourceFault(Kind kind, String detail, Throwable cause, Optional<Duration> retryAfter) {
        super(kind.code() + ": " + detail, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }

    /** How long the source asked to be left alone. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
