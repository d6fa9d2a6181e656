package io.tocsin.api;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UnauthorizedResponse;
import io.tocsin.api.push.Push;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The HTTP server of an instance: {@code /metrics}, {@code /health/live}, {@code /health/ready}, and what takes reports.
 */
public final class HttpServer implements AutoCloseable {

    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final Javalin server;
    private final String host;

    private HttpServer(Javalin server, String host) {
        this.server = server;
        this.host = host;
    }

    /**
     * Starts the server.
     *
     * @param port 0 for a free one
     * @param metrics the meters in Prometheus's text format
     */
    public static HttpServer start(
            String host, int port, Tokens tokens, Supplier<String> metrics, Supplier<Health> health, Push push) {
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.get("/metrics", answer -> {
                require(tokens, Tokens.Role.VIEWER, answer);
                answer.contentType(PROMETHEUS_TEXT).result(metrics.get());
            });
            config.routes.get("/health/live", answer -> say(answer, health.get().live(), "the process runs"));
            config.routes.get("/health/ready", answer -> {
                Health now = health.get();
                say(answer, now.ready(), now.reason());
            });
            push.addTo(config);
        });
        server.start(host, port);
        return new HttpServer(server, host);
    }

    /** Where it listens. */
    public String url() {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void require(Tokens tokens, Tokens.Role role, Context request) {
        if (!tokens.allow(Optional.ofNullable(request.header("Authorization")), role)) {
            throw new UnauthorizedResponse(
                    "a bearer token of a " + role.name().toLowerCase(Locale.ROOT) + " is needed");
        }
    }

    private static void say(Context answer, boolean good, String reason) {
        answer.status(good ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .json(Map.of("status", good ? "up" : "down", "reason", reason));
    }
}
