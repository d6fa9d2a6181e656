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
        this.fileEnd = options.fileEnd();
        this.start = start;
        this.size = Files.size(file);
        this.tape = new Tape(file);
        this.lines = new Lines(tape, options);
        this.position = from;
        try {
            this.records = records(file, options);
        } catch (IOException | RuntimeException e) {
            tape.close();
            throw e;
        }
    }

    private Records records(Path file, ReadOptions options) throws IOException {
        Optional<Format> chosen = options.format();
        Format format = chosen.isPresent() ? chosen.get() : format(file);
        boolean unsaid = chosen.isEmpty() && format == Format.CSV;
        return switch (unsaid && GdeltSlots.ahead(lines) ? Format.GDELT : format) {
            case JSON -> new JsonRecords(lines);
            case CSV -> new CsvRecords(tape, lines, options.mappings());
            case GDELT -> new BlockRecords(new GdeltSlots(file.toString(), lines));
            case AVRO -> new BlockRecords(new AvroBlocks(tape, lines));
        };
    }

    private static Format format(Path file) throws IOException {
        Optional<Format> named = Format.ofName(file);
        boolean lookInside = named.isEmpty() && Packing.ofName(file) == Packing.ZIP;
        return (lookInside ? Format.ofName(new ZippedFile(file).name()) : named)
                .orElseThrow(() -> new UnknownFormatException(file));
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
        if (from.atBeginning()) {
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

    /** Whether more can be told of the end that was reached once it is known that nothing will follow. */
    public boolean endsOpen() {
        return tape.broken().isPresent() || (records.holdsBack() && !lines.endIsFinal());
    }

    /** The broken end, told once; in a file that may grow it may still become whole and is not told. */
    private Optional<Outcome> brokenEnd() {
        if (tape.broken().isPresent()) {
            boolean told = fileEnd == FileEnd.FINAL;
            return told ? tape.broken().map(why -> brokenEnd(tape.packing().broken(), why)) : Optional.empty();
        }
        return lines.endIsFinal()
                ? records.brokenEnd().map(why -> brokenEnd(Reason.BROKEN_BLOCK, why))
                : Optional.empty();
    }

    private BadLine brokenEnd(Reason reason, String message) {
        Line rest = new Line(tape.ahead(lines.window()), tape.available(), lines.count() + 1);
        return new BadLine(rest, reason, Optional.empty(), message, position.brokenAt(size));
    }

    @Override
    public void close() throws IOException {
        tape.close();
    }
}
