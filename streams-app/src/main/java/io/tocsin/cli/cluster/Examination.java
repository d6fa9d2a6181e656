package io.tocsin.cli.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.app.Configuration;
import io.tocsin.app.TocsinApp;
import io.tocsin.app.Topics;
import io.tocsin.cli.terminal.CommandFailure;
import io.tocsin.schemas.serde.SchemaRegistration.Outcome;
import io.tocsin.schemas.serde.SchemaRegistration.State;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;

/**
 * Tries everything that the application needs, each with a verdict of its own: one that is wrong hides no other. Changes
 * nothing.
 */
public final class Examination {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What was found.
     *
     * @param subject what was tried
     * @param fine whether it is as it should be
     * @param finding what it is like; where it is not fine, with the remedy
     */
    public record Verdict(String subject, boolean fine, String finding) {}

    /** Where else there is something to try; each may be missing. */
    public record Addresses(Optional<URI> application, Optional<URI> connect, List<URI> alertmanagers) {}

    private final Configuration configuration;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** Of what the configuration names. */
    public Examination(Configuration configuration) {
        this.configuration = configuration;
    }

    /** Tries all of it, in the order in which things depend on each other. */
    public List<Verdict> verdicts(Addresses addresses) {
        List<Verdict> verdicts = new ArrayList<>();
        Optional<Client> client = Optional.empty();
        try {
            client = Optional.of(Client.connect(configuration));
            verdicts.add(new Verdict(
                    "cluster",
                    true,
                    "answers at " + configuration.cluster().bootstrapServers().orElse("")));
        } catch (CommandFailure e) {
            verdicts.add(new Verdict("cluster", false, e.getMessage()));
        }
        client.ifPresent(reached -> {
            verdicts.add(verdict("transactions", () -> transactions(reached)));
            verdicts.add(verdict("topics", () -> topics(reached)));
            verdicts.add(verdict("registry and schemas", () -> schemas(reached)));
            verdicts.add(verdict("reports worked off", () -> backlog(reached)));
            reached.close();
        });
        addresses.application().ifPresent(url -> verdicts.add(answering("application", url.resolve("/health/ready"))));
        addresses.connect().ifPresent(url -> verdicts.addAll(connectors(url)));
        addresses.alertmanagers().forEach(url -> verdicts.add(answering("alertmanager", url.resolve("/-/ready"))));
        return verdicts;
    }

    private static Verdict verdict(String subject, Supplier<Verdict> examination) {
        try {
            return examination.get();
        } catch (CommandFailure | KafkaException e) {
            return new Verdict(subject, false, String.valueOf(e.getMessage()));
        }
    }

    private static Verdict transactions(Client client) {
        Optional<String> flaw = TocsinApp.flawOfTransactions(client.admin());
        return new Verdict("transactions", flaw.isEmpty(), flaw.orElse("are safe for exactly once"));
    }

    private static Verdict topics(Client client) {
        List<Topics.State> wrong = client.topicsThere().check().stream()
                .filter(topic -> !topic.isFine())
                .toList();
        return wrong.isEmpty()
                ? new Verdict("topics", true, "are all there, as they should be")
                : new Verdict(
                        "topics",
                        false,
                        wrong.stream()
                                        .map(topic -> topic.topic() + " " + String.join(", ", topic.differences()))
                                        .collect(Collectors.joining("; "))
                                + "; create what is missing with: tocsin topics --create");
    }

    private static Verdict schemas(Client client) {
        List<Outcome> wrong = new Installation(client)
                .schemas().stream()
                        .filter(schema -> schema.state() != State.PRESENT)
                        .toList();
        return wrong.isEmpty()
                ? new Verdict("registry and schemas", true, "answers, and has all schemas")
                : new Verdict(
                        "registry and schemas",
                        false,
                        wrong.stream().map(Installation::inWords).collect(Collectors.joining("; "))
                                + "; register them with: tocsin topics --create");
    }

    private static Verdict backlog(Client client) {
        Backlog backlog = client.backlog(client.topics().reports().name());
        if (backlog.isDone()) {
            return new Verdict("reports worked off", true, "all of them");
        }
        Backlog.Count count = backlog.count();
        return new Verdict(
                "reports worked off",
                false,
                count.done() + " of " + count.all() + "; check that the application runs, or give it time");
    }

    private Verdict answering(String subject, URI url) {
        try {
            HttpResponse<String> answer = get(url);
            return answer.statusCode() == 200
                    ? new Verdict(subject, true, "is ready at " + url)
                    : new Verdict(subject, false, "is not ready at " + url + ": it answers " + answer.statusCode());
        } catch (IOException e) {
            return unreachable(subject, url, e);
        }
    }

    private List<Verdict> connectors(URI worker) {
        URI url = worker.resolve("/connectors?expand=status");
        try {
            HttpResponse<String> answer = get(url);
            if (answer.statusCode() != 200) {
                return List.of(new Verdict(
                        "connect", false, "answers " + answer.statusCode() + " at " + url + "; is that its REST API?"));
            }
            List<Verdict> verdicts = new ArrayList<>();
            verdicts.add(new Verdict("connect", true, "answers at " + worker));
            JSON.readTree(answer.body())
                    .properties()
                    .forEach(each -> verdicts.add(
                            connector(each.getKey(), each.getValue().path("status"))));
            return verdicts;
        } catch (JsonProcessingException e) {
            return List.of(new Verdict("connect", false, "answers no JSON at " + url + "; is that its REST API?"));
        } catch (IOException e) {
            return List.of(unreachable("connect", url, e));
        }
    }

    private static Verdict connector(String name, JsonNode status) {
        List<String> wrong = new ArrayList<>();
        String state = status.path("connector").path("state").asText();
        if (!state.equals("RUNNING")) {
            wrong.add("is " + state + trace(status.path("connector")));
        }
        for (JsonNode task : status.path("tasks")) {
            if (!task.path("state").asText().equals("RUNNING")) {
                wrong.add("task " + task.path("id").asText() + " is "
                        + task.path("state").asText() + trace(task));
            }
        }
        if (status.path("tasks").isEmpty()) {
            wrong.add("has no task");
        }
        return wrong.isEmpty()
                ? new Verdict(
                        "connector " + name,
                        true,
                        "runs, tasks: " + status.path("tasks").size())
                : new Verdict(
                        "connector " + name,
                        false,
                        String.join("; ", wrong) + "; mend it, then restart it through Connect's REST API");
    }

    private static String trace(JsonNode failed) {
        return failed.path("trace")
                .asText("")
                .lines()
                .findFirst()
                .map(line -> ": " + line)
                .orElse("");
    }

    private HttpResponse<String> get(URI url) throws IOException {
        try {
            return http.send(
                    HttpRequest.newBuilder(url).timeout(PATIENCE).GET().build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Verdict unreachable(String subject, URI url, IOException cause) {
        String detail = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new Verdict(
                subject,
                false,
                "cannot be reached at " + url + " (" + detail + "); check the address and that it runs");
    }
}
