package io.tocsin.connectors.reading;

import io.tocsin.connectors.mapping.CsvMappings;
import io.tocsin.connectors.mapping.CsvMappings.Fit;
import io.tocsin.connectors.mapping.MappedRow;
import io.tocsin.connectors.mapping.MappingException;
import io.tocsin.connectors.mapping.RowMapper;
import io.tocsin.connectors.reading.Outcome.ReportRead;
import io.tocsin.connectors.reading.RecordScanner.Extent;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * One report a row, under a header line that tells the mapping. A row with quotes out of place or a wrong number of cells
 * costs its first line only: reading goes on at the next line, so that an unclosed quote swallows nothing.
 */
final class CsvRecords implements Records {

    private final Tape tape;
    private final Lines lines;
    private final BadLines badLines;
    private final CsvMappings mappings;
    private Optional<Outcome> wrongHeader = Optional.empty();
    private Table table;

    CsvRecords(Tape tape, Lines lines, CsvMappings mappings) {
        this.tape = tape;
        this.lines = lines;
        this.badLines = new BadLines(lines);
        this.mappings = mappings;
    }

    /** What the header told. */
    private record Table(char separator, int width, RowMapper mapper, RecordScanner scanner) {}

    @Override
    public void open(Position from) throws IOException {
        Optional<Line> header = lines.next();
        while (header.isPresent() && header.get().blank()) {
            header = lines.next();
        }
        if (header.isPresent()) {
            Optional<Outcome> wrong = readHeader(header.get());
            wrongHeader = from.bytes() == 0 ? wrong : Optional.empty();
        }
    }

    private Optional<Outcome> readHeader(Line line) {
        if (line.oversized()) {
            return Optional.of(badLines.oversized(line));
        }
        Optional<String> text = Utf8.decode(line.bytes());
        if (text.isEmpty()) {
            return Optional.of(badLines.notUtf8(line));
        }
        Optional<Fit> fitting = mappings.fitting(separator -> cells(text.get(), separator));
        if (fitting.isEmpty()) {
            String message = "the header lacks columns that the mapping requires; tried: " + mappings.names();
            return Optional.of(badLines.of(line, Reason.UNKNOWN_COLUMNS, message));
        }
        try {
            Fit fit = fitting.get();
            RecordScanner scanner = new RecordScanner(tape, lines, fit.separator());
            RowMapper mapper = fit.mapping().under(fit.header());
            table = new Table(fit.separator(), fit.header().size(), mapper, scanner);
            return Optional.empty();
        } catch (MappingException e) {
            return Optional.of(badLines.of(line, Reason.UNKNOWN_COLUMNS, e.getMessage()));
        }
    }

    private static Optional<List<String>> cells(String header, char separator) {
        return Cells.of(header, separator)
                .map(cells -> cells.stream().map(String::strip).toList());
    }

    @Override
    public Optional<Outcome> next() throws IOException {
        if (wrongHeader.isPresent()) {
            Optional<Outcome> told = wrongHeader;
            wrongHeader = Optional.empty();
            return told;
        }
        Optional<Outcome> outcome = Optional.empty();
        boolean more = table != null;
        while (more && outcome.isEmpty()) {
            Extent extent = table.scanner.next();
            switch (extent.ahead()) {
                case RECORD -> outcome = record(extent.length());
                case QUOTES_OUT_OF_PLACE -> {
                    outcome = firstLineOnly("a quote is out of place or not closed");
                    more = outcome.isPresent();
                }
                case NO_WHOLE_RECORD -> more = false;
            }
        }
        return outcome;
    }

    /** The outcome of a record ahead; nothing for one that is passed over. */
    private Optional<Outcome> record(int length) throws IOException {
        Optional<String> text = Utf8.decode(lines.content(length));
        if (text.isEmpty()) {
            Line line = lines.take(length);
            return Optional.of(line.oversized() ? badLines.oversized(line) : badLines.notUtf8(line));
        }
        if (text.get().isBlank()) {
            lines.take(length);
            return Optional.empty();
        }
        Optional<List<String>> cells = Cells.of(text.get(), table.separator);
        if (cells.isEmpty()) {
            return firstLineOnly("is no well-formed row");
        }
        if (cells.get().size() != table.width) {
            return firstLineOnly("has " + cells.get().size() + " cells where the header has " + table.width);
        }
        Line line = lines.take(length);
        return line.oversized() ? Optional.of(badLines.oversized(line)) : mapped(line, cells.get());
    }

    private Optional<Outcome> firstLineOnly(String message) throws IOException {
        return lines.next()
                .map(line ->
                        line.oversized() ? badLines.oversized(line) : badLines.of(line, Reason.MALFORMED_CSV, message));
    }

    private Optional<Outcome> mapped(Line line, List<String> cells) {
        MappedRow row = table.mapper.map(cells, line.number());
        if (row instanceof MappedRow.Mapped mapped) {
            return Optional.of(new ReportRead(mapped.report(), line, lines.position()));
        }
        if (row instanceof MappedRow.Refused refused) {
            return Optional.of(
                    badLines.of(line, Reason.INVALID_FIELD, Optional.of(refused.field()), refused.message()));
        }
        return Optional.empty();
    }
}
