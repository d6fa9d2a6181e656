package io.tocsin.connectors.reading;

import io.tocsin.avro.Report;
import java.util.Optional;

/** What one line or row of a file turned out to be, with the position at which reading goes on after it. */
public sealed interface Outcome {

    /** The line or row itself. */
    Line line();

    /** Where to resume so that this outcome comes neither again nor is lost. */
    Position after();

    /** A report that can be constructed; whether it makes sense is for others to judge. */
    record ReportRead(Report report, Line line, Position after) implements Outcome {}

    /**
     * Something that is no report.
     *
     * @param field the report field that is to blame, if one is
     * @param message why, for people
     */
    record BadLine(Line line, Reason reason, Optional<String> field, String message, Position after)
            implements Outcome {}
}
