package io.tocsin.api.push;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.api.Health;
import io.tocsin.api.HttpServer;
import io.tocsin.api.Tokens;
import io.tocsin.avro.Report;
import io.tocsin.metrics.Meters;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports pushed over real HTTP, to a taker that remembers them. The one that leads to Kafka is tested with the application. */
class PushTest {

    private static final String REPORTER = "reporter-0123456789";
    private static final String VIEWER = "viewer-0123456789";
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final int ROWS_PER_SECOND = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Report> taken = new CopyOnWriteArrayList<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private boolean away;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        Tokens tokens = Tokens.read(
                Files.writeString(folder.resolve("tokens"), "reporter " + REPORTER + "\nviewer " + VIEWER + "\n"));
        Hooks hooks = Hooks.read(Files.writeString(folder.resolve("hooks"), "desk " + SECRET + "\n"));
        Push push = new Push(tokens, hooks, new Remembering(), ROWS_PER_SECOND, new Meters(registry), now::get);
        server = HttpServer.start("127.0.0.1", 0, tokens, () -> "", () -> new Health(true, true, ""), push);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** A taker that keeps what it takes; refuses what is named so, and has nowhere to put it while it is away. */
    private final class Remembering implements ReportTaker {
        @Override
        public Optional<String> flaw(Report report) {
            return Optional.of("id: is bad").filter(flaw -> report.getId().startsWith("bad"));
        }

        @Override
        public CompletionStage<Void> take(Report report) {
            if (away) {
                return CompletableFuture.failedFuture(new IOException("away"));
            }
            taken.add(report);
            return CompletableFuture.completedFuture(null);
        }
    }

