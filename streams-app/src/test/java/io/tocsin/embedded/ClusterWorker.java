package io.tocsin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A worker of a distributed Connect cluster with exactly-once support, seen through its REST API as an operator sees it. */
final class ClusterWorker {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI url;
    private final HttpClient http = HttpClient.newHttpClient();

    ClusterWorker(int port) {
        this.url = URI.create("http://127.0.0.1:" + port);
    }

    /** A port of loopback that nobody listens on. */
    static int freePort() {
        return Loopback.port(0, "worker");
    }

    /** A task as its worker told of it last, which may be a while ago. */
    record Task(String connector, String state, String worker) {

        boolean runs() {
            return state.equals("RUNNING");
        }

        boolean failed() {
            return state.equals("FAILED");
        }
    }

    /** What a worker of the group of that name needs to know. */
    static Map<String, String> properties(String bootstrapServers, String group, int port) {
        Map<String, String> properties = new HashMap<>();
        properties.put("bootstrap.servers", bootstrapServers);
        properties.put("group.id", group);
        properties.put("listeners", "http://127.0.0.1:" + port);
        properties.put("key.converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
        properties.put("value.converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
        properties.put("plugin.discovery", "service_load");
        properties.put("exactly.once.source.support", "enabled");
        properties.put("offset.flush.interval.ms", "500");
        properties.put("scheduled.rebalance.max.delay.ms", "0");
        for (String topic : List.of("config", "offset", "status")) {
            properties.put(topic + ".storage.topic", group + "-" + topic);
            properties.put(topic + ".storage.replication.factor", "1");
        }
        properties.put("offset.storage.partitions", "1");
        properties.put("status.storage.partitions", "1");
        return properties;
    }

    /** Puts a connector into the cluster as soon as the worker is there; while the cluster is made up anew it answers 409. */
    void put(String connector, Map<String, String> config) {
        await().atMost(LIMIT).ignoreExceptionsInstanceOf(ConnectException.class).untilAsserted(() -> {
            HttpResponse<String> answer = send(to("/connectors/" + connector + "/config")
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(config))));
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        });
    }

    /** Where each task runs, and how it is. */
    List<Task> tasks() throws IOException, InterruptedException {
        List<Task> tasks = new ArrayList<>();
        JSON.readTree(send(to("/connectors?expand=status")).body())
                .properties()
                .forEach(connector -> connector
                        .getValue()
                        .at("/status/tasks")
                        .forEach(task -> tasks.add(new Task(
                                connector.getKey(),
                                task.get("state").asText(),
                                task.get("worker_id").asText()))));
        return tasks;
    }

    /**
     * Starts tasks again that have failed, as an operator does (docs/connectors/README.md): those that begin while the leader is
     * leaving cannot ask it any more. While the cluster is made up anew it answers 409, and nothing happens.
     */
    void restartFailed() throws IOException, InterruptedException {
        for (Task task : tasks()) {
            if (task.failed()) {
                HttpResponse<String> answer =
                        send(to("/connectors/" + task.connector() + "/restart?includeTasks=true&onlyFailed=true")
                                .POST(HttpRequest.BodyPublishers.noBody()));
                assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202, 204, 409);
            }
        }
    }

    /** How the worker is called in {@link #tasks}. */
    String name() {
        return url.getAuthority();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).timeout(LIMIT);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
