package io.tocsin.connectors.reading;

import io.tocsin.connectors.gdelt.ExportRows;
import io.tocsin.connectors.publishing.Original;
import io.tocsin.connectors.publishing.Publication;
import io.tocsin.connectors.publishing.Publication.ReportRead;
import io.tocsin.connectors.publishing.Publication.Unusable;
import io.tocsin.connectors.reading.BlockRecords.Block;
import io.tocsin.connectors.reading.BlockRecords.Blocks;
import io.tocsin.connectors.reading.Outcome.BadLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rows of GDELT's export files, by the quarter of an hour in which GDELT added them: rows of one article are one report, and
 * never lie in two quarters. The last quarter is told once nothing can follow.
 */
final class GdeltSlots implements Blocks {

    /** The most of one quarter that is read as one: some thirty times a busy one. */
    private static final int MAX_BYTES = 32 << 20;

    private final String file;
    private final Lines lines;
    private List<Line> rows = new ArrayList<>();
    private String quarter = "";
    private long bytes;
    private Position from;
    private Position after;

    GdeltSlots(String file, Lines lines) {
        this.file = file;
        this.lines = lines;
    }

    /** Whether the file begins with such a row. */
    static boolean ahead(Lines lines) throws IOException {
        return lines.peek().flatMap(Utf8::decode).filter(ExportRows::isRow).isPresent();
    }

    @Override
    public Optional<Outcome> open() {
        // The files have nothing at their head.
        return Optional.empty();
    }

    @Override
    public Optional<Block> next() throws IOException {
        Position before = lines.position();
        Optional<Line> line = lines.next();
        while (line.isPresent()) {
            Optional<Block> whole = add(line.get(), before);
            if (whole.isPresent()) {
                return whole;
            }
            before = lines.position();
            line = lines.next();
        }
        return !rows.isEmpty() && lines.endIsFinal() ? Optional.of(cut()) : Optional.empty();
    }

    /** Adds a row; the quarter before it where it begins another one. */
    private Optional<Block> add(Line line, Position before) {
        Optional<String> added = Utf8.decode(line.bytes()).flatMap(ExportRows::quarter);
        boolean another =
                bytes > MAX_BYTES || added.filter(time -> !time.equals(quarter)).isPresent();
        Optional<Block> whole = another && !rows.isEmpty() ? Optional.of(cut()) : Optional.empty();
        if (rows.isEmpty()) {
            from = before;
        }
        quarter = added.orElse(quarter);
        rows.add(line);
        bytes += line.length();
        after = lines.position();
        return whole;
    }

    private Block cut() {
        List<Function<Position, Outcome>> outcomes = new ArrayList<>();
        ExportRows export = new ExportRows(file);
        for (Line row : rows) {
            Optional<String> text = Utf8.decode(row.bytes());
            if (row.oversized()) {
                outcomes.add(end -> BadLines.oversized(row, end));
            } else if (text.isEmpty()) {
                outcomes.add(end -> BadLines.notUtf8(row, end));
            } else {
                export.add(text.get(), row.number());
            }
        }
        export.publications().forEach(one -> outcomes.add(end -> outcome(one, end)));
        Block block = new Block(from, after, outcomes);
        rows = new ArrayList<>();
        bytes = 0;
        return block;
    }

    private static Outcome outcome(Publication publication, Position end) {
        if (publication instanceof ReportRead read) {
            return new Outcome.ReportRead(read.report(), line(read.original()), end);
        }
        Unusable bad = (Unusable) publication;
        return new BadLine(line(bad.original()), Reason.of(bad.reason()), bad.field(), bad.message(), end);
    }

    private static Line line(Original original) {
        return new Line(original.bytes(), original.bytes().length, original.line());
    }

    @Override
    public boolean holdsBack() {
        return !rows.isEmpty();
    }

    @Override
    public Optional<String> brokenEnd() {
        return Optional.empty();
    }
}
