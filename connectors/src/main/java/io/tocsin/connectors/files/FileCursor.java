package io.tocsin.connectors.files;

import io.tocsin.connectors.reading.Outcome;
import io.tocsin.connectors.reading.Position;
import io.tocsin.connectors.reading.ReadOptions;
import io.tocsin.connectors.reading.ReadOptions.FileEnd;
import io.tocsin.connectors.reading.ReportFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a task stands in one file. The file is open only while there is something to read; once its end is reached, each
 * {@link #look} compares size, time and identity, and opens it again where they changed. Trouble with the file is told once
 * and tried again at the next look. For one thread.
 *
 * <pre>
 *   closed --look: changed--> open --end reached--> closed --look: unchanged, end open--> open, end final
 * </pre>
 */
final class FileCursor implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(FileCursor.class);

    private final SourceFile file;
    private final Path path;
    private final ReadOptions options;
    private Position position;
    private Optional<Snapshot> seen = Optional.empty();
    private Optional<ReportFile> open = Optional.empty();
    private Optional<Outcome> next = Optional.empty();
    private boolean endPending;
    private String toldTrouble = "";

    FileCursor(SourceFile file, ReadOptions options, Position position) {
        this.file = file;
        this.path = Path.of(file.path());
        this.options = options;
        this.position = position;
    }

    /** What tells that a file has changed. */
    private record Snapshot(long size, FileTime modified, Object identity) {

        static Snapshot of(Path path) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new Snapshot(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
        }
    }

    SourceFile file() {
        return file;
    }

    /** Opens the file if it may hold something new. */
    void look() {
        boolean doneForGood = options.fileEnd() == FileEnd.FINAL && seen.isPresent();
        if (open.isPresent() || doneForGood) {
            return;
        }
        try {
            Snapshot now = Snapshot.of(path);
            if (!Objects.equals(seen.orElse(null), now)) {
                open(options);
            } else if (endPending) {
                open(options.withFileEnd(FileEnd.FINAL));
            }
            seen = Optional.of(now);
            toldTrouble = "";
        } catch (IOException e) {
            troubled(e);
        }
    }

    private void open(ReadOptions chosen) throws IOException {
        ReportFile opened = ReportFile.open(path, chosen, position);
        open = Optional.of(opened);
        endPending = false;
        if (opened.start() == ReportFile.Start.REPLACED || opened.start() == ReportFile.Start.TRUNCATED) {
            position = Position.START;
            LOG.warn(
                    "File is not the one read before; reading it from its beginning (file={}, cause={})",
                    file.path(),
                    opened.start());
        }
    }

    /** The next outcome, which stays the next until it is {@link #take taken}. */
    Optional<Outcome> peek() {
        if (next.isEmpty() && open.isPresent()) {
            try {
                next = readOn(open.get());
            } catch (IOException e) {
                troubled(e);
            } catch (UncheckedIOException e) {
                troubled(e.getCause());
            }
        }
        return next;
    }

    private Optional<Outcome> readOn(ReportFile opened) throws IOException {
        if (opened.hasNext()) {
            return Optional.of(opened.next());
        }
        boolean brokenEndTold = position.brokenSize() != Position.NOT_BROKEN;
        endPending = opened.endsOpen() && !brokenEndTold;
        close();
        return Optional.empty();
    }

    /** Moves on past the next outcome. */
    void take() {
        position = next.orElseThrow().after();
        next = Optional.empty();
    }

    private void troubled(IOException trouble) {
        closeQuietly();
        seen = Optional.empty();
        if (!toldTrouble.equals(trouble.toString())) {
            toldTrouble = trouble.toString();
            LOG.warn("File cannot be read; trying again (file={}, error={})", file.path(), toldTrouble);
        }
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            LOG.debug("File cannot be closed (file={}, error={})", file.path(), e.toString());
        }
    }

    @Override
    public void close() throws IOException {
        if (open.isPresent()) {
            ReportFile closing = open.get();
            open = Optional.empty();
            closing.close();
        }
    }
}
