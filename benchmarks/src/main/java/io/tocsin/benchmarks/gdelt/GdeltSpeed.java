package io.tocsin.benchmarks.gdelt;

import com.sun.management.OperatingSystemMXBean;
import io.tocsin.app.Configuration;
import io.tocsin.avro.SourceStatus;
import io.tocsin.benchmarks.gdelt.QuarterHours.Files;
import io.tocsin.cli.cluster.Client;
import io.tocsin.cli.cluster.Embedding;
import io.tocsin.cli.cluster.Installation;
import io.tocsin.cli.cluster.TopicReader;
import io.tocsin.connectors.gdelt.GdeltConnector;
import io.tocsin.embedded.EmbeddedStack;
import io.tocsin.schemas.serde.AvroSerde;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * GDELT's files end to end: from a site on loopback through the connector in an embedded worker, one task, into Kafka. One real file
 * as the connector starts, then made days that are caught up, 96 files each.
 */
public final class GdeltSpeed {

    private static final String CONNECTOR = "gdelt";
    private static final String REAL = "gdelt/20180101000000.export.CSV.gz";
    private static final Instant REAL_TIME = Instant.parse("2018-01-01T00:00:00Z");
    private static final Instant FIRST_DAY = Instant.parse("2026-06-01T00:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int FILES_A_DAY = 96;
    private static final double NANOS = 1e9;
    private static final double NANOS_A_MICRO = 1e3;

    private final Path data;
    private final long seed;
    private final int days;
    private final Consumer<String> progress;
    private final StringBuilder table = new StringBuilder("""

            | GDELT | files | rows | reports | s | rows/s | CPU us/row |
            |---|---:|---:|---:|---:|---:|---:|
            """);

    /**
     * @param data the folder with the real file; without it that line is left out
     * @param seed of the made days
     * @param days how many of these are caught up, one after the other
     */
    public GdeltSpeed(Path data, long seed, int days, Consumer<String> progress) {
        this.data = data;
        this.seed = seed;
        this.days = days;
        this.progress = progress;
    }

    /** Measures, and says the figures as a Markdown table. */
    public String measure() throws IOException {
        Path real = data.resolve(REAL);
        if (java.nio.file.Files.exists(real)) {
            Files files = new Files(unpacked(real), "");
            realFile("one real file, from the connector's start in a JVM that never ran one", files);
            realFile("the same once more, in a new worker", files);
        } else {
            progress.accept("left out: there is no " + real);
        }
        madeDays();
        return table.toString();
    }

    private static String unpacked(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(java.nio.file.Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void realFile(String what, Files files) throws IOException {
        try (GdeltSite site = new GdeltSite();
                Worker worker = new Worker(site)) {
            site.put(REAL_TIME, files);
            site.publish();
            long cpu = cpuNanos();
            long began = System.nanoTime();
            worker.start();
            int reports = worker.reportsUntilAPollIsOver();
            long took = System.nanoTime() - began;
            tell(what, 1, files.events().lines().count(), reports, took, cpuNanos() - cpu);
        }
    }

    private void madeDays() throws IOException {
        QuarterHours made = new QuarterHours(seed);
        try (GdeltSite site = new GdeltSite();
                Worker worker = new Worker(site)) {
            Instant time = FIRST_DAY;
            site.put(time, made.at(time));
            site.publish();
            worker.start();
            worker.reportsUntilAPollIsOver();
            for (int day = 1; day <= days; day++) {
                for (int file = 0; file < FILES_A_DAY; file++) {
                    time = time.plus(QUARTER);
                    site.put(time, made.at(time));
                }
                site.publish();
                long cpu = cpuNanos();
                int reports = 0;
                while (reports == 0) {
                    reports = worker.reportsUntilAPollIsOver();
                }
                long took = System.nanoTime() - site.masterAskedAt();
                long rows = (long) FILES_A_DAY * QuarterHours.ROWS;
                tell("made day " + day, FILES_A_DAY, rows, reports, took, cpuNanos() - cpu);
            }
        }
    }

    /** Processor time of this process so far: connector, broker, registry and the measuring itself. */
    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private void tell(String what, int files, long rows, int reports, long nanos, long cpuNanos) {
        double seconds = nanos / NANOS;
        String line = String.format(
                Locale.ROOT,
                "| %s | %d | %,d | %,d | %.2f | %,.0f | %,.1f |%n",
                what,
                files,
                rows,
                reports,
                seconds,
                rows / seconds,
                cpuNanos / NANOS_A_MICRO / rows);
        progress.accept(line.strip());
        table.append(line);
    }

    /** Broker, registry and Connect worker in this process, and the connector that reads the site. */
    private static final class Worker implements AutoCloseable {

        private final EmbeddedStack stack = EmbeddedStack.start(EmbeddedStack.Options.temporary(), ready -> {});
        private final GdeltSite site;
        private final Client client;
        private final TopicReader reports;
        private final TopicReader statuses;
        private final AvroSerde<SourceStatus> serde;

        Worker(GdeltSite site) {
            this.site = site;
            client = Client.connect(Embedding.configured(Configuration.of(Map.of()), stack));
            new Installation(client).create();
            reports = client.read(client.topics().reports().name());
            statuses = client.read(client.topics().sources().name());
            serde = client.serde(SourceStatus.class);
        }

        void start() {
            Map<String, String> config = new HashMap<>();
            config.put("connector.class", GdeltConnector.class.getName());
            config.put("tasks.max", "1");
            config.put("gdelt.list.url", site.listUrl());
            config.put("gdelt.master.url", site.masterUrl());
            config.put("allow.private.addresses", "true");
            config.put("poll.interval.ms", "1000");
            config.put("schema.registry.url", stack.registryUrl().toString());
            stack.connect().startConnector(CONNECTOR, config);
        }

        /** Reads until the next status is there, which follows the reports of its poll: how many reports came. */
        int reportsUntilAPollIsOver() {
            long deadline = System.nanoTime() + LIMIT.toNanos();
            boolean[] over = new boolean[1];
            while (!over[0]) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("no poll was over within " + LIMIT);
                }
                statuses.poll().forEach(record -> {
                    SourceStatus status = serde.deserializer().deserialize(record.topic(), record.value());
                    if (status.getError() != null) {
                        throw new IllegalStateException("the source failed: " + status.getError());
                    }
                    over[0] = true;
                });
            }
            int[] count = new int[1];
            reports.readToEnd(record -> count[0]++);
            return count[0];
        }

        @Override
        public void close() {
            stack.connect().removeConnector(CONNECTOR);
            reports.close();
            statuses.close();
            serde.close();
            client.close();
            stack.close();
        }
    }
}
