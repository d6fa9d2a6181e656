package io.tocsin.connectors.mapping;

import java.util.List;

/** Reads the rows of one table: a mapping that knows the table's header. */
@FunctionalInterface
public interface RowMapper {

    /**
     * Maps one row.
     *
     * @param cells as many as the header has
     * @param line the number of its first line in the file, from 1
     */
    MappedRow map(List<String> cells, long line);
}
