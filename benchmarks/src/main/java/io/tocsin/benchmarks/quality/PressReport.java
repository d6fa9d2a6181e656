package io.tocsin.benchmarks.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * One line of {@code ucdp-ged/reports.tsv.gz}: a press report that a coder of UCDP GED used for an event.
 *
 * @param set the country file that it is from
 * @param published empty where the line has no readable date
 * @param timePrecision 1 exact day to 5 a year
 * @param placePrecision 1 exact, 2 nearby, 3 district, 4 province, 5 other area, 6 country, 7 none
 */
record PressReport(
        String event,
        String set,
        String office,
        Optional<LocalDate> published,
        String headline,
        LocalDate start,
        LocalDate end,
        String place,
        String province,
        double lat,
        double lon,
        int timePrecision,
        int placePrecision,
        int killed) {

    private static final int COLUMNS = 14;
    /** The data is of these years; some lines have a date of another century. */
    private static final int EARLIEST = 1989;

    private static final int LATEST = 2022;

    /** All lines, in order of the file. */
    static List<PressReport> read(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            List<PressReport> reports = new ArrayList<>();
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                reports.add(parse(line.split("\t", -1)));
            }
            return reports;
        }
    }

    private static PressReport parse(String[] cells) {
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException(cells.length + " columns instead of " + COLUMNS + ": " + cells[0]);
        }
        return new PressReport(
                cells[0],
                cells[1],
                cells[2],
                date(cells[3]),
                cells[4],
                LocalDate.parse(cells[5]),
                LocalDate.parse(cells[6]),
                cells[7],
                cells[8],
                Double.parseDouble(cells[9]),
                Double.parseDouble(cells[10]),
                Integer.parseInt(cells[11]),
                Integer.parseInt(cells[12]),
                Integer.parseInt(cells[13]));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(date -> date.getYear() >= EARLIEST && date.getYear() <= LATEST);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
