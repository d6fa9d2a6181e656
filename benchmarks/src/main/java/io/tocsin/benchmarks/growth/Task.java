package io.tocsin.benchmarks.growth;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.avro.Report;
import io.tocsin.avro.Rule;
import io.tocsin.metrics.Meters;
import io.tocsin.news.Reading;
import io.tocsin.news.Unread;
import io.tocsin.places.Placing;
import io.tocsin.resolve.ScoredMatching;
import io.tocsin.resolve.WeightTable;
import io.tocsin.schemas.serde.AvroSerde;
import io.tocsin.schemas.topics.TopicCatalogue;
import io.tocsin.topology.Codecs;
import io.tocsin.topology.History;
import io.tocsin.topology.RuleRecords;
import io.tocsin.topology.Ticks;
import io.tocsin.topology.TocsinTopology;
import io.tocsin.topology.TopologySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/**
 * The application's topology with its stores on disk, driven by this thread without a broker: what a report costs is the
 * processor time of the thread, and nothing else runs.
 */
final class Task implements AutoCloseable {

    private static final int DISCARDED_AT_ONCE = 500;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Later than any incident: what lies ahead is refused. */
    static final Instant START = Instant.parse("2061-06-01T00:00:00Z");

    private static final Map<String, String> REGISTRY =
            Map.of("schema.registry.url", "mock://growth", "auto.register.schemas", "true");

    /** Time stands still while incidents come; what each of them leads to is said. */
    private static final Ticks TICKS = Ticks.every(Duration.ofSeconds(1)).sayingAllGrowth();

    private final Path folder;
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, Report> reports;
    private final TestInputTopic<String, Rule> rules;
    private final Set<String> published;
    private final String refused;
    private Instant now = START;
    private final AvroSerde<Report> reportSerde = AvroSerde.of(Report.class, REGISTRY);
    private final AvroSerde<Rule> ruleSerde = AvroSerde.of(Rule.class, REGISTRY);

    Task(Path parent, TopologySettings.Clock clock) throws IOException {
        folder = Files.createTempDirectory(parent, "growth");
        TopicCatalogue topics = TopicCatalogue.withDefaultPrefix();
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "growth");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        TopologySettings settings =
                new TopologySettings(topics, 1, clock, () -> now, Duration.ofHours(26), TICKS, History.ENDLESS);
        driver = new TopologyTestDriver(
                new TocsinTopology(
                                settings,
                                Codecs.at(REGISTRY),
                                new Meters(new SimpleMeterRegistry()),
                                Placing.asGiven(),
                                new ScoredMatching(WeightTable.shipped()),
                                article -> Reading.none(article.text(), Unread.EMPTY))
                        .build(new StreamsConfig(properties)),
                properties,
                START);
        reports = driver.createInputTopic(topics.reports().name(), new StringSerializer(), serializer(reportSerde));
        refused = topics.deadLetters().name();
        published = Set.of(topics.incidents().name(), topics.alerts().name());
        rules = driver.createInputTopic(topics.rules().name(), new StringSerializer(), serializer(ruleSerde));
    }

    private static <T extends SpecificRecord> Serializer<T> serializer(AvroSerde<T> serde) {
        return serde.serializer();
    }

    void put(List<io.tocsin.watch.Rule> all) {
        all.forEach(rule -> rules.pipeInput(rule.id(), RuleRecords.record(rule)));
    }

    /** Processor time of the reports, in microseconds each. What they lead to is thrown away, unread. */
    double microsEach(Iterator<Report> some) {
        long nanos = 0;
        int count = 0;
        while (some.hasNext()) {
            Report report = some.next();
            long start = THREADS.getCurrentThreadCpuTime();
            reports.pipeInput(report.getPlace().getCountry(), report);
            nanos += THREADS.getCurrentThreadCpuTime() - start;
            if (++count % DISCARDED_AT_ONCE == 0) {
                discard();
            }
        }
        discard();
        return nanos / 1_000.0 / count;
    }

    /**
     * Lets time pass by the wall clock.
     *
     * @return for how long it blocked the thread, in milliseconds
     */
    double pass(Duration time) {
        now = now.plus(time);
        long start = System.nanoTime();
        driver.advanceWallClockTime(time);
        return (System.nanoTime() - start) / 1_000_000.0;
    }

    /**
     * Throws away what was sent: the driver keeps it, that of changelogs too, until it is read.
     *
     * @return how many incidents and alerts were published
     * @throws IllegalStateException if a report was refused, which costs less than one that is counted
     */
    long discard() {
        long discarded = 0;
        for (String topic : driver.producedTopicNames()) {
            long records = driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .readRecordsToList()
                    .size();
            discarded += published.contains(topic) ? records : 0;
            if (topic.equals(refused) && records > 0) {
                throw new IllegalStateException(records + " reports of the benchmark were refused");
            }
        }
        return discarded;
    }

    @Override
    public void close() throws IOException {
        driver.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Task::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
