package io.tocsin.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.avro.Alert;
import io.tocsin.avro.Incident;
import io.tocsin.avro.IncidentStatus;
import io.tocsin.avro.Transition;
import io.tocsin.cli.cluster.Client;
import io.tocsin.cli.cluster.TopicReader;
import io.tocsin.cli.terminal.Console;
import io.tocsin.cli.terminal.Console.Style;
import io.tocsin.schemas.deadletter.DeadLetterHeaders;
import io.tocsin.schemas.serde.AvroSerde;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What has come of the reports, in a few lines. */
final class Summary {

    private static final int MOST_LETTERS = 20;

    private final Client client;
    private final Console console;
    private final Map<Transition, Integer> transitions = new EnumMap<>(Transition.class);
    private int alerts;
    private int letters;

    Summary(Client client, Console console) {
        this.client = client;
        this.console = console;
    }

    /** Counts a transition. */
    void add(Alert alert) {
        alerts++;
        transitions.merge(alert.getTransition(), 1, Integer::sum);
    }

    /** Prints it. */
    void print() {
        long reports = client.backlog(client.topics().reports().name()).count().all();
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
        console.say(letters + (letters == 1 ? " dead letter" : " dead letters")
                + (letters > MOST_LETTERS ? ", of which the first " + MOST_LETTERS + " are shown" : ""));
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
            console.say("dead letter: " + where(why) + ": " + why.get(DeadLetterHeaders.REASON).orElse("unknown") + ": "
                    + Console.plain(why.get(DeadLetterHeaders.MESSAGE).orElse("")));
        }
    }

    /** The file and line; else, for what was refused later on, where it lies on Kafka. */
    private static String where(DeadLetterHeaders why) {
        return why.get(DeadLetterHeaders.FILE)
                .map(file -> file + ":" + why.get(DeadLetterHeaders.LINE).orElse("?"))
                .orElseGet(() -> why.get(DeadLetterHeaders.TOPIC).orElse("?") + ", partition "
                        + why.get(DeadLetterHeaders.PARTITION).orElse("?") + ", offset "
                        + why.get(DeadLetterHeaders.OFFSET).orElse("?"));
    }
}
