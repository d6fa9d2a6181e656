package io.tocsin.connectors.reading;

import static io.tocsin.connectors.reading.Fixtures.briefs;
import static io.tocsin.connectors.reading.Fixtures.gzip;
import static io.tocsin.connectors.reading.Fixtures.read;
import static io.tocsin.connectors.reading.Fixtures.utf8;
import static io.tocsin.connectors.reading.Fixtures.write;
import static io.tocsin.connectors.reading.Fixtures.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tocsin.avro.Report;
import io.tocsin.connectors.gdelt.Rows;
import io.tocsin.connectors.reading.Outcome.ReportRead;
import io.tocsin.connectors.reading.ReadOptions.FileEnd;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Export files of GDELT 2.0 are known by their first row. */
class GdeltReportFileTest {

    private static final ReadOptions FINAL = ReadOptions.defaults();
    private static final ReadOptions GROWING = FINAL.withFileEnd(FileEnd.GROWING);
    private static final String NOON = "20260601120000";
    private static final String LATER = "20260601121500";

    /** Two rows of one article, which are one report, another's between them, and the next quarter of an hour. */
    private static final String ROWS = Rows.file(
            attack(1, NOON, "a"),
            attack(2, NOON, "b"),
            attack(3, NOON, "a"),
            attack(4, LATER, "a"),
            attack(5, LATER, "c"));

    private static final List<String> REPORTS = List.of("gdelt:1", "gdelt:2", "gdelt:4", "gdelt:5");

    @TempDir
    private Path folder;

    private static Rows attack(long id, String added, String article) {
        return Rows.attack(id, added).article("http://www.example.org/" + article);
    }

    private Path file(String rows) {
        return write(folder, "my.CSV", utf8(rows));
    }

    private static Report report(Outcome outcome) {
        return ((ReportRead) outcome).report();
    }

    @Test
    void makesOneReportOfTheRowsOfAnArticleInAQuarterOfAnHour() {
        List<Outcome> outcomes = read(file(ROWS), FINAL);

        assertThat(briefs(outcomes)).isEqualTo(REPORTS);
        assertThat(report(outcomes.get(0)).getAttributes()).containsEntry("events", "1; 3");
        assertThat(report(outcomes.get(2)).getRevision())
                .isEqualTo(report(outcomes.get(0)).getRevision() + 1);
        assertThat(outcomes).extracting(outcome -> outcome.line().number()).containsExactly(1L, 2L, 4L, 5L);
    }

    @Test
    void isReadPackedAsGdeltPacksIt() {
        Path zipped = write(folder, "20260601120000.export.CSV.zip", zip("20260601120000.export.CSV", utf8(ROWS)));
        Path gzipped = write(folder, "20260601120000.export.CSV.gz", gzip(utf8(ROWS)));

        assertThat(briefs(read(zipped, FINAL))).isEqualTo(REPORTS);
        assertThat(briefs(read(gzipped, GROWING))).isEqualTo(REPORTS);
    }

    @Test
    void isResumedExactlyAlsoWithinAQuarter() {
        Path file = file(ROWS);
        List<Outcome> whole = read(file, FINAL);
        for (int i = 0; i < whole.size(); i++) {
            List<Outcome> rest = read(file, FINAL, whole.get(i).after());

            assertThat(briefs(rest)).isEqualTo(REPORTS.subList(i + 1, REPORTS.size()));
        }
    }

    @Test
    void isReadAnewWhereItWasReplacedWithinItsFirstQuarter() {
        Position afterFirst = read(file(ROWS), FINAL).get(0).after();

        Path replaced = file(Rows.file(attack(8, NOON, "x"), attack(9, NOON, "y")));

        assertThat(briefs(read(replaced, FINAL, afterFirst))).containsExactly("gdelt:8", "gdelt:9");
    }

    @Test
    void holdsTheLastQuarterBackWhileMoreMayFollow() throws IOException {
        Path file = file(ROWS);

        try (ReportFile rows = ReportFile.open(file, GROWING)) {
            List<Outcome> told = new ArrayList<>();
            rows.forEachRemaining(told::add);

            assertThat(briefs(told)).containsExactly("gdelt:1", "gdelt:2");
            assertThat(rows.endsOpen()).isTrue();
            assertThat(briefs(read(file, FINAL, told.get(1).after()))).containsExactly("gdelt:4", "gdelt:5");
        }
    }

    @Test
    void tellsRowsThatAreNone() {
        String rows = Rows.file(attack(1, NOON, "a")) + "too\tshort\n"
                + Rows.file(attack(2, NOON, "b").day("20269999")) + "\n";
        Path file = file(rows);

        List<Outcome> outcomes = read(file, FINAL);

        assertThat(briefs(outcomes)).containsExactly("malformed-csv", "invalid-field", "gdelt:1");
    }

    @Test
    void mayNotBeginWithARowThatIsNone() {
        assertThat(briefs(read(file("header\n" + ROWS), FINAL))).containsExactly("unknown-columns");
        assertThat(briefs(read(file("header\n" + ROWS), FINAL.withFormat(Format.GDELT))))
                .containsExactly("malformed-csv", "gdelt:1", "gdelt:2", "gdelt:4", "gdelt:5");
    }

    @Test
    void tellsBytesThatAreNoUtf8AndRowsThatAreTooLong() {
        byte[] rows =
                utf8(Rows.file(attack(1, NOON, "a"), attack(2, NOON, "\u00e9"), attack(3, NOON, "y".repeat(2_000))));
        for (int i = 0; i < rows.length; i++) {
            rows[i] = rows[i] == (byte) 0xC3 ? (byte) 0xFF : rows[i];
        }

        List<Outcome> outcomes = read(write(folder, "my.csv", rows), FINAL.withLineMaxBytes(1_500));

        assertThat(briefs(outcomes)).containsExactly("not-utf-8", "oversized-line", "gdelt:1");
    }

    @Test
    void readsARealFile() throws IOException {
        Path inRepository = Path.of("..", "..", "shared", "data", "gdelt", "20180101000000.export.CSV.gz");
        Path file = Files.exists(inRepository) ? inRepository : Path.of("..").resolve(inRepository);
        assumeTrue(Files.exists(file), () -> "SKIPPED: " + inRepository.toAbsolutePath() + " is not there");
        Path zipped;
        try (InputStream unpacked = new GZIPInputStream(Files.newInputStream(file))) {
            zipped = write(folder, "real.zip", zip("20180101000000.export.CSV", unpacked.readAllBytes()));
        }

        List<Outcome> outcomes = read(file, FINAL);

        assertThat(outcomes).hasSizeGreaterThan(90).allMatch(ReportRead.class::isInstance);
        assertThat(briefs(outcomes)).doesNotHaveDuplicates().isEqualTo(briefs(read(zipped, FINAL)));
    }
}
