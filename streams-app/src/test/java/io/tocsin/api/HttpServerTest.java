package io.tocsin.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.api.push.Hooks;
import io.tocsin.api.push.Push;
import io.tocsin.api.push.ReportTaker;
import io.tocsin.avro.Report;
import io.tocsin.metrics.Meters;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpServerTest {

    private static final String TOKEN = "viewer-0123456789";

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<Health> health = new AtomicReference<>(new Health(true, true, "runs"));
    private HttpServer server;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void givesMetersToEverybodyWithoutTokens() throws Exception {
        start(Tokens.none());

        HttpResponse<String> answer = get("/metrics", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("tocsin_ready 1.0\n");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
    }

    @Test
    void givesMetersOnlyForATokenWhereThereAreTokens() throws Exception {
        start(tokens());

        assertThat(get("/metrics", "").statusCode()).isEqualTo(401);
        assertThat(get("/metrics", "Bearer wrong-0123456789").statusCode()).isEqualTo(401);
        assertThat(get("/metrics", "Bearer " + TOKEN).statusCode()).isEqualTo(200);
        assertThat(get("/metrics", "").body()).contains("bearer token").doesNotContain("tocsin_ready");
    }

    @Test
    void tellsItsHealthToEverybody() throws Exception {
        start(tokens());

        assertThat(get("/health/live", "").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready", "").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready", "").body()).contains("\"up\"", "runs");

        health.set(new Health(true, false, "3 partitions are not assigned"));
        assertThat(get("/health/live", "").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready", "").statusCode()).isEqualTo(503);
        assertThat(get("/health/ready", "").body()).contains("\"down\"", "3 partitions are not assigned");

        health.set(new Health(false, false, "state is ERROR"));
        assertThat(get("/health/live", "").statusCode()).isEqualTo(503);
    }

    @Test
    void knowsNoOtherPathsAndNoOtherMethods() throws Exception {
        start(Tokens.none());

        assertThat(get("/nothing", "").statusCode()).isEqualTo(404);
        HttpRequest post = HttpRequest.newBuilder(URI.create(server.url() + "/metrics"))
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build();
        assertThat(client.send(post, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isBetween(404, 405);
    }

    private void start(Tokens tokens) {
        server =
                HttpServer.start("127.0.0.1", 0, tokens, () -> "tocsin_ready 1.0\n", health::get, nobodyPushes(tokens));
    }

    private static Push nobodyPushes(Tokens tokens) {
        ReportTaker nobody = new ReportTaker() {
            @Override
            public Optional<String> flaw(Report report) {
                return Optional.of("nobody takes reports");
            }

            @Override
            public CompletionStage<Void> take(Report report) {
                throw new UnsupportedOperationException();
            }
        };
        return new Push(tokens, Hooks.none(), nobody, 1, new Meters(new SimpleMeterRegistry()), InstantSource.system());
    }

    private Tokens tokens() throws IOException {
        return Tokens.read(Files.writeString(folder.resolve("tokens"), "viewer " + TOKEN + "\n"));
    }

    private HttpResponse<String> get(String path, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
