package io.tocsin.connectors.mapping;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** One row, its cells by column name; a cell that says "missing", or of a column that the table lacks, reads as empty. */
final class Row {

    private final Map<String, Integer> columns;
    private final Set<String> missingWords;
    private final List<String> cells;

    Row(Map<String, Integer> columns, Set<String> missingWords, List<String> cells) {
        this.columns = columns;
        this.missingWords = missingWords;
        this.cells = cells;
    }

    String cell(String column) {
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
