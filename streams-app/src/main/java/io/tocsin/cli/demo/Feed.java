package io.tocsin.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.app.Configuration;
import io.tocsin.app.Property;
import io.tocsin.cli.terminal.CommandFailure;
import io.tocsin.connectors.files.FilesConnector;
import io.tocsin.connectors.reading.Position;
import io.tocsin.connectors.reading.ReadOptions;
import io.tocsin.connectors.reading.ReportFile;
import io.tocsin.embedded.ConnectorStatus;
import io.tocsin.embedded.EmbeddedConnect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Files on their way to Kafka through a connector. It is done when the offsets that the worker has stored are those of
 * the ends of the files: a worker stores an offset only after the broker has taken the record.
 */
final class Feed {

    private static final String NAME = "demo";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final EmbeddedConnect connect;
    private final HttpClient http = HttpClient.newHttpClient();
    private final CompletableFuture<Map<String, Position>> ends;

    private Feed(EmbeddedConnect connect, CompletableFuture<Map<String, Position>> ends) {
        this.connect = connect;
        this.ends = ends;
    }

    /** Starts the connector. Files that it has read before go on where it was. */
    static Feed start(EmbeddedConnect connect, Configuration configuration, String prefix, List<Path> files) {
        List<Path> distinct = files.stream()
                .map(file -> file.toAbsolutePath().normalize())
                .distinct()
                .toList();
        distinct.forEach(Feed::requireNoComma);
        Map<String, String> config = new HashMap<>(configuration.cluster().registry());
        config.put("connector.class", FilesConnector.class.getName());
        config.put("tasks.max", "1");
        config.put("files.path", distinct.stream().map(Path::toString).collect(Collectors.joining(",")));
        config.put("files.follow", "false");
        config.put("topic.prefix", prefix);
        config.put(
                Property.SCHEMA_REGISTRY_URL.key(),
                configuration.cluster().registry().get(Property.SCHEMA_REGISTRY_URL.key()));
        connect.startConnector(NAME, config);
        return new Feed(connect, CompletableFuture.supplyAsync(() -> ends(distinct)));
    }

    private static void requireNoComma(Path file) {
        if (file.toString().indexOf(',') >= 0) {
            throw CommandFailure.no(file + " has a comma in its path, which separates files for connectors; rename it");
        }
    }

    /** Whether all files are read and the broker has taken what was in them. */
    boolean isDone() {
        failOnFailure();
        return ends.isDone() && stored().entrySet().containsAll(wanted().entrySet());
    }

    private Map<String, Position> wanted() {
        Map<String, Position> wanted = new HashMap<>(ends.join());
        wanted.values().removeIf(Position.START::equals);
        return wanted;
    }

    private void failOnFailure() {
        Optional<String> trace = connect.status(NAME).flatMap(ConnectorStatus::trace);
        if (trace.isPresent()) {
            String first = trace.get().lines().findFirst().orElse("");
            throw CommandFailure.failed("the connector that reads the files failed: " + first, null);
        }
        if (ends.isCompletedExceptionally()) {
            ends.join();
        }
    }

    private Map<String, Position> stored() {
        URI offsets = connect.url().resolve("/connectors/" + NAME + "/offsets");
        try {
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(offsets).build(), BodyHandlers.ofString());
            Map<String, Position> stored = new HashMap<>();
            for (JsonNode offset : MAPPER.readTree(answer.body()).path("offsets")) {
                stored.put(
                        offset.path("partition").path("file").asText(), FileOffsets.position(offset.path("offset")));
            }
            return stored;
        } catch (IOException e) {
            throw CommandFailure.failed("the Connect worker does not tell its offsets: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("interrupted while the files were read", e);
        }
    }

    private static Map<String, Position> ends(List<Path> files) {
        return files.stream().collect(Collectors.toMap(Path::toString, Feed::end));
    }

    private static Position end(Path file) {
        try (ReportFile lines = ReportFile.open(file, ReadOptions.defaults())) {
            Position end = Position.START;
            while (lines.hasNext()) {
                end = lines.next().after();
            }
            return end;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
