package io.tocsin.connectors.reading;

import static io.tocsin.connectors.reading.Fixtures.UCDP_HEADER;
import static io.tocsin.connectors.reading.Fixtures.briefs;
import static io.tocsin.connectors.reading.Fixtures.read;
import static io.tocsin.connectors.reading.Fixtures.row;
import static io.tocsin.connectors.reading.Fixtures.utf8;
import static io.tocsin.connectors.reading.Fixtures.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.connectors.mapping.CsvMappings;
import io.tocsin.connectors.reading.Outcome.BadLine;
import io.tocsin.connectors.reading.Outcome.ReportRead;
import io.tocsin.connectors.reading.ReadOptions.FileEnd;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvReportFileTest {

    private static final ReadOptions FINAL = ReadOptions.defaults();
    private static final ReadOptions GROWING = FINAL.withFileEnd(FileEnd.GROWING);

    @TempDir
    private Path folder;

    private List<Outcome> outcomes(String content, ReadOptions options) {
        return read(write(folder, "a.csv", utf8(content)), options);
    }

    private List<String> briefsOf(String rows) {
        return briefs(outcomes(UCDP_HEADER + rows, FINAL));
    }

    @Test
    void readsOneReportARowUnderARecognisedHeader() {
        assertThat(briefsOf(row("1", "Falluja") + row("2", "Ramadi"))).containsExactly("ucdp:1", "ucdp:2");
    }

    @Test
    void readsByteOrderMarkCarriageReturnsAndTagRows() {
        String tags = "#id,,,,,,,,,,,,\n";
        String content = "\uFEFF" + (UCDP_HEADER + tags + row("1", "Falluja")).replace("\n", "\r\n");

        List<Outcome> outcomes = outcomes(content, FINAL);

        assertThat(briefs(outcomes)).containsExactly("ucdp:1");
        assertThat(outcomes.get(0).line().number()).isEqualTo(3);
    }

    @Test
    void readsLineBreaksSeparatorsAndQuotesWithinQuotes() {
        List<Outcome> outcomes =
                outcomes(UCDP_HEADER + row("1", "\"Al \"\"F\"\",\r\n\nalluja\"") + row("2", "Ramadi"), FINAL);

        assertThat(briefs(outcomes)).containsExactly("ucdp:1", "ucdp:2");
        assertThat(((ReportRead) outcomes.get(0)).report().getPlace().getSite()).isEqualTo("Al \"F\",\r\n\nalluja");
        assertThat(outcomes).extracting(outcome -> outcome.line().number()).containsExactly(2L, 5L);
    }

    @Test
    void readsAQuoteInsideABareCellAsItself() {
        assertThat(briefsOf(row("1", "5\" gun") + row("2", "Ramadi"))).containsExactly("ucdp:1", "ucdp:2");
    }

    @Test
    void losesOnlyTheLineWhoseQuoteIsNotClosed() {
        assertThat(briefsOf(row("1", "\"Falluja") + row("2", "Ramadi") + row("3", "\"Al Anbar, west\"")))
                .containsExactly("malformed-csv", "ucdp:2", "ucdp:3");
        assertThat(briefsOf(row("1", "\"Falluja") + row("2", "Ramadi"))).containsExactly("malformed-csv", "ucdp:2");
    }

    @Test
    void losesOnlyTheLineWhoseQuoteRunsPastTheLongestRow() {
        StringBuilder rows = new StringBuilder(row("0", "\"Falluja"));
        for (int i = 1; i <= 100; i++) {
            rows.append(row(String.valueOf(i), "Ramadi"));
        }

        List<String> briefs = briefs(outcomes(UCDP_HEADER + rows, GROWING.withLineMaxBytes(300)));

        assertThat(briefs).hasSizeGreaterThan(90).startsWith("malformed-csv", "ucdp:1", "ucdp:2");
    }

    @Test
    void refusesRowsWithAnotherNumberOfCells() {
        List<Outcome> outcomes = outcomes(UCDP_HEADER + "1,2\n" + row("2", "a,b") + row("3", "Ramadi"), FINAL);

        assertThat(briefs(outcomes)).containsExactly("malformed-csv", "malformed-csv", "ucdp:3");
        assertThat(((BadLine) outcomes.get(0)).message()).isEqualTo("has 2 cells where the header has 13");
        assertThat(outcomes.get(0).line().bytes()).isEqualTo(utf8("1,2"));
    }

    @Test
    void namesTheFieldOfARowThatIsNoReport() {
        List<Outcome> outcomes = outcomes(UCDP_HEADER + row("1", "Falluja").replace("33.3", "north"), FINAL);

        assertThat(outcomes).singleElement().isInstanceOfSatisfying(BadLine.class, bad -> {
            assertThat(bad.reason()).isEqualTo(Reason.INVALID_FIELD);
            assertThat(bad.field()).contains("place.lat");
            assertThat(bad.line().bytes())
                    .isEqualTo(utf8(row("1", "Falluja").replace("33.3", "north").strip()));
        });
    }

    @Test
    void goesOnAfterARowThatIsNoUtf8() {
        String content = UCDP_HEADER + row("1", "Fall\u00fbja") + row("2", "Ramadi");
        Path file = write(folder, "a.csv", content.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(briefs(read(file, FINAL))).containsExactly("not-utf-8", "ucdp:2");
    }

    @Test
    void passesOverARowThatIsTooLong() {
        String rows = row("1", "x".repeat(90_000)) + row("2", "Ramadi") + row("3", "\"" + "x\n".repeat(300) + "\"");

        List<String> briefs = briefs(outcomes(UCDP_HEADER + rows + row("4", "Hit"), FINAL.withLineMaxBytes(200)));

        assertThat(briefs)
                .startsWith("oversized-line", "ucdp:2", "malformed-csv")
                .endsWith("ucdp:4");
    }

    @Test
    void readsNothingUnderAHeaderThatNoMappingKnows() {
        List<Outcome> outcomes = outcomes("a,b\n1,2\n", FINAL);

        assertThat(briefs(outcomes)).containsExactly("unknown-columns");
        assertThat(read(folder.resolve("a.csv"), FINAL, outcomes.get(0).after()))
                .isEmpty();
    }

    @Test
    void waitsForTheEndOfHeaderAndRowWhereTheFileMayGrow() {
        assertThat(outcomes(UCDP_HEADER.strip(), GROWING)).isEmpty();
        assertThat(outcomes(UCDP_HEADER + row("1", "Falluja").strip(), GROWING)).isEmpty();
        assertThat(outcomes(UCDP_HEADER + row("1", "\"Fall"), GROWING)).isEmpty();
        assertThat(briefs(outcomes(UCDP_HEADER + row("1", "Falluja").strip(), FINAL)))
                .containsExactly("ucdp:1");
    }

    @Test
    void readsATableWithAMappingOfOnesOwn() {
        Path mapping = write(folder, "diary.yaml", utf8("""
                        name: diary
                        separator: ";"
                        columns: { required: [no, day] }
                        fields:
                          id: "diary:{no}"
                          source.id: diary
                          publishedAt: "{day}"
                          occurrence.from: "{day}"
                          occurrence.until: "{day}"
                        """));
        ReadOptions options = FINAL.withMappings(CsvMappings.of(mapping.toString()));

        assertThat(briefs(outcomes("\"day\";\"no\"\n2021-05-04T20:00:00Z;\"7;8\"\n", options)))
                .containsExactly("diary:7;8");
    }
}
