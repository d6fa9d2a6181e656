package io.tocsin.connectors.mapping;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One row, its cells by column name; a cell that says "missing", or of a column that the table lacks, reads as empty. The
 * number of its line reads like a cell, for tables whose rows have no name of their own.
 */
final class Row {

    /** The column that every table has: the number of the line in the file. */
    static final String LINE = "#line";

    private final Map<String, Integer> columns;
    private final Set<String> missingWords;
    private final List<String> cells;
    private final long line;

    Row(Map<String, Integer> columns, Set<String> missingWords, List<String> cells, long line) {
        this.columns = columns;
        this.missingWords = missingWords;
        this.cells = cells;
        this.line = line;
    }

    String cell(String column) {
        if (column.equals(LINE)) {
            return Long.toString(line);
        }
        Integer index = columns.get(column);
        if (index == null) {
            return "";
        }
        String text = cells.get(index).strip();
        return missingWords.contains(text) ? "" : text;
    }

    List<String> cells() {
        return cells;
    }
}
