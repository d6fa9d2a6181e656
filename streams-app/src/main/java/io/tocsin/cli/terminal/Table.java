package io.tocsin.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells, each column as wide as its widest cell. The last column is not filled up. */
public final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    /** A table with this header. */
    public Table(String... header) {
        rows.add(List.of(header));
    }

    /** Adds a row. */
    public void add(String... cells) {
        rows.add(List.of(cells));
    }

    /** The lines, header first. */
    public List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size() - 1; column++) {
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(width(column) - cell.length() + 2));
        }
        return line.append(row.get(row.size() - 1)).toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
