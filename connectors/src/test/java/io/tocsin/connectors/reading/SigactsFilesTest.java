package io.tocsin.connectors.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tocsin.avro.Category;
import io.tocsin.avro.PlacePrecision;
import io.tocsin.avro.Report;
import io.tocsin.avro.TargetKind;
import io.tocsin.connectors.reading.Outcome.ReportRead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of attacks in Iraq that the coalition logged; the whole of it is skipped where it is not at hand. */
class SigactsFilesTest {

    private static final Path FOLDER = Path.of("..", "..", "shared", "data", "sigacts-iraq");

    @TempDir
    private Path folder;

    @Test
    void readsARow() throws IOException {
        Path file = folder.resolve("few.tsv");
        Files.writeString(file, """
                time\tevent_type\ttarget\tcity
                2004-01-01T00:20\tIED\tCoalition Forces\tBaghdad
                2006-07-01T12:00\tMortar, Rocke\t\t
                """, StandardCharsets.UTF_8);

        try (ReportFile rows = ReportFile.open(file, ReadOptions.defaults())) {
            Report first = ((ReportRead) rows.next()).report();
            Report second = ((ReportRead) rows.next()).report();

            assertThat(rows.hasNext()).isFalse();
            assertThat(first.getId()).isEqualTo("sigacts-iraq:2");
            assertThat(first.getPublishedAt()).isEqualTo(Instant.parse("2003-12-31T21:20:00Z"));
            assertThat(first.getCategory()).isEqualTo(Category.IED);
            assertThat(first.getPlace().getSite()).isEqualTo("Baghdad");
            assertThat(first.getTarget().getKind()).isEqualTo(TargetKind.MILITARY);
            assertThat(first.getTarget().getAffiliation()).isEqualTo("coalition");
            assertThat(second.getId()).isEqualTo("sigacts-iraq:3");
            assertThat(second.getOccurrence().getFrom()).isEqualTo(Instant.parse("2006-07-01T08:00:00Z"));
            assertThat(second.getCategory()).isEqualTo(Category.MORTAR_OR_ARTILLERY);
            assertThat(second.getPlace().getPrecision()).isEqualTo(PlacePrecision.COUNTRY);
            assertThat(second.getTarget()).isNull();
        }
    }

    @Test
    void namesARowAfterItsLineAlsoWhereReadingGoesOn() throws IOException {
        Path file = folder.resolve("few.tsv");
        Files.writeString(file, """
                time\tevent_type\ttarget\tcity
                2004-01-01T00:20\tIED\t\tBaghdad
                2004-01-01T00:20\tIED\t\tBaghdad
                """);
        Position afterTheFirst;
        try (ReportFile rows = ReportFile.open(file, ReadOptions.defaults())) {
            afterTheFirst = rows.next().after();
        }

        try (ReportFile rows = ReportFile.open(file, ReadOptions.defaults(), afterTheFirst)) {
            assertThat(((ReportRead) rows.next()).report().getId()).isEqualTo("sigacts-iraq:3");
        }
    }

    @Test
    void readsTheCleanTableRowByRow() throws IOException {
        Map<Category, Integer> categories = new EnumMap<>(Category.class);
        Set<String> ids = new HashSet<>();
        int cities = 0;
        try (ReportFile rows = ReportFile.open(file("sigacts-iraq-clean.tsv.gz"), ReadOptions.defaults())) {
            while (rows.hasNext()) {
                Report report = ((ReportRead) rows.next()).report();
                ids.add(report.getId());
                categories.merge(report.getCategory(), 1, Integer::sum);
                cities += report.getPlace().getSite() == null ? 0 : 1;
            }
        }

        assertThat(ids).hasSize(158_026);
        assertThat(cities).isEqualTo(72_121);
        assertThat(categories)
                .containsEntry(Category.ROCKET, 5_474 + 6 + 3 + 2 + 1 + 1)
                .containsEntry(Category.UNKNOWN, 2);
        assertThat(categories.get(Category.OTHER)).isLessThan(700);
    }

    @Test
    void passesOverTheHeadingsThatTheRawTableRepeats() throws IOException {
        int reports = 0;
        int bad = 0;
        try (ReportFile rows = ReportFile.open(file("sigacts-iraq-raw.tsv.gz"), ReadOptions.defaults())) {
            while (rows.hasNext()) {
                if (rows.next() instanceof ReportRead) {
                    reports++;
                } else {
                    bad++;
                }
            }
        }

        assertThat(reports).isEqualTo(158_026);
        assertThat(bad).isZero();
    }

    private static Path file(String name) {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), () -> "SKIPPED: " + file.toAbsolutePath() + " is not there");
        return file;
    }
}
