package io.tocsin.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.app.Configuration;
import io.tocsin.app.Property;
import io.tocsin.avro.Report;
import io.tocsin.cli.terminal.CommandFailure;
import io.tocsin.connectors.files.FilesConnector;
import io.tocsin.connectors.reading.Position;
import io.tocsin.embedded.ConnectorStatus;
import io.tocsin.embedded.EmbeddedConnect;
import java.io.IOException;
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
    private final CompletableFuture<FileSurvey> survey;
    private boolean done;

    private Feed(EmbeddedConnect connect, boolean done, CompletableFuture<FileSurvey> survey) {
        this.connect = connect;
        this.done = done;
        this.survey = survey;
    }

    /** Starts the connector, if there is any file. Files that it has read before go on where it was. */
    static Feed start(EmbeddedConnect connect, Configuration configuration, String prefix, List<Path> files) {
        List<Path> distinct = files.stream()
                .map(file -> file.toAbsolutePath().normalize())
                .distinct()
                .toList();
        distinct.forEach(Feed::requireNoComma);
        CompletableFuture<FileSurvey> survey = CompletableFuture.supplyAsync(() -> FileSurvey.of(distinct));
        if (!distinct.isEmpty()) {
            connect.startConnector(NAME, config(configuration, prefix, distinct));
        }
        return new Feed(connect, distinct.isEmpty(), survey);
    }

    private static Map<String, String> config(Configuration configuration, String prefix, List<Path> distinct) {
        Map<String, String> config = new HashMap<>(configuration.cluster().registry());
        config.put("connector.class", FilesConnector.class.getName());
        config.put("tasks.max", "1");
        config.put("files.path", distinct.stream().map(Path::toString).collect(Collectors.joining(",")));
        config.put("files.follow", "false");
        config.put("topic.prefix", prefix);
        config.put(
                Property.SCHEMA_REGISTRY_URL.key(),
                configuration.cluster().registry().get(Property.SCHEMA_REGISTRY_URL.key()));
        return config;
    }

    private static void requireNoComma(Path file) {
        if (file.toString().indexOf(',') >= 0) {
            throw CommandFailure.no(file + " has a comma in its path, which separates files for connectors; rename it");
        }
    }

    /** Whether all files are read and the broker has taken what was in them. */
    boolean isDone() {
        if (!done) {
            failOnFailure();
            done = survey.isDone()
                    && stored().entrySet().containsAll(survey.join().ends().entrySet());
        }
        return done;
    }

    /** Where in the files a report is that breaks a constraint, as {@code file:line}. */
    Optional<String> lineOf(Report report) {
        return survey.join().lineOf(report);
    }

    private void failOnFailure() {
        Optional<String> trace = connect.status(NAME).flatMap(ConnectorStatus::trace);
        if (trace.isPresent()) {
            String first = trace.get().lines().findFirst().orElse("");
            throw CommandFailure.failed("the connector that reads the files failed: " + first, null);
        }
        if (survey.isCompletedExceptionally()) {
            survey.join();
        }
    }

    private Map<String, Position> stored() {
        URI offsets = connect.url().resolve("/connectors/" + NAME + "/offsets");
        try {
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(offsets).build(), BodyHandlers.ofString());
            Map<String, Position> stored = new HashMap<>();
            for (JsonNode offset : MAPPER.readTree(answer.body()).path("offsets")) {
                stored.put(offset.path("partition").path("file").asText(), FileOffsets.position(offset.path("offset")));
            }
            return stored;
        } catch (IOException e) {
            throw CommandFailure.failed("the Connect worker does not tell its offsets: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("interrupted while the files were read", e);
        }
    }
}
