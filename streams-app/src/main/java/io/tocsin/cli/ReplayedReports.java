package io.tocsin.cli;

import io.tocsin.backtest.Ahead;
import io.tocsin.cli.backtest.Progress;
import io.tocsin.cli.cluster.Client;
import io.tocsin.cli.cluster.TopicReader;
import io.tocsin.cli.terminal.Console;
import io.tocsin.connectors.reading.Outcome.BadLine;
import io.tocsin.connectors.reading.Outcome.ReportRead;
import io.tocsin.incident.Admittance;
import io.tocsin.incident.InvalidField;
import io.tocsin.incident.Report;
import io.tocsin.schemas.serde.AvroSerde;
import io.tocsin.schemas.serde.UnreadableRecordException;
import io.tocsin.topology.ReportRecords;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The history that a backtest replays, let in and placed on other threads while it is read. What the application would
 * refuse is told and passed over.
 */
final class ReplayedReports {

    private static final int PLACING = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    private static final String THREAD = "tocsin-placing";

    private final Console console;
    private final Progress progress;
    private final Admittance admittance;
    private final Instant now;
    private final List<Report> reports = new ArrayList<>();
    private long refused;

    /** @param now what lies after it lies in the future */
    ReplayedReports(Console console, Progress progress, Admittance admittance, Instant now) {
        this.console = console;
        this.progress = progress;
        this.admittance = admittance;
        this.now = now;
    }

    /** The reports that were let in, in the order in which they were read. */
    List<Report> reports() {
        return reports;
    }

    /** How many lines or records were no reports, or none that the application would let in. */
    long refused() {
        return refused;
    }

    /** Reads files, one after the other. */
    void readFiles(List<Path> files) {
        try (Ahead<Supplier<Admitted>, Admitted> ahead = admitting()) {
            ReportFiles.forEachLine(
                    files,
                    (file, line) -> ahead.put(() -> {
                        String where = file + ":" + line.line().number();
                        return line instanceof ReportRead read
                                ? admitted(where, () -> read.report())
                                : refused(where, ((BadLine) line).reason().code(), ((BadLine) line).message());
                    }));
            ahead.finish();
        }
    }

    /** Reads the topic as it is now, all partitions in one order: that in which the records were written. */
    void readTopic(Client client) {
        String topic = client.topics().reports().name();
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (TopicReader reader = client.read(topic)) {
            reader.readToEnd(record -> {
                records.add(record);
                progress.read(records.size());
            });
        }
        records.sort(Comparator.<ConsumerRecord<byte[], byte[]>>comparingLong(ConsumerRecord::timestamp)
                .thenComparingInt(ConsumerRecord::partition)
                .thenComparingLong(ConsumerRecord::offset));
        try (AvroSerde<io.tocsin.avro.Report> serde = client.serde(io.tocsin.avro.Report.class);
                Ahead<Supplier<Admitted>, Admitted> ahead = admitting()) {
            records.forEach(record -> ahead.put(() -> admitted(
                    topic + ", partition " + record.partition() + ", offset " + record.offset(),
                    () -> decoded(serde, record))));
            ahead.finish();
        }
    }

    private static io.tocsin.avro.Report decoded(
            AvroSerde<io.tocsin.avro.Report> serde, ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            throw new InvalidField("value", "is missing");
        }
        return serde.deserializer().deserialize(record.topic(), record.value());
    }

    private Ahead<Supplier<Admitted>, Admitted> admitting() {
        return new Ahead<>(PLACING, THREAD, Supplier::get, this::take);
    }

    private Admitted admitted(String where, Supplier<io.tocsin.avro.Report> record) {
        try {
            return new Admitted.In(admittance.admit(ReportRecords.report(record.get()), now));
        } catch (UnreadableRecordException e) {
            return refused(where, "unreadable", e.getMessage());
        } catch (InvalidField e) {
            return refused(where, e.isAboutTheFuture() ? "future" : "constraint", e.getMessage());
        }
    }

    private static Admitted refused(String where, String reason, String message) {
        return new Admitted.Refused(where + ": " + reason + ": " + Console.plain(message));
    }

    private void take(Admitted admitted) {
        if (admitted instanceof Admitted.In in) {
            reports.add(in.report());
            progress.read(reports.size());
        } else if (admitted instanceof Admitted.Refused out) {
            refused++;
            console.say(out.why());
        }
    }

    private sealed interface Admitted {

        record In(Report report) implements Admitted {}

        record Refused(String why) implements Admitted {}
    }
}
