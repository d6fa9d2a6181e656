package io.tocsin.connectors.reading;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import io.tocsin.connectors.reading.RecordScanner.Ahead;
import io.tocsin.connectors.reading.RecordScanner.Extent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordScannerTest {

    private static final String[] PIECES = {"a", "é", "\"\"", ",", "\n", "\r\n", " "};

    @TempDir
    private Path folder;

    @Test
    void cutsWellFormedTablesWhereAnyCsvReaderDoes() throws IOException {
        Random random = new Random(20_210_504);
        for (int round = 0; round < 300; round++) {
            String table = table(random);
            List<List<String>> whole = new ArrayList<>();
            CsvReader.builder()
                    .skipEmptyLines(false)
                    .ofCsvRecord(table)
                    .forEach(record -> whole.add(record.getFields()));

            assertThat(cut(table)).as(table).isEqualTo(whole);
        }
    }

    private static String table(Random random) {
        StringBuilder table = new StringBuilder();
        int rows = 1 + random.nextInt(6);
        int cells = 2 + random.nextInt(3);
        for (int row = 0; row < rows; row++) {
            for (int cell = 0; cell < cells; cell++) {
                table.append(cell == 0 ? "" : ",").append(cell(random));
            }
            table.append(random.nextBoolean() ? "\n" : "\r\n");
        }
        return table.toString();
    }

    private static String cell(Random random) {
        if (random.nextBoolean()) {
            return random.nextBoolean() ? "b" : "b\"c";
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = random.nextInt(6); i > 0; i--) {
            quoted.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return quoted.append('"').toString();
    }

    private List<List<String>> cut(String table) throws IOException {
        List<List<String>> records = new ArrayList<>();
        ReadOptions options = ReadOptions.defaults();
        try (Tape tape = new Tape(Fixtures.write(folder, "table.csv", Fixtures.utf8(table)))) {
            Lines lines = new Lines(tape, options);
            RecordScanner scanner = new RecordScanner(tape, lines, ',');
            Extent next = scanner.next();
            while (next.ahead() == Ahead.RECORD) {
                String text = new String(lines.take(next.length()).bytes(), StandardCharsets.UTF_8);
                records.add(Cells.of(text, ',').orElseThrow());
                next = scanner.next();
            }
            assertThat(next.ahead()).isEqualTo(Ahead.NO_WHOLE_RECORD);
            assertThat(lines.count())
                    .isEqualTo(table.chars().filter(one -> one == '\n').count());
        }
        return records;
    }
}
