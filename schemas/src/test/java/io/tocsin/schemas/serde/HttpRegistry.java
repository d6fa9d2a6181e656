package io.tocsin.schemas.serde;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A registry on the loopback interface that answers by method alone and keeps what it was asked. */
final class HttpRegistry implements AutoCloseable {

    private final HttpServer server;
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Answer> byMethod = new ConcurrentHashMap<>();
    private volatile Answer answer = new Answer(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}");
    private volatile String authorization = "";

    HttpRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    HttpRegistry answering(int status, String body) {
        answer = new Answer(status, body);
        return this;
    }

    HttpRegistry answering(String method, int status, String body) {
        byMethod.put(method, new Answer(status, body));
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> requests() {
        return requests;
    }

    String authorization() {
        return authorization;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
            Answer given = byMethod.getOrDefault(exchange.getRequestMethod(), answer);
            byte[] bytes = given.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(given.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private record Answer(int status, String body) {}
}
