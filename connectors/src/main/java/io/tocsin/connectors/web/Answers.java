package io.tocsin.connectors.web;

import io.tocsin.connectors.web.SourceFault.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;

/** Judges answers: status first, then type, then the body within its limits. */
final class Answers {

    private final WebSettings settings;
    private final Clock clock;

    Answers(WebSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Answer read(Request request, URI at, ClassicHttpResponse answer) throws IOException {
        if (request.tells() && answer.getCode() >= 200 && answer.getCode() < 300) {
            return Answer.of(without(at, answer));
        }
        return switch (answer.getCode()) {
            case 200 -> Answer.of(content(request, at, answer));
            case 206 -> Answer.of(part(request, at, answer));
            case 204 -> Answer.of(nothing(request, at, answer));
            case 301, 302, 303, 307, 308 -> Answer.elsewhere(location(request, answer));
            case 304 -> Answer.of(unchanged(request, at, answer));
            default -> throw refusal(request, answer);
        };
    }

    private Response content(Request request, URI at, ClassicHttpResponse answer) throws IOException {
        Optional<ContentType> type = type(answer);
        requireType(request, type);
        byte[] body = body(request, answer);
        if (body.length == 0) {
            return nothing(request, at, answer);
        }
        return new Response(
                at,
                false,
                type.map(ContentType::getCharset),
                validators(answer, Validators.NONE),
                serverTime(answer),
                body);
    }

    private Response part(Request request, URI at, ClassicHttpResponse answer) throws IOException {
        if (request.lastBytes().isEmpty()) {
            throw new SourceFault(Kind.REFUSED, request + " answers with a part though it was asked for the whole");
        }
        return content(request, at, answer);
    }

    private static Optional<ContentType> type(ClassicHttpResponse answer) {
        return header(answer, HttpHeaders.CONTENT_TYPE).map(ContentType::parseLenient);
    }

    private static void requireType(Request request, Optional<ContentType> type) throws SourceFault {
        Optional<String> named = type.map(ContentType::getMimeType).map(name -> name.toLowerCase(Locale.ROOT));
        boolean wrong = named.isPresent()
                && !request.mediaTypes().isEmpty()
                && !request.mediaTypes().contains(named.get());
        if (wrong) {
            throw new SourceFault(
                    Kind.WRONG_CONTENT_TYPE,
                    request + " is " + named.get() + ", not " + String.join(" or ", request.mediaTypes()));
        }
    }

    private byte[] body(Request request, ClassicHttpResponse answer) throws IOException {
        HttpEntity entity = answer.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        if (entity.getContentLength() > settings.maxResponseBytes()) {
            throw new SourceFault(
                    Kind.TOO_LARGE,
                    request + " has " + entity.getContentLength() + " bytes, more than the "
                            + settings.maxResponseBytes() + " that http.response.max.bytes allows");
        }
        return Body.read(
                entity.getContent(),
                header(answer, HttpHeaders.CONTENT_ENCODING).orElse(""),
                settings);
    }

    private static Response nothing(Request request, URI at, ClassicHttpResponse answer) throws SourceFault {
        if (!request.emptyAllowed()) {
            throw new SourceFault(Kind.EMPTY_ANSWER, request + " answered with nothing");
        }
        return without(at, answer);
    }

    private static Response without(URI at, ClassicHttpResponse answer) {
        return new Response(at, false, Optional.<Charset>empty(), Validators.NONE, serverTime(answer), new byte[0]);
    }

    private static Response unchanged(Request request, URI at, ClassicHttpResponse answer) throws SourceFault {
        if (!request.validators().given()) {
            throw new SourceFault(Kind.REFUSED, request + " says 'not modified' though it was not asked that");
        }
        return new Response(
                at,
                true,
                Optional.<Charset>empty(),
                validators(answer, request.validators()),
                serverTime(answer),
                new byte[0]);
    }

    private static Validators validators(ClassicHttpResponse answer, Validators before) {
        return new Validators(
                header(answer, HttpHeaders.ETAG).or(before::etag),
                header(answer, HttpHeaders.LAST_MODIFIED).or(before::lastModified));
    }

    private static String location(Request request, ClassicHttpResponse answer) throws SourceFault {
        return header(answer, HttpHeaders.LOCATION)
                .orElseThrow(
                        () -> new SourceFault(Kind.REFUSED_REDIRECT, request + " redirects without saying where to"));
    }

    private SourceFault refusal(Request request, ClassicHttpResponse answer) {
        int status = answer.getCode();
        Kind kind = switch (status) {
            case 401 -> Kind.UNAUTHORIZED;
            case 403 -> Kind.FORBIDDEN;
            case 404, 410 -> Kind.NOT_FOUND;
            case 408 -> Kind.TIMED_OUT;
            case 425, 429 -> Kind.RATE_LIMITED;
            default -> status >= 500 ? Kind.SERVER_ERROR : Kind.REFUSED;
        };
        Instant now = serverTime(answer).orElseGet(clock::instant);
        return new SourceFault(
                kind,
                request + " answered with status " + status,
                null,
                header(answer, HttpHeaders.RETRY_AFTER).flatMap(value -> RetryAfter.parse(value, now)));
    }

    private static Optional<Instant> serverTime(ClassicHttpResponse answer) {
        return header(answer, HttpHeaders.DATE).flatMap(RetryAfter::date);
    }

    private static Optional<String> header(ClassicHttpResponse answer, String name) {
        return Optional.ofNullable(answer.getFirstHeader(name)).map(Header::getValue);
    }
}
