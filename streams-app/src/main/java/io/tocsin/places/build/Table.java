package io.tocsin.places.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;

/** A table whose first line names its columns; gzip where the file's name says so. */
final class Table {

    private final List<String> columns;
    private final List<String[]> rows;
    private final UnaryOperator<Row> change;

    private Table(List<String> columns, List<String[]> rows, UnaryOperator<Row> change) {
        this.columns = columns;
        this.rows = rows;
        this.change = change;
    }

    /** Cells parted by tabs. */
    static Table tabs(Path file) throws IOException {
        return of(file, line -> line.split("\t", -1));
    }

    /** Cells parted by commas, quoted where they hold one; no cell has a line break. */
    static Table commas(Path file) throws IOException {
        return of(file, Table::cells);
    }

    /** The same table, each of its rows changed so when it is read. */
    Table with(UnaryOperator<Row> change) {
        return new Table(columns, rows, change);
    }

    /** Does the same with every row, in their order. */
    void each(RowAction action) {
        for (String[] row : rows) {
            action.accept(change.apply(column -> row[columns.indexOf(column)]));
        }
    }

    private static Table of(Path file, LineCells cells) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, UTF_8))) {
            List<String> columns = Arrays.asList(cells.of(lines.readLine()));
            List<String[]> rows = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] row = cells.of(line);
                if (row.length != columns.size()) {
                    throw new IOException(
                            file + ", line " + (rows.size() + 2) + ": " + row.length + " cells, not " + columns.size());
                }
                rows.add(row);
            }
            return new Table(columns, rows, row -> row);
        }
    }

    private static String[] cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '"') {
                boolean escaped = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (escaped) {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (character == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(character);
            }
        }
        cells.add(cell.toString());
        return cells.toArray(new String[0]);
    }

    /** A row of the table. */
    interface Row {
        /** The cell of the column. */
        String get(String column);
    }

    interface RowAction {
        void accept(Row row);
    }

    private interface LineCells {
        String[] of(String line);
    }
}
