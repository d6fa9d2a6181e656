package io.tocsin.connectors.mapping;

import io.tocsin.avro.Report;

/** What became of one row of a table. */
public sealed interface MappedRow {

    /** The row is this report. */
    record Mapped(Report report) implements MappedRow {}

    /** A skip rule of the mapping says that the row holds no data. */
    record Skipped() implements MappedRow {}

    /** The row cannot become a report because of this report field. */
    record Refused(String field, String message) implements MappedRow {}
}