    @Test
    void takesOneReport() throws Exception {
        HttpResponse<String> answer = post("/api/reports", report("x:1"), Map.of());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()))
                .isEqualTo(
                        JSON.readTree(
                                "{\"accepted\":1,\"refused\":0,\"failed\":0,\"rows\":[{\"row\":1,\"id\":\"x:1\",\"status\":\"accepted\"}]}"));
        assertThat(taken).extracting(Report::getId).containsExactly("x:1");
    }

    @Test
    void answersForEachRowOfABatch() throws Exception {
        String unknownField = report("x:3").replace("\"category\"", "\"categori\"");
        HttpResponse<String> answer = post(
                "/api/reports",
                "[" + String.join(",", report("x:1"), report("bad:2"), unknownField, "7") + "]",
                Map.of());

        assertThat(answer.statusCode()).isEqualTo(207);
        JsonNode tree = JSON.readTree(answer.body());
        assertThat(tree.path("accepted").asInt()).isEqualTo(1);
        assertThat(tree.path("refused").asInt()).isEqualTo(3);
        assertThat(tree.at("/rows/1/reason").asText()).isEqualTo("id: is bad");
        assertThat(tree.at("/rows/2/reason").asText()).contains("categori");
        assertThat(tree.at("/rows/3/status").asText()).isEqualTo("refused");
        assertThat(taken).extracting(Report::getId).containsExactly("x:1");
        assertThat(registry.counter("tocsin.reports.pushed", "outcome", "refused")
                        .count())
                .isEqualTo(3);
    }

    @Test
    void readsLinesAndGoesOnAfterABadOne() throws Exception {
        HttpResponse<String> answer = post(
                "/api/reports",
                report("x:1") + "\n\n{no json\n" + report("x:2") + "\n",
                Map.of("Content-Type", "application/x-ndjson"));

        assertThat(answer.statusCode()).isEqualTo(207);
        assertThat(JSON.readTree(answer.body()).at("/rows/1/reason").asText()).startsWith("is no JSON");
        assertThat(taken).extracting(Report::getId).containsExactly("x:1", "x:2");
    }

    @Test
    void unpacksCloudEvents() throws Exception {
        String event = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/desk\",\"type\":\"report\",\"data\":%s}";
        Map<String, String> structured = Map.of("Content-Type", "application/cloudevents+json; charset=utf-8");
        Map<String, String> batch = Map.of("Content-Type", "application/cloudevents-batch+json");

        assertThat(post("/api/reports", event.formatted(report("x:1")), structured)
                        .statusCode())
                .isEqualTo(200);
        assertThat(post(
                                "/api/reports",
                                "[" + event.formatted(report("x:2")) + "," + event.formatted(report("x:3")) + "]",
                                batch)
                        .statusCode())
                .isEqualTo(200);
        assertThat(post("/api/reports", report("x:4"), Map.of("ce-specversion", "1.0", "ce-id", "4"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(taken).extracting(Report::getId).containsExactly("x:1", "x:2", "x:3", "x:4");
        for (String bad : List.of(
                event.formatted("7"),
                event.formatted(report("x:5")).replace("1.0", "0.3"),
                event.formatted(report("x:5")).replace("\"type\":\"report\",", ""))) {
            assertThat(post("/api/reports", bad, structured).statusCode()).isEqualTo(422);
        }
        assertThat(taken).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "'', application/json, 400",
        "'[]', application/json, 400",
        "'{', application/json, 400",
        "'{\"a\":1,\"a\":2}', application/json, 400",
        "'{} {}', application/json, 400",
        "'{}', text/plain, 415",
        "'{}', application/x-www-form-urlencoded, 415",
        "'{}', application/json; charset=latin1, 415",
        "'{}', application/json, 422",
        "'[1,2]', application/json, 422",
    })
    void saysWhatIsWrongWithARequest(String body, String type, int status) throws Exception {
        HttpResponse<String> answer = post("/api/reports", body, Map.of("Content-Type", type));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).isObject()).isTrue();
        assertThat(taken).isEmpty();
    }

    @Test
    void takesOnlyUtf8WithinItsBounds() throws Exception {
        byte[] latin = report("x:é").getBytes(ISO_8859_1);
        assertThat(send(request("/api/reports", latin, Map.of())).statusCode()).isEqualTo(400);
        String many = IntStream.rangeClosed(0, Rows.MOST).mapToObj(i -> "1").collect(Collectors.joining(",", "[", "]"));
        assertThat(post("/api/reports", many, Map.of()).statusCode()).isEqualTo(400);
        assertThat(post("/api/reports", " ".repeat((int) Push.MOST_BYTES + 1), Map.of())
                        .statusCode())
                .isEqualTo(413);
        assertThat(post("/api/reports", report("x:1"), Map.of("Content-Encoding", "gzip"))
                        .statusCode())
                .isEqualTo(415);
        assertThat(taken).isEmpty();
    }

    @Test
    void needsATokenOfAReporter() throws Exception {
        for (String authorization : List.of("", "Bearer " + VIEWER, "Bearer wrong-0123456789")) {
            assertThat(post("/api/reports", report("x:1"), Map.of("Authorization", authorization))
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(taken).isEmpty();
    }

    @Test
    void asksForAReportAgainThatTheClusterDidNotTake() throws Exception {
        away = true;
        Map<String, String> key = Map.of("Idempotency-Key", "one");
        HttpResponse<String> failed = post("/api/reports", report("x:1"), key);
        assertThat(failed.statusCode()).isEqualTo(503);
        assertThat(JSON.readTree(failed.body()).path("failed").asInt()).isEqualTo(1);

        away = false;
        assertThat(post("/api/reports", report("x:1"), key).statusCode()).isEqualTo(200);
        assertThat(taken).hasSize(1);
    }

    @Test
    void worksOnARequestOnceHoweverOftenItsKeyComes() throws Exception {
        Map<String, String> key = Map.of("Idempotency-Key", "one");

        HttpResponse<String> first = post("/api/reports", report("x:1"), key);
        HttpResponse<String> again = post("/api/reports", report("x:1"), key);
        HttpResponse<String> other = post("/api/reports", report("x:2"), key);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(taken).hasSize(1);
        now.updateAndGet(time -> time.plus(Duration.ofDays(2)));
        assertThat(post("/api/reports", report("x:2"), key).statusCode()).isEqualTo(200);
    }

    @Test
    void letsNobodySendMoreThanTheirShare() throws Exception {
        String hundred = IntStream.range(0, 10 * ROWS_PER_SECOND)
                .mapToObj(i -> report("x:" + i))
                .collect(Collectors.joining("\n"));
        Map<String, String> lines = Map.of("Content-Type", "application/x-ndjson");

        assertThat(post("/api/reports", hundred, lines).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = post("/api/reports", report("y:1"), Map.of());
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After")).isPresent();
        now.updateAndGet(time -> time.plusSeconds(
                refused.headers().firstValueAsLong("Retry-After").getAsLong()));
        assertThat(post("/api/reports", report("y:1"), Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void takesWhatIsSignedAndAnswersARepeatAsBefore() throws Exception {
        String body = report("x:1");
        String signature = signature(now.get(), body, SECRET);

        HttpResponse<String> first = post("/api/hooks/desk", body, Map.of(Hooks.SIGNATURE, signature));
        HttpResponse<String> replay = post("/api/hooks/desk", body, Map.of(Hooks.SIGNATURE, signature));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(replay.body()).isEqualTo(first.body());
        assertThat(taken).hasSize(1);
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(6)));
        assertThat(post("/api/hooks/desk", body, Map.of(Hooks.SIGNATURE, signature))
                        .statusCode())
                .as("later than the window")
                .isEqualTo(401);
    }

    @Test
    void refusesWhatIsNotSignedLikeThat() throws Exception {
        String body = report("x:1");
        Instant time = now.get();
        for (String wrong : List.of(
                "",
                "t=1,v1=" + "0".repeat(64),
                signature(time, body, SECRET.replace('a', 'b')),
                signature(time, report("x:2"), SECRET),
                signature(time.plus(Duration.ofMinutes(6)), body, SECRET),
                signature(time, body, SECRET).replace("v1", "v0"))) {
            assertThat(post("/api/hooks/desk", body, Map.of(Hooks.SIGNATURE, wrong))
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(401);
        }
        assertThat(post("/api/hooks/nobody", body, Map.of(Hooks.SIGNATURE, signature(time, body, SECRET)))
                        .statusCode())
                .isEqualTo(401);
        assertThat(taken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "desk short", "Desk " + SECRET, "desk " + SECRET + " more", "desk  " + SECRET})
    void hooksNameTheLineThatIsWrongAndNeverTheSecret(String line) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong"), "one " + SECRET + "\n" + line + "\n");

        assertThatThrownBy(() -> Hooks.read(file))
                .hasMessageStartingWith(file + ", line 2")
                .message()
                .doesNotContain("0123456789");
    }

    private static String report(String id) {
        return ("{\"id\":\"%s\",\"source\":{\"id\":\"x\",\"kind\":\"field\"},\"publishedAt\":\"2021-05-04T20:00:00Z\","
                        + "\"occurrence\":{\"from\":\"2021-05-04T00:00:00Z\",\"until\":\"2021-05-05T00:00:00Z\","
                        + "\"precision\":\"day\"},\"category\":\"rocket\",\"place\":{\"country\":\"IQ\","
                        + "\"precision\":\"country\"}}")
                .formatted(id);
    }

    /** Computed here on its own. */
    private static String signature(Instant time, String body, String secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        byte[] code = mac.doFinal((time.getEpochSecond() + "." + body).getBytes(UTF_8));
        return "t=" + time.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(code);
    }

    private HttpResponse<String> post(String path, String body, Map<String, String> headers) throws Exception {
        return send(request(path, body.getBytes(UTF_8), headers));
    }

    private HttpRequest request(String path, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .header("Authorization", "Bearer " + REPORTER)
                .header("Content-Type", "application/json");
        headers.forEach(request::setHeader);
        return request.build();
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
