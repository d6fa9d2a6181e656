package io.tocsin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class EmbeddedConnectTest {
    private static EmbeddedBroker broker;
    private static TestClients clients;

    @TempDir
    Path data;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(EmbeddedBroker.Options.temporary());
        clients = new TestClients(broker.bootstrapServers());
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void goesOnWhereAConnectorStoppedBeforeARestart() throws Exception {
        // Given
        clients.createTopic("counted");
        try (EmbeddedConnect connect = start()) {
            connect.startConnector("counter", counter("counted", 2));
            assertThat(clients.read("counted", 2)).containsExactly("1", "2");
        }

        // When
        try (EmbeddedConnect connect = start()) {
            connect.startConnector("counter", counter("counted", 3));

            // Then
            assertThat(clients.read("counted", 3)).containsExactly("1", "2", "3");
        }
    }

    @Test
    void takesTheLastWholeOffsetsWhenItWasKilledWhileWritingNewOnes() throws Exception {
        // Given
        clients.createTopic("torn");
        try (EmbeddedConnect connect = start()) {
            connect.startConnector("torn", counter("torn", 2));
            assertThat(clients.read("torn", 2)).containsExactly("1", "2");
        }
        Files.writeString(data.resolve("offsets.draft"), "half a fi");

        // When
        try (EmbeddedConnect connect = start()) {
            connect.startConnector("torn", counter("torn", 3));

            // Then
            assertThat(clients.read("torn", 3)).containsExactly("1", "2", "3");
        }
    }

    @Test
    void writesOffsetsToDiskWhileItRuns() throws Exception {
        clients.createTopic("on-disk");
        try (EmbeddedConnect connect = start()) {
            connect.startConnector("durable", counter("on-disk", 5));

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(data.resolve("offsets")).exists());
            assertThat(Files.size(data.resolve("offsets"))).isPositive();
        }
    }

    @Test
    void tellsHowAConnectorIsAndForgetsItWhenRemoved() throws Exception {
        clients.createTopic("status");
        try (EmbeddedConnect connect = start()) {
            assertThat(connect.status("watched")).isEmpty();

            connect.startConnector("watched", counter("status", 1));

            assertThat(connect.connectors()).containsExactly("watched");
            await().untilAsserted(() -> assertThat(connect.status("watched"))
                    .hasValueSatisfying(status -> assertThat(status.running()).isTrue()));
            connect.removeConnector("watched");
            assertThat(connect.connectors()).isEmpty();
        }
    }

    @Test
    void tellsWhyATaskFailedAndKeepsTheOthersRunning() throws Exception {
        clients.createTopic("healthy");
        try (EmbeddedConnect connect = start()) {
            connect.startConnector(
                    "sick", Map.of("connector.class", "CountingConnector", "topic", "x", "until", "3", "fail.at", "2"));

            await().untilAsserted(() -> assertThat(connect.status("sick")).hasValueSatisfying(status -> {
                assertThat(status.failed()).isTrue();
                assertThat(status.trace())
                        .hasValueSatisfying(trace -> assertThat(trace).contains("no number 2"));
            }));
            connect.startConnector("well", counter("healthy", 1));
            assertThat(clients.read("healthy", 1)).containsExactly("1");
        }
    }

    @Test
    void refusesAWrongConfigurationByName() {
        try (EmbeddedConnect connect = start()) {
            assertThatThrownBy(() -> connect.startConnector(
                            "wrong", Map.of("connector.class", "CountingConnector", "topic", "x", "until", "many")))
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining("wrong")
                    .hasMessageContaining("until");
            assertThat(connect.connectors()).isEmpty();
        }
    }

    @Test
    void isServedByConnectsOwnRestApi() throws Exception {
        clients.createTopic("rest");
        try (EmbeddedConnect connect = start()) {
            assertThat(send(connect, "GET", "health", "").statusCode()).isEqualTo(200);
            assertThat(send(connect, "GET", "connector-plugins", "").body()).contains("CountingConnector");
            HttpResponse<String> created = send(
                    connect,
                    "PUT",
                    "connectors/by-rest/config",
                    "{\"connector.class\": \"CountingConnector\", \"topic\": \"rest\", \"until\": \"2\"}");
            assertThat(created.statusCode()).isEqualTo(201);
            assertThat(clients.read("rest", 2)).containsExactly("1", "2");
            assertThat(send(connect, "GET", "connectors/unheard-of", "").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void saysSoWhenTheClusterIsOutOfReach() {
        int nobody = Loopback.port(0, "test");
        EmbeddedConnect.Options options = new EmbeddedConnect.Options(
                "127.0.0.1:" + nobody, data, 0, Map.of("request.timeout.ms", "500", "default.api.timeout.ms", "1000"));

        assertThatThrownBy(() -> EmbeddedConnect.start(options))
                .isInstanceOf(EmbeddedException.class)
                .hasMessageContaining("did not start against 127.0.0.1:" + nobody);
    }

    private EmbeddedConnect start() {
        return EmbeddedConnect.start(EmbeddedConnect.Options.of(broker.bootstrapServers(), data));
    }

    private static Map<String, String> counter(String topic, int until) {
        return Map.of("connector.class", "CountingConnector", "topic", topic, "until", Integer.toString(until));
    }

    private static HttpResponse<String> send(EmbeddedConnect connect, String method, String path, String body)
            throws Exception {
        HttpRequest request = HttpRequest.newBuilder(connect.url().resolve(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
