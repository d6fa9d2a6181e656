package io.tocsin.connectors.mapping;

import java.util.List;
import java.util.regex.Pattern;

/** Tells rows that hold no data, such as a second header line of tags. */
sealed interface SkipRule {

    boolean matches(Row row);

    /** Every cell that is not empty matches, and there is at least one. */
    record EveryCell(Pattern pattern) implements SkipRule {

        @Override
        public boolean matches(Row row) {
            List<String> given = row.cells().stream()
                    .map(String::strip)
                    .filter(cell -> !cell.isEmpty())
                    .toList();
            return !given.isEmpty()
                    && given.stream().allMatch(cell -> pattern.matcher(cell).matches());
        }
    }

    /** The cell of one column matches. */
    record OneCell(String column, Pattern pattern) implements SkipRule {

        @Override
        public boolean matches(Row row) {
            return pattern.matcher(row.cell(column)).matches();
        }
    }
}
