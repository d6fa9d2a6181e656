package io.tocsin.connectors.gdelt;

import io.tocsin.connectors.publishing.Publication;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rows of export files that lie in folders, a quarter of an hour at a time: the reports are those of the connector, but
 * nothing is known of mentions. For one thread.
 */
public final class ExportRows {

    private static final Pattern ID_AND_DAY = Pattern.compile("\\d{1,18}\t\\d{8}\t.*");
    private static final Pattern TIME = Pattern.compile("\\d{14}");

    private final EventFile file;
    private int revision;

    /** @param name of the file that they stand in, for dead letters */
    public ExportRows(String name) {
        file = new EventFile(name);
    }

    /** Whether a line is such a row, by its shape: the files have no header. */
    public static boolean isRow(String line) {
        return ID_AND_DAY.matcher(line).matches()
                && EventRow.parse(line).isPresent()
                && quarter(line).isPresent();
    }

    /** When GDELT added a row, as it writes that; all rows of a quarter of an hour say the same. */
    public static Optional<String> quarter(String line) {
        int end = line.lastIndexOf('\t');
        int begin = line.lastIndexOf('\t', end - 1);
        return Optional.of(line.substring(begin + 1, Math.max(end, begin + 1)))
                .filter(cell -> TIME.matcher(cell).matches());
    }

    /**
     * Adds a row of the quarter.
     *
     * @param number its line in the file, from 1
     */
    public void add(String line, long number) {
        file.read(line, number, Set.of());
        quarter(line).ifPresent(time -> revision = Math.max(revision, revision(time)));
    }

    private static int revision(String time) {
        try {
            return Stamps.quarter(Stamps.time(time));
        } catch (DateTimeException e) {
            // its row is refused for that
            return 0;
        }
    }

    /** What cannot be read, then the reports in the order in which the rows begin to speak of them. */
    public List<Publication> publications() {
        return file.publications(new GdeltReports(GdeltReports.RELIABILITY), Mentions.none(), revision);
    }
}
