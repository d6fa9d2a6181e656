package io.tocsin.cli.demo;

import io.tocsin.avro.Report;
import io.tocsin.connectors.reading.Outcome;
import io.tocsin.connectors.reading.Outcome.ReportRead;
import io.tocsin.connectors.reading.Position;
import io.tocsin.connectors.reading.ReadOptions;
import io.tocsin.connectors.reading.ReportFile;
import io.tocsin.incident.InvalidField;
import io.tocsin.topology.ReportRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What files hold, found out beside the connector: where each ends, and on which lines the reports are that the
 * application will refuse. On Kafka these no longer know their line.
 *
 * @param ends by file; files without a line have none
 */
record FileSurvey(Map<String, Position> ends, Map<Named, String> refused) {

    private static final int MOST_REFUSED = 1_000;

    /** A report by name. */
    record Named(String source, String id, int revision) {
        static Named of(Report report) {
            return new Named(report.getSource().getId(), report.getId(), report.getRevision());
        }
    }

    FileSurvey {
        ends = Map.copyOf(ends);
        refused = Map.copyOf(refused);
    }

    /** Reads the files once. */
    static FileSurvey of(List<Path> files) {
        Map<String, Position> ends = new HashMap<>();
        Map<Named, String> refused = new HashMap<>();
        for (Path file : files) {
            try (ReportFile lines = ReportFile.open(file, ReadOptions.defaults())) {
                while (lines.hasNext()) {
                    Outcome line = lines.next();
                    ends.put(file.toString(), line.after());
                    if (line instanceof ReportRead read && refused.size() < MOST_REFUSED && isRefused(read.report())) {
                        refused.putIfAbsent(
                                Named.of(read.report()),
                                file + ":" + line.line().number());
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new FileSurvey(ends, refused);
    }

    Optional<String> lineOf(Report report) {
        return Optional.ofNullable(refused.get(Named.of(report)));
    }

    private static boolean isRefused(Report report) {
        try {
            ReportRecords.report(report);
            return false;
        } catch (InvalidField e) {
            return true;
        }
    }
}
