package io.tocsin.connectors.reading;

import io.tocsin.connectors.reading.Outcome.BadLine;
import io.tocsin.connectors.reading.ReadOptions.FileEnd;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A file of reports, read once from a position to its present end. Each line or row is an outcome, a report or a bad line;
 * empty lines are passed over. Bad content is never an exception, trouble with the file system is an
 * {@link UncheckedIOException}. For one thread.
 */
public final class ReportFile implements Iterator<Outcome>, Closeable {

    private final FileEnd fileEnd;
    private final Start start;
    private final long size;
    private final Tape tape;
    private final Lines lines;
    private final Records records;
    private Position position;
    private Optional<Outcome> ahead = Optional.empty();

    /** How the file stood to the position from which it was to be read. */
    public enum Start {
        /** It is read from its beginning, as asked. */
        AT_BEGINNING,
        /** It is read on from the position. */
        RESUMED,
        /** It begins differently than before: it is read from its beginning. */
        REPLACED,
        /** It ends before the position: it is read from its beginning. */
        TRUNCATED
    }

    private ReportFile(Path file, ReadOptions options, Position from, Start start) throws IOException {
        Format format =
                options.format().or(() -> Format.ofName(file)).orElseThrow(() -> new UnknownFormatException(file));
        this.fileEnd = options.fileEnd();
        this.start = start;
        this.size = Files.size(file);
        this.tape = new Tape(file);
        this.lines = new Lines(tape, options);
        this.records = switch (format) {
            case JSON -> new JsonRecords(lines);
            case CSV -> new CsvRecords(tape, lines, options.mappings());
        };
        this.position = from;
    }

    /** Opens a file at its beginning. */
    public static ReportFile open(Path file, ReadOptions options) throws IOException {
        return open(file, options, Position.START);
    }

    /**
     * Opens a file where an earlier reading stopped.
     *
     * @param from a position of {@link Outcome#after}
     * @throws UnknownFormatException if neither the options nor the name tell the format
     */
    public static ReportFile open(Path file, ReadOptions options, Position from) throws IOException {
        Start start = judge(file, from);
        boolean anew = start == Start.REPLACED || start == Start.TRUNCATED;
        ReportFile opened = new ReportFile(file, options, anew ? Position.START : from, start);
        if (opened.reachesPosition()) {
            return opened;
        }
        opened.close();
        ReportFile truncated = new ReportFile(file, options, Position.START, Start.TRUNCATED);
        truncated.reachesPosition();
        return truncated;
    }

    private static Start judge(Path file, Position from) throws IOException {
        if (from.bytes() == 0) {
            return Start.AT_BEGINNING;
        }
        try (Tape beginning = new Tape(file)) {
            if (beginning.beginsWith(from.fingerprint())) {
                return Start.RESUMED;
            }
            return beginning.available() < from.fingerprint().length() ? Start.TRUNCATED : Start.REPLACED;
        }
    }

    private boolean reachesPosition() throws IOException {
        try {
            records.open(position);
            boolean reached = tape.skipTo(position.bytes());
            lines.countFrom(position.line());
            return reached;
        } catch (IOException | RuntimeException e) {
            tape.close();
            throw e;
        }
    }

    /** How the file stood to the position that was asked for. */
    public Start start() {
        return start;
    }

    /** Whether a line, a row or a broken end lies ahead. */
    @Override
    public boolean hasNext() {
        if (ahead.isEmpty() && position.brokenSize() != size) {
            try {
                ahead = records.next().or(this::brokenEnd);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return ahead.isPresent();
    }

    @Override
    public Outcome next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Outcome outcome = ahead.orElseThrow();
        ahead = Optional.empty();
        position = outcome.after();
        return outcome;
    }

    /** Whether the end that was reached is that of a gzip file that ends too early or is damaged. */
    public boolean endsBroken() {
        return tape.broken().isPresent();
    }

    /** The broken end, told once; in a file that may grow it may still become whole and is not told. */
    private Optional<Outcome> brokenEnd() {
        boolean told = tape.broken().isPresent() && fileEnd == FileEnd.FINAL;
        return told ? tape.broken().map(this::brokenEnd) : Optional.empty();
    }

    private BadLine brokenEnd(String message) {
        Line rest = new Line(tape.ahead(lines.window()), tape.available(), lines.count() + 1);
        return new BadLine(rest, Reason.BROKEN_GZIP, Optional.empty(), message, position.brokenAt(size));
    }

    @Override
    public void close() throws IOException {
        tape.close();
    }
}
