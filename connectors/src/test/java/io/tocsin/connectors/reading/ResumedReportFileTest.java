package io.tocsin.connectors.reading;

import static io.tocsin.connectors.reading.Fixtures.UCDP_HEADER;
import static io.tocsin.connectors.reading.Fixtures.briefs;
import static io.tocsin.connectors.reading.Fixtures.json;
import static io.tocsin.connectors.reading.Fixtures.read;
import static io.tocsin.connectors.reading.Fixtures.row;
import static io.tocsin.connectors.reading.Fixtures.utf8;
import static io.tocsin.connectors.reading.Fixtures.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.connectors.reading.ReadOptions.FileEnd;
import io.tocsin.connectors.reading.ReportFile.Start;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumedReportFileTest {

    private static final ReadOptions FINAL = ReadOptions.defaults().withLineMaxBytes(600);

    @TempDir
    private Path folder;

    private static Start startOf(Path file, Position from) throws IOException {
        try (ReportFile opened = ReportFile.open(file, FINAL, from)) {
            return opened.start();
        }
    }

    @Test
    void losesAndRepeatsNothingWhereverItIsResumed() {
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            byte[] content = utf8(round % 2 == 0 ? jsonLines(random) : table(random));
            boolean packed = random.nextBoolean();
            String name = "a" + round + (round % 2 == 0 ? ".json" : ".csv") + (packed ? ".gz" : "");
            Path file = write(folder, name, packed ? Fixtures.gzip(content) : content);

            List<Outcome> whole = read(file, FINAL);

            for (int read = 0; read < whole.size(); read++) {
                List<Outcome> rest = read(file, FINAL, whole.get(read).after());
                assertThat(briefs(rest)).isEqualTo(briefs(whole.subList(read + 1, whole.size())));
                assertThat(rest)
                        .extracting(outcome -> outcome.line().number())
                        .isEqualTo(whole.subList(read + 1, whole.size()).stream()
                                .map(outcome -> outcome.line().number())
                                .toList());
            }
        }
    }

    @Test
    void readsTheSameHoweverTheFileGrew() {
        Random random = new Random(11);
        ReadOptions growing = FINAL.withFileEnd(FileEnd.GROWING);
        for (int round = 0; round < 40; round++) {
            byte[] content = utf8((round % 2 == 0 ? jsonLines(random) : table(random)) + "\n");
            String name = "g" + round + (round % 2 == 0 ? ".json" : ".csv");
            List<String> whole = briefs(read(write(folder, "whole-" + name, content), growing));

            List<String> pieces = new java.util.ArrayList<>();
            Position position = Position.START;
            int length = 0;
            while (length < content.length) {
                length = Math.min(content.length, length + 1 + random.nextInt(500));
                Path file = write(folder, name, java.util.Arrays.copyOf(content, length));
                List<Outcome> more = read(file, growing, position);
                pieces.addAll(briefs(more));
                position = more.isEmpty() ? position : more.get(more.size() - 1).after();
            }

            assertThat(pieces).isEqualTo(whole);
        }
    }

    private static String jsonLines(Random random) {
        StringBuilder lines = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
        for (int i = 0; i < 12; i++) {
            lines.append(
                    switch (random.nextInt(6)) {
                        case 0 -> "";
                        case 1 -> "{bad é";
                        case 2 -> "y".repeat(700);
                        default -> json("ü" + i);
                    });
            lines.append(random.nextInt(3) == 0 ? "\r\n" : "\n");
        }
        return random.nextBoolean() ? lines.toString().strip() : lines.toString();
    }

    private static String table(Random random) {
        StringBuilder table = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "").append(UCDP_HEADER);
        for (int i = 0; i < 12; i++) {
            table.append(
                    switch (random.nextInt(8)) {
                        case 0 -> "\n";
                        case 1 -> row(i + "", "too,many");
                        case 2 -> row(i + "", "\"never closed");
                        case 3 -> row(i + "", "y".repeat(700));
                        case 4 -> row(i + "", "\"é\n\r\n \"\"x\"\", y\n\"");
                        case 5 -> "#tag,,,,,,,,,,,,\r\n";
                        default -> row(i + "", "Falluja");
                    });
        }
        return table.toString();
    }

    @Test
    void readsAReplacedFileAnew() throws IOException {
        Path file = write(folder, "a.json", utf8(json("1") + "\n" + json("2") + "\n"));
        Position position = read(file, FINAL).get(0).after();

        write(folder, "a.json", utf8(json("3") + "\n" + json("4") + "\n" + json("5") + "\n"));

        assertThat(startOf(file, position)).isEqualTo(Start.REPLACED);
        assertThat(briefs(read(file, FINAL, position))).containsExactly("3", "4", "5");
    }

    @Test
    void readsATruncatedFileAnew() throws IOException {
        Path file = write(folder, "a.json", utf8((json("1") + "\n").repeat(20)));
        Position position = read(file, FINAL).get(19).after();

        write(folder, "a.json", utf8((json("1") + "\n").repeat(10)));

        assertThat(startOf(file, position)).isEqualTo(Start.TRUNCATED);
        assertThat(read(file, FINAL, position)).hasSize(10);
    }

    @Test
    void readsAnEmptiedFileAnew() throws IOException {
        Path file = write(folder, "a.csv", utf8(UCDP_HEADER + row("1", "Falluja")));
        Position position = read(file, FINAL).get(0).after();

        write(folder, "a.csv", utf8(""));

        assertThat(startOf(file, position)).isEqualTo(Start.TRUNCATED);
        assertThat(read(file, FINAL, position)).isEmpty();
    }

    @Test
    void takesAPositionWithoutFingerprintAsItIs() {
        Path file = write(folder, "a.json", utf8(json("1") + "\n" + json("2") + "\n"));
        long secondLine = json("1").length() + 1L;

        assertThat(briefs(read(file, FINAL, new Position(secondLine, 1, Fingerprint.NONE))))
                .containsExactly("2");
    }

    @Test
    void skipsFarIntoALargeFile() {
        String line = json("1") + "\n";
        byte[] content = utf8(line.repeat(3_000) + json("2") + "\n");
        Path file = write(folder, "a.json", content);
        Path packed = write(folder, "a.json.gz", Fixtures.gzip(content));
        List<Outcome> whole = read(file, FINAL);

        Position late = whole.get(2_999).after();

        assertThat(briefs(read(file, FINAL, late))).containsExactly("2");
        assertThat(briefs(read(packed, FINAL, late))).containsExactly("2");
    }
}
