package io.tocsin.embedded;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP around a {@link RegistryApi}: finds the route, bounds and checks the body, writes answers and refusals as JSON. */
final class RegistryHandler extends Handler.Abstract {
    static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    static final int MAX_BODY_BYTES = 1 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(RegistryHandler.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A browser page cannot send these to another origin unasked. */
    private static final Set<String> ACCEPTED =
            Set.of(MEDIA_TYPE, "application/vnd.schemaregistry+json", "application/json");

    private final List<RegistryRoute> routes;

    RegistryHandler(RegistryApi api) {
        this.routes = api.routes();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        write(answer(request, response), response, callback);
        return true;
    }

    /** For what Jetty refuses before a handler sees it: the same JSON instead of a page. */
    static boolean handleError(Request request, Response response, Callback callback) throws IOException {
        String message = "HTTP %d %s".formatted(response.getStatus(), HttpStatus.getMessage(response.getStatus()));
        write(Map.of("error_code", response.getStatus(), "message", message), response, callback);
        return true;
    }

    private static void write(Object answer, Response response, Callback callback) throws IOException {
        byte[] json = JSON.writeValueAsBytes(answer);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, json.length);
        if (response.getStatus() >= HttpStatus.BAD_REQUEST_400) {
            // The rest of a refused request is not read, so the connection ends; a client that is told will not use it.
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        response.write(true, ByteBuffer.wrap(json), callback);
    }

    private Object answer(Request request, Response response) throws IOException {
        try {
            return answer(request);
        } catch (RegistryProblem problem) {
            response.setStatus(problem.status());
            return refusal(problem);
        } catch (RuntimeException e) {
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("method", request.getMethod())
                    .addKeyValue("path", request.getHttpURI().getPath())
                    .log("The registry failed to answer");
            response.setStatus(500);
            return refusal(RegistryProblem.unexpected());
        }
    }

    private Object answer(Request request) throws IOException {
        boolean pathKnown = false;
        for (RegistryRoute route : routes) {
            Optional<List<String>> arguments = route.match(request.getHttpURI().getPath());
            if (arguments.isPresent() && route.method().equals(request.getMethod())) {
                return route.answer()
                        .apply(new RegistryCall(
                                arguments.get(), Request.extractQueryParameters(request), body(request)));
            }
            pathKnown |= arguments.isPresent();
        }
        throw pathKnown ? RegistryProblem.methodNotAllowed() : RegistryProblem.noSuchPath();
    }

    private static String body(Request request) throws IOException {
        byte[] body = Content.Source.asInputStream(request).readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            throw RegistryProblem.tooLarge(MAX_BODY_BYTES);
        }
        if (body.length > 0 && !ACCEPTED.contains(mediaType(request))) {
            throw RegistryProblem.unsupportedMediaType();
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private static String mediaType(Request request) {
        String header = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static Object refusal(RegistryProblem problem) {
        return Map.of("error_code", problem.code(), "message", problem.getMessage());
    }
}
