package io.tocsin.connectors.mapping;

import java.util.List;

/** Reads the rows of one table: a mapping that knows the table's header. */
@FunctionalInterface
public interface RowMapper {

    /** Maps one row, which has as many cells as the header. */
    MappedRow map(List<String> cells);
}
