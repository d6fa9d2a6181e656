package io.tocsin.connectors.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tocsin.avro.Report;
import io.tocsin.connectors.reading.Outcome.ReportRead;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The four extracts of the UCDP GED, each with its own set of columns; skipped where they are not at hand. */
class UcdpFilesTest {

    private static final Path FOLDER = Path.of("..", "..", "shared", "data", "ucdp-ged");
    private static final Map<String, List<Outcome>> READ = new HashMap<>();

    private static Path file(String name) {
        Path inRepository = FOLDER.resolve(name);
        Path file = Files.exists(inRepository) ? inRepository : Path.of("..").resolve(inRepository);
        assumeTrue(Files.exists(file), () -> "SKIPPED: " + inRepository.toAbsolutePath() + " is not there");
        return file;
    }

    @ParameterizedTest
    @CsvSource({
        "iraq-1989-2018.csv.gz, 7473",
        "syria-2016-2019.csv.gz, 16566",
        "ukraine-2014-2019.csv.gz, 1167",
        "global-sample-1000.csv.gz, 1000"
    })
    void areReadRowByRowAsReports(String name, long events) throws IOException {
        List<Outcome> outcomes = outcomes(name);

        assertThat(dataRows(file(name))).isEqualTo(events);
        assertThat(outcomes).hasSize((int) events).allMatch(ReportRead.class::isInstance);
        assertThat(new HashSet<>(Fixtures.briefs(outcomes))).hasSize((int) events);
        assertThat(outcomes).allMatch(outcome -> complete(((ReportRead) outcome).report()));
    }

    private static boolean complete(Report report) {
        boolean placed = report.getPlace().getCountry().matches("[A-Z]{2}")
                && Math.abs(report.getPlace().getLat()) <= 90
                && Math.abs(report.getPlace().getLon()) <= 180;
        boolean dated =
                report.getOccurrence().getFrom().isBefore(report.getOccurrence().getUntil());
        return placed && dated && report.getCasualties().getKilled().getBest() >= 0;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iraq-1989-2018.csv.gz",
                "syria-2016-2019.csv.gz",
                "ukraine-2014-2019.csv.gz",
                "global-sample-1000.csv.gz"
            })
    void areResumedExactly(String name) {
        List<Outcome> whole = outcomes(name);
        Random random = new Random(3);
        for (int round = 0; round < 3; round++) {
            int read = random.nextInt(whole.size());

            List<Outcome> rest = Fixtures.read(
                    file(name), ReadOptions.defaults(), whole.get(read).after());

            assertThat(Fixtures.briefs(rest)).isEqualTo(Fixtures.briefs(whole.subList(read + 1, whole.size())));
        }
    }

    private static List<Outcome> outcomes(String name) {
        Path file = file(name);
        return READ.computeIfAbsent(name, key -> Fixtures.read(file, ReadOptions.defaults()));
    }

    /** Counted without any of the code under test: line breaks outside quotes, less the header and a line of tags. */
    private static long dataRows(Path file) throws IOException {
        String text;
        try (InputStream input = new GZIPInputStream(Files.newInputStream(file))) {
            text = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        }
        boolean quoted = false;
        long records = text.endsWith("\n") ? 0 : 1;
        for (int i = 0; i < text.length(); i++) {
            quoted ^= text.charAt(i) == '"';
            records += text.charAt(i) == '\n' && !quoted ? 1 : 0;
        }
        boolean tags = text.lines().skip(1).findFirst().orElse("").contains(",#date+start,");
        return records - (tags ? 2 : 1);
    }
}
