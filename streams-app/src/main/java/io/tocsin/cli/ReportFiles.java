package io.tocsin.cli;

import io.tocsin.avro.Report;
import io.tocsin.cli.terminal.CommandFailure;
import io.tocsin.cli.terminal.Console;
import io.tocsin.connectors.reading.Outcome;
import io.tocsin.connectors.reading.Outcome.BadLine;
import io.tocsin.connectors.reading.Outcome.ReportRead;
import io.tocsin.connectors.reading.ReadOptions;
import io.tocsin.connectors.reading.ReportFile;
import io.tocsin.connectors.reading.UnknownFormatException;
import io.tocsin.incident.InvalidField;
import io.tocsin.topology.ReportRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The reports in files. A line that holds none, or one that the application would refuse, is told and passed over. */
final class ReportFiles {

    private final Console console;

    ReportFiles(Console console) {
        this.console = console;
    }

    /** How many lines were reports, and how many were not. */
    record Count(long good, long bad) {}

    /** Hands over all reports of the files in their order. */
    Count read(List<Path> files, Consumer<Report> taker) {
        long[] count = new long[2];
        forEachLine(files, (file, line) -> count[take(file, line, taker) ? 0 : 1]++);
        return new Count(count[0], count[1]);
    }

    /** Hands over all that the files hold, be it a report or not, with its file, in their order. */
    static void forEachLine(List<Path> files, BiConsumer<Path, Outcome> taker) {
        requireReadable(files);
        for (Path file : files) {
            try (ReportFile lines = ReportFile.open(file, ReadOptions.defaults())) {
                while (lines.hasNext()) {
                    taker.accept(file, lines.next());
                }
            } catch (IOException | UncheckedIOException e) {
                throw CommandFailure.failed(file + " cannot be read any further: " + e.getMessage(), e);
            }
        }
    }

    /** Fails where a file is not there or of no known format. */
    static void requireReadable(List<Path> files) {
        for (Path file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw CommandFailure.no(file + " is no file that can be read; check its name and permissions");
            }
            try {
                ReportFile.open(file, ReadOptions.defaults()).close();
            } catch (UnknownFormatException e) {
                throw CommandFailure.no(
                        file + ": its name does not tell its format; end it in .jsonl, .csv or .avro, or"
                                + " .gz or .zip behind these");
            } catch (IOException e) {
                throw CommandFailure.no(file + " cannot be read: " + e.getMessage());
            }
        }
    }

    private boolean take(Path file, Outcome outcome, Consumer<Report> taker) {
        if (outcome instanceof BadLine bad) {
            tell(file, outcome, bad.reason().code(), bad.message());
            return false;
        }
        Report report = ((ReportRead) outcome).report();
        try {
            ReportRecords.report(report);
        } catch (InvalidField e) {
            tell(file, outcome, "constraint", e.getMessage());
            return false;
        }
        taker.accept(report);
        return true;
    }

    private void tell(Path file, Outcome outcome, String reason, String message) {
        console.say(file + ":" + outcome.line().number() + ": " + reason + ": " + Console.plain(message));
    }
}
