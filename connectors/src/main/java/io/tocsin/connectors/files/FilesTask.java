package io.tocsin.connectors.files;

import io.tocsin.connectors.publishing.Original;
import io.tocsin.connectors.publishing.Publication;
import io.tocsin.connectors.publishing.RecordMaker;
import io.tocsin.connectors.publishing.Resume;
import io.tocsin.connectors.publishing.TrustedRecords;
import io.tocsin.connectors.reading.Outcome;
import io.tocsin.connectors.reading.Outcome.BadLine;
import io.tocsin.connectors.reading.Outcome.ReportRead;
import io.tocsin.connectors.reading.Position;
import io.tocsin.connectors.reading.ReadOptions;
import io.tocsin.schemas.serde.AvroSerializer;
import io.tocsin.schemas.topics.TopicCatalogue;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the files of one task. Connect calls it from one thread; only {@link #stop} may come from another. A bad line is a
 * dead letter, trouble with a file is tried again, an unreachable registry is left to Connect's retries: none of them loses
 * a record, because a record counts as read only once it is in a batch.
 */
public final class FilesTask extends SourceTask {

    private static final Logger LOG = LoggerFactory.getLogger(FilesTask.class);

    private static final String STAGE = "files";

    /** So long at most is Connect kept waiting, which may want to stop the task. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AvroSerializer<SpecificRecord> serializer = new AvroSerializer<>();
    private List<FileCursor> cursors = List.of();
    private RecordMaker records;
    private int batchSize;
    private long pollNanos;
    private long nextLook;

    /** For Connect. */
    public FilesTask() {
        this(Clock.systemUTC());
    }

    FilesTask(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String version() {
        return FilesConnector.VERSION;
    }

    @Override
    public void start(Map<String, String> properties) {
        TrustedRecords.trust();
        FilesConfig config = new FilesConfig(properties);
        serializer.configure(config.serializerProperties(), false);
        records = new RecordMaker(STAGE, TopicCatalogue.withPrefix(config.topicPrefix()), serializer, clock);
        batchSize = config.batchSize();
        pollNanos = config.pollInterval().toNanos();
        cursors = cursors(config);
        nextLook = System.nanoTime();
        LOG.info("Files task started (files={})", cursors.size());
    }

    private List<FileCursor> cursors(FilesConfig config) {
        ReadOptions options = config.readOptions();
        List<SourceFile> files =
                config.taskFiles().stream().map(SourceFile::new).toList();
        List<Map<String, String>> partitions =
                files.stream().map(SourceFile::toMap).toList();
        Map<Map<String, String>, Map<String, Object>> offsets =
                context.offsetStorageReader().offsets(partitions);
        List<FileCursor> found = new ArrayList<>();
        for (SourceFile file : files) {
            found.add(new FileCursor(file, options, position(file, offsets.get(file.toMap()))));
        }
        return found;
    }

    private static Position position(SourceFile file, Map<String, Object> offset) {
        if (offset == null) {
            return Position.START;
        }
        try {
            return FileOffset.fromMap(offset).position();
        } catch (IllegalArgumentException e) {
            throw new ConnectException(
                    "the stored offset of " + file.path() + " is wrong; reset or correct it through Connect's REST API",
                    e);
        }
    }

    /** Waits until the files are due for a look, and reads what is new. */
    @Override
    public List<SourceRecord> poll() throws InterruptedException {
        try {
            List<SourceRecord> batch = read();
            if (batch.isEmpty() && awaitNextLook()) {
                look();
                nextLook = System.nanoTime() + pollNanos;
                batch = read();
            }
            return batch.isEmpty() ? null : batch;
        } catch (RetriableException e) {
            pauseBeforeRetry();
            throw e;
        }
    }

    /** Connect polls again at once, however often that fails. */
    @SuppressWarnings("ResultOfMethodCallIgnored")
    private void pauseBeforeRetry() throws InterruptedException {
        stopped.await(LONGEST_WAIT.toNanos(), TimeUnit.NANOSECONDS);
    }

    private synchronized void look() {
        cursors.forEach(FileCursor::look);
    }

    private boolean awaitNextLook() throws InterruptedException {
        long wait = Math.min(nextLook - System.nanoTime(), LONGEST_WAIT.toNanos());
        boolean ended = stopped.await(wait, TimeUnit.NANOSECONDS);
        return !ended && System.nanoTime() - nextLook >= 0;
    }

    /** Reads the files one after the other, in order of their paths, so that a history in several files comes in order. */
    private synchronized List<SourceRecord> read() {
        List<SourceRecord> batch = new ArrayList<>();
        try {
            for (FileCursor cursor : cursors) {
                readInto(batch, cursor);
            }
        } catch (RetriableException e) {
            if (batch.isEmpty()) {
                throw e;
            }
        }
        return batch;
    }

    private void readInto(List<SourceRecord> batch, FileCursor cursor) {
        while (batch.size() < batchSize) {
            Optional<Outcome> next = cursor.peek();
            if (next.isEmpty()) {
                return;
            }
            batch.add(record(cursor.file(), next.get()));
            cursor.take();
        }
    }

    private SourceRecord record(SourceFile file, Outcome outcome) {
        Resume resume = new Resume(file.toMap(), new FileOffset(outcome.after()).toMap());
        return records.make(publication(file, outcome), resume);
    }

    private static Publication publication(SourceFile file, Outcome outcome) {
        Original original =
                new Original(outcome.line().bytes(), file.path(), outcome.line().number());
        if (outcome instanceof ReportRead read) {
            return new Publication.ReportRead(read.report(), original);
        }
        BadLine bad = (BadLine) outcome;
        return new Publication.Unusable(original, bad.reason().code(), bad.field(), bad.message());
    }

    @Override
    public void stop() {
        stopped.countDown();
        close();
    }

    private synchronized void close() {
        for (FileCursor cursor : cursors) {
            try {
                cursor.close();
            } catch (IOException e) {
                LOG.warn(
                        "File cannot be closed (file={}, error={})",
                        cursor.file().path(),
                        e.toString());
            }
        }
        serializer.close();
    }
}
