package io.tocsin.connectors.files;

import io.tocsin.avro.Report;
import io.tocsin.connectors.publishing.PublishingSettings;
import io.tocsin.schemas.serde.AvroSerde;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** Runs a task as Connect does: hands it the stored offsets, polls it, stores the offsets of what it gave. */
final class TaskRig {

    static final Instant NOW = Instant.parse("2022-02-24T04:00:00.123456Z");

    private final Map<String, String> properties = new HashMap<>();
    private final Map<Map<String, Object>, Map<String, Object>> stored = new HashMap<>();
    private int files;

    TaskRig() {
        properties.put(FilesConfig.PATH, "unused by tasks");
        properties.put(PublishingSettings.REGISTRY_URL, "mock://" + UUID.randomUUID());
        properties.put(PublishingSettings.AUTO_REGISTER, "true");
        properties.put(FilesConfig.POLL_INTERVAL, "1");
        properties.put(FilesConfig.FOLLOW, "false");
    }

    TaskRig with(String property, String value) {
        properties.put(property, value);
        return this;
    }

    TaskRig reading(Path file) {
        return with(FilesConfig.TASK_FILE_PREFIX + files++, file.toString());
    }

    FilesTask started() {
        FilesTask task = new FilesTask(Clock.fixed(NOW, ZoneOffset.UTC));
        task.initialize(new Context());
        task.start(properties);
        return task;
    }

    /** All that a new task gives until it has nothing more, its offsets stored. */
    List<SourceRecord> run() throws InterruptedException {
        FilesTask task = started();
        List<SourceRecord> records = drain(task);
        task.stop();
        records.forEach(this::store);
        return records;
    }

    /** What the task gives until it has nothing more. */
    static List<SourceRecord> drain(FilesTask task) throws InterruptedException {
        List<SourceRecord> all = new ArrayList<>();
        int idle = 0;
        while (idle < 3) {
            List<SourceRecord> batch = task.poll();
            idle = batch == null ? idle + 1 : 0;
            all.addAll(batch == null ? List.of() : batch);
        }
        return all;
    }

    @SuppressWarnings("unchecked")
    void store(SourceRecord sent) {
        stored.put((Map<String, Object>) sent.sourcePartition(), (Map<String, Object>) sent.sourceOffset());
    }

    Report report(SourceRecord sent) {
        try (AvroSerde<Report> serde = AvroSerde.of(Report.class, properties)) {
            return serde.deserializer().deserialize(sent.topic(), (byte[]) sent.value());
        }
    }

    /** The report's id, or the reason why the record is a dead letter. */
    String brief(SourceRecord sent) {
        return sent.topic().endsWith(".reports") ? report(sent).getId() : header(sent, "tocsin.error.reason");
    }

    List<String> briefs(List<SourceRecord> sent) {
        return sent.stream().map(this::brief).toList();
    }

    static String header(SourceRecord sent, String name) {
        return (String) sent.headers().lastWithName(name).value();
    }

    static String text(Object bytes) {
        return new String((byte[]) bytes, StandardCharsets.UTF_8);
    }

    /** Connect's side. */
    private final class Context implements SourceTaskContext, OffsetStorageReader {

        @Override
        public Map<String, String> configs() {
            return properties;
        }

        @Override
        public OffsetStorageReader offsetStorageReader() {
            return this;
        }

        @Override
        public org.apache.kafka.common.metrics.PluginMetrics pluginMetrics() {
            throw new UnsupportedOperationException("the task has no metrics");
        }

        @Override
        public <T> Map<String, Object> offset(Map<String, T> partition) {
            return stored.get(partition);
        }

        @Override
        public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
            Map<Map<String, T>, Map<String, Object>> found = new HashMap<>();
            partitions.forEach(partition -> found.put(partition, stored.get(partition)));
            return found;
        }
    }
}
