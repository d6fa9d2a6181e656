package io.tocsin.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.app.Configuration;
import io.tocsin.app.Property;
import io.tocsin.app.TocsinApp;
import io.tocsin.avro.Alert;
import io.tocsin.cli.cluster.Backlog;
import io.tocsin.cli.cluster.Client;
import io.tocsin.cli.cluster.Closing;
import io.tocsin.cli.cluster.Embedding;
import io.tocsin.cli.cluster.Installation;
import io.tocsin.cli.cluster.PublishedArticles;
import io.tocsin.cli.cluster.PublishedRules;
import io.tocsin.cli.cluster.TopicReader;
import io.tocsin.cli.terminal.AlertLine;
import io.tocsin.cli.terminal.CommandFailure;
import io.tocsin.cli.terminal.Console;
import io.tocsin.embedded.EmbeddedStack;
import io.tocsin.news.Article;
import io.tocsin.schemas.serde.AvroSerde;
import io.tocsin.topology.History;
import io.tocsin.topology.TopologySettings.Clock;
import io.tocsin.watch.Rule;
import io.tocsin.watch.grammar.RuleReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Files and articles in, alerts out, through a real cluster in this process. Time is that of the reports. For one thread; the process
 * may be told to end at any moment.
 */
public final class Demo {

    private static final String SAMPLE = "sample-reports.jsonl";
    private static final String READER = "tocsin-demo";
    private static final String PARTITIONS = "4";

    /**
     * What is played.
     *
     * @param data where everything is kept; a temporary folder when empty
     * @param port of meters and health
     * @param reports files; the bundled sample when there are neither files nor articles
     * @param articles in the order in which they are published
     */
    public record Options(Optional<Path> data, int port, List<Rule> rules, List<Path> reports, List<Article> articles) {
        public Options {
            rules = List.copyOf(rules);
            reports = List.copyOf(reports);
            articles = List.copyOf(articles);
        }

        private List<Path> files(Path folder) {
            return reports.isEmpty() && articles.isEmpty() ? List.of(sample(folder)) : reports;
        }
    }

    private final Closing closing;
    private final Console console;
    private final AlertLine lines;
    private final Client client;
    private final TocsinApp app;
    private final Feed feed;
    private final CompletableFuture<Optional<Throwable>> end;
    private final Summary summary;

    private Demo(Closing closing, Console console, AlertLine lines, Client client, TocsinApp app, Feed feed) {
        this.closing = closing;
        this.console = console;
        this.lines = lines;
        this.client = client;
        this.app = app;
        this.feed = feed;
        this.end = CompletableFuture.supplyAsync(app::awaitEnd);
        this.summary = new Summary(client, feed, console);
    }

    /** The rules of a fresh installation. */
    public static List<Rule> defaultRules() {
        return RuleReader.read(new String(resource("/io/tocsin/watch/default-rules.yaml"), UTF_8))
                .rules();
    }

    /** Starts the cluster, prepares it, and starts the application and the connector. */
    public static Demo start(Options options, Closing closing, Console console, AlertLine lines) {
        console.say("starting Kafka, a schema registry, a connector and the application in this process …");
        EmbeddedStack stack = closing.open(() -> Embedding.start(options.data(), console::progress));
        Configuration configuration = Embedding.configured(
                Configuration.of(Map.of(Property.PARTITIONS.key(), PARTITIONS))
                        .with(options.port(), Clock.STREAM, Optional.empty())
                        .remembering(History.ENDLESS),
                stack);
        Client client = closing.open(() -> Client.connect(configuration));
        new Installation(client).create();
        new PublishedRules(client).apply(options.rules());
        new PublishedArticles(client).add(options.articles());
        Feed feed = Feed.start(
                stack.connect(), configuration, Property.TOPIC_PREFIX.defaultValue(), options.files(stack.data()));
        TocsinApp app = closing.open(() -> TocsinApp.start(configuration));
        return new Demo(closing, console, lines, client, app, feed);
    }

    /** Prints alerts until every report has gone its way, then the summary. */
    public void play() {
        try (TopicReader alerts = alerts();
                AvroSerde<Alert> serde = client.serde(Alert.class)) {
            while (!hasGoneItsWay() && goesOn()) {
                print(alerts, serde);
            }
            Map<TopicPartition, Long> ends = alerts.ends();
            while (!alerts.reached(ends) && goesOn()) {
                print(alerts, serde);
            }
        }
        if (goesOn()) {
            summary.print();
        }
    }

    /** Goes on printing alerts until the process is told to end. */
    public void stay() {
        console.say("still running: meters at " + app.url() + "/metrics, health at " + app.url()
                + "/health/ready; Ctrl-C ends it");
        try (TopicReader alerts = alerts();
                AvroSerde<Alert> serde = client.serde(Alert.class)) {
            while (goesOn()) {
                print(alerts, serde);
            }
        }
    }

    private TopicReader alerts() {
        return client.readOn(client.topics().alerts().name(), READER);
    }

    private boolean hasGoneItsWay() {
        Backlog reports = client.backlog(client.topics().reports().name());
        Backlog.Count count = reports.count();
        console.progress("reports: %,d of %,d processed".formatted(count.done(), count.all()));
        return feed.isDone()
                && client.backlog(client.topics().articles().name()).isDone()
                && reports.isDone()
                && client.backlogWithin("rerouted").isDone();
    }

    private boolean goesOn() {
        if (end.isDone() && end.join().isPresent()) {
            Throwable cause = end.join().get();
            throw CommandFailure.failed("the application failed: " + cause, cause);
        }
        return !closing.isClosed();
    }

    private void print(TopicReader reader, AvroSerde<Alert> serde) {
        List<Alert> alerts = new ArrayList<>();
        reader.poll().forEach(record -> alerts.add(serde.deserializer().deserialize(record.topic(), record.value())));
        if (!alerts.isEmpty()) {
            alerts.sort(AlertLine.AS_ANNOUNCED);
            alerts.forEach(lines::print);
            alerts.forEach(summary::add);
            reader.commit();
        }
    }

    private static Path sample(Path folder) {
        try {
            return Files.write(folder.resolve(SAMPLE), resource("/io/tocsin/cli/" + SAMPLE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream resource = Demo.class.getResourceAsStream(name)) {
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
