package io.tocsin.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.news.LeftOut.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/reading.md} says what the reader does. */
class ReadingPageTest {

    private static final Path PAGE = Path.of("../docs/reading.md");
    private static final Path FILES = Path.of("src/main/resources/io/tocsin/news");

    @Test
    void saysWhyThingsAreLeftOut() throws IOException {
        List<String> rows = Stream.of(Reason.values())
                .map(reason -> "| `" + reason.name() + "` | " + reason.sentence() + " |")
                .toList();

        assertThat(table("reason")).containsExactlyElementsOf(rows);
    }

    @Test
    void namesEveryDataFile() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            List<String> names =
                    files.map(file -> "`" + file.getFileName() + "`").sorted().toList();

            assertThat(table("file").stream().map(row -> row.split(" \\| ", 2)[0].substring(2)))
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    /** The rows of the table whose first column is called so. */
    private static List<String> table(String column) throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        int head = 0;
        while (!lines.get(head).startsWith("| " + column + " |")) {
            head++;
        }
        return lines.subList(head + 2, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }
}
