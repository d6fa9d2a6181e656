package io.tocsin.connectors.mapping;

import java.util.Set;

/** What a cell must be for an alternative to count: one of some values, or any, or none at all. */
sealed interface Condition {

    String column();

    boolean holds(Row row);

    /** The cell is one of these values. */
    record OneOf(String column, Set<String> values) implements Condition {

        public OneOf {
            values = Set.copyOf(values);
        }

        @Override
        public boolean holds(Row row) {
            return values.contains(row.cell(column));
        }
    }

    /** The cell holds something. */
    record Given(String column) implements Condition {

        @Override
        public boolean holds(Row row) {
            return !row.cell(column).isEmpty();
        }
    }

    /** The cell is empty. */
    record Missing(String column) implements Condition {

        @Override
        public boolean holds(Row row) {
            return row.cell(column).isEmpty();
        }
    }
}
