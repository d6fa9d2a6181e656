package io.tocsin.connectors.reading;

import static io.tocsin.connectors.reading.Fixtures.UCDP_HEADER;
import static io.tocsin.connectors.reading.Fixtures.briefs;
import static io.tocsin.connectors.reading.Fixtures.read;
import static io.tocsin.connectors.reading.Fixtures.row;
import static io.tocsin.connectors.reading.Fixtures.utf8;
import static io.tocsin.connectors.reading.Fixtures.write;
import static io.tocsin.connectors.reading.Fixtures.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.connectors.reading.Outcome.BadLine;
import io.tocsin.connectors.reading.ReadOptions.FileEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipReportFileTest {

    private static final ReadOptions FINAL = ReadOptions.defaults();
    private static final byte[] TABLE = utf8(UCDP_HEADER + row("1", "Falluja") + row("2", "Ramadi"));

    @TempDir
    private Path folder;

    private List<Outcome> outcomes(byte[] content) {
        return read(write(folder, "a.csv.zip", content), FINAL);
    }

    @Test
    void isReadAsTheFileInIt() {
        assertThat(briefs(outcomes(zip("GEDEvent.csv", TABLE)))).containsExactly("ucdp:1", "ucdp:2");
    }

    @Test
    void tellsItsFormatByTheNameInsideWhereItsOwnDoesNot() {
        Path file = write(folder, "ged241-csv.zip", zip("GEDEvent.csv", TABLE));

        assertThat(briefs(read(file, FINAL))).containsExactly("ucdp:1", "ucdp:2");
    }

    @Test
    void leavesFilesAloneOfWhichNoNameTellsTheFormat() {
        Path file = write(folder, "report.zip", zip("report.exe", TABLE));

        assertThatThrownBy(() -> ReportFile.open(file, FINAL)).isInstanceOf(UnknownFormatException.class);
    }

    @Test
    void isResumedExactly() {
        Path file = write(folder, "a.csv.zip", zip("a.csv", TABLE));
        Position afterFirst = read(file, FINAL).get(0).after();

        assertThat(briefs(read(file, FINAL, afterFirst))).containsExactly("ucdp:2");
    }

    @Test
    void saysNothingWhereNothingIsInIt() {
        assertThat(outcomes(new byte[0])).isEmpty();
        assertThat(outcomes(zip("a.csv", new byte[0]))).isEmpty();
    }

    @Test
    void isBrokenWhereNotExactlyOneFileIsInIt() {
        List<Outcome> none = outcomes(zip(Map.of()));
        List<Outcome> two = outcomes(zip(Map.of("a.csv", TABLE, "b.csv", TABLE)));

        assertThat(briefs(none)).containsExactly("broken-zip");
        assertThat(briefs(two)).containsExactly("broken-zip");
        assertThat(((BadLine) two.get(0)).message()).contains("more than one file");
    }

    @Test
    void isBrokenWhereItIsNoZipFile() {
        assertThat(briefs(outcomes(TABLE))).containsExactly("broken-zip");
    }

    @Test
    void passesOverWhatAMacPutsIn() {
        byte[] zipped = zip(Map.of("a.csv", TABLE, "__MACOSX/._a.csv", utf8("junk")));

        assertThat(briefs(outcomes(zipped))).containsExactly("ucdp:1", "ucdp:2");
    }

    @Test
    void ignoresWhereTheNameInsidePointsTo() {
        assertThat(briefs(outcomes(zip("../../etc/a.csv", TABLE)))).containsExactly("ucdp:1", "ucdp:2");
    }

    @Test
    void saysThatItsContentIsDamaged() {
        byte[] content = utf8(UCDP_HEADER + row("1", "Falluja").repeat(3));
        byte[] zipped = zip("a.csv", content);
        // the checksum in the directory, which ends in 22 bytes and one entry of 46 bytes and a name
        int checksum = zipped.length - 22 - "a.csv".length() - 46 + 16;
        zipped[checksum] ^= 1;

        assertThat(briefs(outcomes(zipped))).containsExactly("ucdp:1", "ucdp:1", "ucdp:1", "broken-zip");
    }

    @Test
    void isWaitedForWhileItIsStillBeingCopied() throws IOException {
        byte[] zipped = zip("a.csv", TABLE);
        Path file = write(folder, "a.csv.zip", Arrays.copyOf(zipped, zipped.length / 2));
        ReadOptions growing = FINAL.withFileEnd(FileEnd.GROWING);

        try (ReportFile half = ReportFile.open(file, growing)) {
            assertThat(half).isExhausted();
            assertThat(half.endsOpen()).isTrue();
        }
        write(folder, "a.csv.zip", zipped);

        assertThat(briefs(read(file, growing))).containsExactly("ucdp:1", "ucdp:2");
    }

    @Test
    void takesNoMoreMemoryForABombThanForALine() {
        byte[] zeros = new byte[300 << 20];

        List<Outcome> outcomes = outcomes(zip("a.csv", zeros));

        assertThat(briefs(outcomes)).containsExactly("oversized-line");
        assertThat(outcomes.get(0).line().bytes()).hasSize(1024);
        assertThat(outcomes.get(0).line().length()).isEqualTo(zeros.length);
    }
}
