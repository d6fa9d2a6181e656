package io.tocsin.cli.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.avro.Report;
import io.tocsin.avro.SourceStatus;
import io.tocsin.schemas.serde.AvroSerde;
import io.tocsin.schemas.serde.UnreadableRecordException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** How the sources are doing, as their connectors have published it, and how much they told lately. */
public final class PublishedSources {

    private final Client client;

    /** The sources at that cluster. */
    public PublishedSources(Client client) {
        this.client = client;
    }

    /** The latest status of each source, by id; of one that nobody asks any more there is none. */
    public Collection<SourceStatus> statuses() {
        String topic = client.topics().sources().name();
        Map<String, byte[]> latest = new TreeMap<>();
        try (TopicReader reader = client.read(topic)) {
            reader.readToEnd(record -> {
                if (record.key() != null) {
                    latest.put(new String(record.key(), UTF_8), record.value());
                }
            });
        }
        latest.values().removeIf(value -> value == null);
        try (AvroSerde<SourceStatus> serde = client.serde(SourceStatus.class)) {
            return latest.values().stream()
                    .map(value -> serde.deserializer().deserialize(topic, value))
                    .toList();
        }
    }

    /** How many reports each source published since then, repeats and revisions included. Reads all of them. */
    public Map<String, Integer> reportsSince(Instant instant) {
        String topic = client.topics().reports().name();
        Map<String, Integer> counts = new TreeMap<>();
        try (TopicReader reader = client.read(topic);
                AvroSerde<Report> serde = client.serde(Report.class)) {
            reader.seekTo(instant);
            reader.readToEnd(record -> {
                try {
                    Report report = serde.deserializer().deserialize(topic, record.value());
                    counts.merge(report.getSource().getId(), 1, Integer::sum);
                } catch (UnreadableRecordException e) {
                    // No report: the application has sent it to the dead letters.
                    return;
                }
            });
        }
        return counts;
    }
}
