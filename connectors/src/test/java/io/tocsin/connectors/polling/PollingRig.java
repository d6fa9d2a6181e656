package io.tocsin.connectors.polling;

import io.tocsin.avro.Article;
import io.tocsin.avro.Report;
import io.tocsin.avro.SourceStatus;
import io.tocsin.connectors.publishing.PublishingSettings;
import io.tocsin.connectors.web.WebConfig;
import io.tocsin.schemas.json.JsonForm;
import io.tocsin.schemas.serde.AvroSerde;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.internals.PluginMetricsImpl;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** Runs a polling task as Connect does: hands it the stored offsets, polls it, stores the offsets of what was published. */
public final class PollingRig {

    /** When the clock begins. */
    public static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    /** So long is a step waited for at once; a poll goes on until it is over. */
    private static final Duration PATIENCE = Duration.ofMillis(20);

    private static final int MOST_POLLS = 2000;
    private static final long SEED = 7;

    private final PollingConnector connector;
    private final Function<Surroundings, PollingTask> tasks;
    private final SetClock clock = new SetClock(NOW);
    private final Map<String, String> properties = new HashMap<>();
    private final Map<Map<String, Object>, Map<String, Object>> stored = new HashMap<>();
    private Metrics metrics = new Metrics();
    private Map<Map<String, Object>, Map<String, Object>> kept = Map.of();

    public PollingRig(PollingConnector connector, Function<Surroundings, PollingTask> tasks) {
        this.connector = connector;
        this.tasks = tasks;
        with(PublishingSettings.REGISTRY_URL, "mock://" + UUID.randomUUID());
        with(PublishingSettings.AUTO_REGISTER, "true");
        with(WebConfig.ALLOW_PRIVATE, "true");
        with(WebConfig.READ_TIMEOUT, "1000");
        with(WebConfig.TOTAL_TIMEOUT, "3000");
        with(WebConfig.MAX_RESPONSE, "1000000");
        with(WebConfig.MAX_UNPACKED, "2000000");
    }

    public PollingRig with(String property, String value) {
        properties.put(property, value);
        return this;
    }

    public SetClock clock() {
        return clock;
    }

    public Map<String, String> properties() {
        return properties;
    }

    /** What a worker needs to run the connector itself every second, without the registry of the rig. */
    public Map<String, String> properties(Class<? extends PollingConnector> type) {
        Map<String, String> all = new HashMap<>(properties);
        all.remove(PublishingSettings.REGISTRY_URL);
        all.remove(PublishingSettings.AUTO_REGISTER);
        all.put("connector.class", type.getName());
        all.put("tasks.max", "1");
        all.put(PollingConfig.INTERVAL, "1000");
        return all;
    }

    /** Keeps the offsets as they are now, to go back to. */
    public void keep() {
        kept = new HashMap<>(stored);
    }

    /** Goes back to the offsets that were kept, none where none were. */
    public void goBack() {
        stored.clear();
        stored.putAll(kept);
    }

    /** A new task over all feeds, going on where the stored offsets say. */
    public PollingTask started() {
        PollingTask task = tasks.apply(new Surroundings(clock, new Random(SEED), PATIENCE));
        metrics = new Metrics();
        task.initialize(new Context());
        connector.start(properties);
        task.start(connector.taskConfigs(1).get(0));
        return task;
    }

    /** The batches of one poll or failed attempt, each stored; the last record of all is the status. */
    public List<List<SourceRecord>> batches(PollingTask task) throws InterruptedException {
        List<List<SourceRecord>> batches = new ArrayList<>();
        for (int i = 0; i < MOST_POLLS; i++) {
            List<SourceRecord> batch = task.poll();
            if (batch != null) {
                batches.add(batch);
                batch.forEach(this::store);
                if (isStatus(batch.get(batch.size() - 1))) {
                    return batches;
                }
            }
        }
        throw new AssertionError("no status after " + MOST_POLLS + " polls, only " + batches.size() + " batches");
    }

    /** All records of one poll or failed attempt of a new task. */
    public List<SourceRecord> run() throws InterruptedException {
        PollingTask task = started();
        try {
            return run(task);
        } finally {
            task.stop();
        }
    }

    /** All records of the next poll or failed attempt of a task. */
    public List<SourceRecord> run(PollingTask task) throws InterruptedException {
        return batches(task).stream().flatMap(List::stream).toList();
    }

    @SuppressWarnings("unchecked")
    public void store(SourceRecord published) {
        stored.put((Map<String, Object>) published.sourcePartition(), (Map<String, Object>) published.sourceOffset());
    }

    public static boolean isStatus(SourceRecord record) {
        return record.topic().endsWith(".sources");
    }

    public static boolean isReport(SourceRecord record) {
        return record.topic().endsWith(".reports");
    }

    public static boolean isArticle(SourceRecord record) {
        return record.topic().endsWith(".articles");
    }

    public static boolean isDeadLetter(SourceRecord record) {
        return record.topic().endsWith(".dead-letters");
    }

    public Report report(SourceRecord record) {
        return decoded(Report.class, record);
    }

    public List<Report> reports(List<SourceRecord> records) {
        return records.stream().filter(PollingRig::isReport).map(this::report).toList();
    }

    public Article article(SourceRecord record) {
        return decoded(Article.class, record);
    }

    /** The status that a poll ended with. */
    public SourceStatus status(List<SourceRecord> records) {
        return decoded(SourceStatus.class, records.get(records.size() - 1));
    }

    /** Everything about a record but when it was received and what a restart does: what must not differ when it comes again. */
    public String content(SourceRecord record) {
        String key = record.key() == null ? "-" : text(record.key());
        if (isArticle(record)) {
            Article article = article(record);
            article.setFetchedAt(null);
            return record.topic() + " " + key + " " + JsonForm.of(Article.class).write(article);
        }
        if (!isReport(record)) {
            return record.topic() + " " + key + " " + (isStatus(record) ? "" : text(record.value()));
        }
        Report report = report(record);
        report.setReceivedAt(null);
        return record.topic() + " " + key + " " + JsonForm.of(Report.class).write(report);
    }

    private <T extends SpecificRecord> T decoded(Class<T> type, SourceRecord record) {
        try (AvroSerde<T> serde = AvroSerde.of(type, properties)) {
            return serde.deserializer().deserialize(record.topic(), (byte[]) record.value());
        }
    }

    public static String header(SourceRecord record, String name) {
        return (String) record.headers().lastWithName(name).value();
    }

    public static String text(Object bytes) {
        return new String((byte[]) bytes, StandardCharsets.UTF_8);
    }

    /** How much of a source was left out for a reason, as the metrics of the last task tell. */
    public long leftOut(String sourceId, String reason) {
        return metrics.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals(LeftOutCounts.METRIC))
                .filter(metric -> metric.metricName().tags().equals(Map.of("source", sourceId, "reason", reason)))
                .mapToLong(metric -> (long) metric.metricValue())
                .sum();
    }

    /** Connect's side. */
    private final class Context implements SourceTaskContext, OffsetStorageReader {

        private final PluginMetrics pluginMetrics = new PluginMetricsImpl(metrics, Map.of());

        @Override
        public Map<String, String> configs() {
            return properties;
        }

        @Override
        public OffsetStorageReader offsetStorageReader() {
            return this;
        }

        @Override
        public PluginMetrics pluginMetrics() {
            return pluginMetrics;
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
