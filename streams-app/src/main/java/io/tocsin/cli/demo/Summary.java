package io.tocsin.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.avro.Alert;
import io.tocsin.avro.Incident;
import io.tocsin.avro.IncidentStatus;
import io.tocsin.avro.Report;
import io.tocsin.avro.Transition;
import io.tocsin.cli.cluster.Client;
import io.tocsin.cli.cluster.TopicReader;
import io.tocsin.cli.terminal.Console;
import io.tocsin.cli.terminal.Console.Style;
import io.tocsin.schemas.deadletter.DeadLetterHeaders;
import io.tocsin.schemas.serde.AvroSerde;
import io.tocsin.schemas.serde.UnreadableRecordException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What has come of the reports, in a few lines. */
final class Summary {

    private static final int MOST_LETTERS = 20;

    private final Client client;
    private final Feed feed;
    private final Console console;
    private final Map<Transition, Integer> transitions = new EnumMap<>(Transition.class);
    private int alerts;
    private int letters;

    Summary(Client client, Feed feed, Console console) {
        this.client = client;
        this.feed = feed;
        this.console = console;
    }

    /** Counts a transition. */
    void add(Alert alert) {
        alerts++;
        transitions.merge(alert.getTransition(), 1, Integer::sum);
    }

    /** Prints it. */
    void print() {
        long articles =
                client.backlog(client.topics().articles().name()).count().all();
        if (articles > 0) {
            console.say("%,d %s read".formatted(articles, articles == 1 ? "article" : "articles"));
        }
        long reports = articles > 0
                ? records(client.topics().reports().name())
                : client.backlog(client.topics().reports().name()).count().all();
        String byKind = transitions.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        console.say(console.styled(
                Style.BOLD,
                "%,d reports, %,d incidents, %,d announcements%s"
                        .formatted(reports, incidents(), alerts, byKind.isEmpty() ? "" : " (" + byKind + ")")));
        try (TopicReader reader = client.read(client.topics().deadLetters().name())) {
            reader.readToEnd(this::letter);
        }
        console.say(letters
                + (letters == 1 ? " dead letter" : " dead letters")
                + (letters > MOST_LETTERS ? ", of which the first " + MOST_LETTERS + " are shown" : ""));
    }

    /** Where the application itself publishes, offsets count the marks of its transactions too. */
    private long records(String topic) {
        long[] records = new long[1];
        try (TopicReader reader = client.read(topic)) {
            reader.readToEnd(record -> records[0]++);
        }
        return records[0];
    }

    private int incidents() {
        Set<String> active = new HashSet<>();
        try (AvroSerde<Incident> serde = client.serde(Incident.class);
                TopicReader reader = client.read(client.topics().incidents().name())) {
            reader.readToEnd(record -> {
                Incident incident = serde.deserializer().deserialize(record.topic(), record.value());
                if (incident != null && incident.getStatus() == IncidentStatus.ACTIVE) {
                    active.add(incident.getId());
                } else {
                    active.remove(new String(record.key(), UTF_8));
                }
            });
        }
        return active.size();
    }

    private void letter(ConsumerRecord<byte[], byte[]> record) {
        letters++;
        if (letters <= MOST_LETTERS) {
            DeadLetterHeaders why = DeadLetterHeaders.read(record.headers());
            String reason = why.get(DeadLetterHeaders.REASON).orElse("unknown");
            String message = why.get(DeadLetterHeaders.MESSAGE).orElse("");
            console.say("dead letter: " + where(why, record.value()) + ": " + reason + ": " + Console.plain(message));
        }
    }

    /** The file and line; where those are unknown, the place on Kafka. */
    private String where(DeadLetterHeaders why, byte[] original) {
        return why.get(DeadLetterHeaders.FILE)
                .map(file -> file + ":" + why.get(DeadLetterHeaders.LINE).orElse("?"))
                .or(() -> report(original).flatMap(feed::lineOf))
                .orElseGet(() -> why.get(DeadLetterHeaders.TOPIC).orElse("?") + ", partition "
                        + why.get(DeadLetterHeaders.PARTITION).orElse("?") + ", offset "
                        + why.get(DeadLetterHeaders.OFFSET).orElse("?"));
    }

    private Optional<Report> report(byte[] original) {
        try (AvroSerde<Report> serde = client.serde(Report.class)) {
            return Optional.ofNullable(
                    serde.deserializer().deserialize(client.topics().reports().name(), original));
        } catch (UnreadableRecordException e) {
            return Optional.empty();
        }
    }
}
