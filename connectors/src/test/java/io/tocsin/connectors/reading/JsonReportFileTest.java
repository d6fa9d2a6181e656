package io.tocsin.connectors.reading;

import static io.tocsin.connectors.reading.Fixtures.briefs;
import static io.tocsin.connectors.reading.Fixtures.json;
import static io.tocsin.connectors.reading.Fixtures.read;
import static io.tocsin.connectors.reading.Fixtures.utf8;
import static io.tocsin.connectors.reading.Fixtures.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tocsin.connectors.reading.Outcome.BadLine;
import io.tocsin.connectors.reading.ReadOptions.FileEnd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReportFileTest {

    private static final ReadOptions FINAL = ReadOptions.defaults();
    private static final ReadOptions GROWING = FINAL.withFileEnd(FileEnd.GROWING);

    @TempDir
    private Path folder;

    private List<Outcome> outcomes(String content, ReadOptions options) {
        return read(write(folder, "a.json", utf8(content)), options);
    }

    private BadLine onlyBadLine(byte[] content) {
        List<Outcome> outcomes = read(write(folder, "a.json", content), FINAL);
        assertThat(outcomes).hasSize(1);
        return (BadLine) outcomes.get(0);
    }

    @Test
    void readsOneReportALine() {
        List<Outcome> outcomes = outcomes(json("1") + "\n" + json("2") + "\n", FINAL);

        assertThat(briefs(outcomes)).containsExactly("1", "2");
        assertThat(outcomes).extracting(outcome -> outcome.line().number()).containsExactly(1L, 2L);
        assertThat(outcomes.get(1).after().bytes()).isEqualTo(2L * (json("1").length() + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n\r\n", "  \t\n \n", "\uFEFF", "\uFEFF\n"})
    void findsNothingInAFileWithoutContent(String content) {
        assertThat(outcomes(content, FINAL)).isEmpty();
    }

    @Test
    void passesOverByteOrderMarkCarriageReturnsAndEmptyLines() {
        List<Outcome> outcomes = outcomes("\uFEFF" + json("1") + "\r\n\r\n \n" + json("2") + "\r\n", FINAL);

        assertThat(briefs(outcomes)).containsExactly("1", "2");
        assertThat(outcomes.get(1).line().number()).isEqualTo(4);
    }

    @Test
    void takesALastLineWithoutEndOnlyWhereTheEndIsFinal() {
        String content = json("1") + "\n" + json("2");

        assertThat(briefs(outcomes(content, FINAL))).containsExactly("1", "2");
        assertThat(briefs(outcomes(content, GROWING))).containsExactly("1");
    }

    @Test
    void goesOnAfterEveryBadLine() {
        String content = String.join("\n", json("1"), "{", json("2"), "[]", json("3"), "{\"id\":\"4\"}", json("5"));

        assertThat(briefs(outcomes(content, FINAL)))
                .containsExactly("1", "malformed-json", "2", "malformed-json", "3", "invalid-field", "5");
    }

    @Test
    void namesTheFieldThatIsToBlame() {
        BadLine wrongType = onlyBadLine(utf8(json("1").replace("\"IQ\"", "7")));
        assertThat(wrongType.reason()).isEqualTo(Reason.INVALID_FIELD);
        assertThat(wrongType.field()).contains("place.country");

        BadLine unknown = onlyBadLine(utf8(json("1").replace("\"category\"", "\"kategory\"")));
        assertThat(unknown.reason()).isEqualTo(Reason.INVALID_FIELD);
        assertThat(unknown.field()).contains("kategory");
    }

    @Test
    void keepsTheBytesOfALineThatIsNoUtf8() {
        byte[] content = utf8(json("1"));
        content[8] = (byte) 0xFF;

        BadLine bad = onlyBadLine(content);

        assertThat(bad.reason()).isEqualTo(Reason.NOT_UTF_8);
        assertThat(bad.line().bytes()).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 6, 7, 5_000, 70_000, 200_000})
    void passesOverALineThatIsTooLongAndKeepsItsBeginning(int excess) {
        int limit = json("1").length();
        String content = json("1") + "\n" + "x".repeat(limit + excess) + "\n" + json("2") + "\n";

        List<Outcome> outcomes = outcomes(content, FINAL.withLineMaxBytes(limit));

        assertThat(briefs(outcomes)).containsExactly("1", "oversized-line", "2");
        Line line = outcomes.get(1).line();
        assertThat(line.length()).isEqualTo(limit + excess);
        assertThat(line.bytes()).hasSizeLessThanOrEqualTo(limit).containsOnly('x');
        assertThat(outcomes.get(2).line().number()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", ""})
    void readsALineThatIsAsLongAsAllowed(String lineEnd) {
        ReadOptions options = FINAL.withLineMaxBytes(json("1").length());

        assertThat(briefs(outcomes("\uFEFF" + json("1") + lineEnd, options))).containsExactly("1");
        assertThat(briefs(outcomes("\uFEFF" + json("10") + lineEnd, options))).containsExactly("oversized-line");
    }

    @Test
    void readsThroughGzip() {
        byte[] content = utf8(json("1") + "\n" + json("2"));
        Path file = write(folder, "a.json.gz", Fixtures.gzip(content));

        assertThat(briefs(read(file, FINAL))).containsExactly("1", "2");
        assertThat(briefs(read(file, GROWING))).containsExactly("1", "2");
    }

    @Test
    void readsGzipInSeveralMembers() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        members.write(Fixtures.gzip(utf8(json("1") + "\n")));
        members.write(Fixtures.gzip(utf8(json("2") + "\n")));

        assertThat(briefs(read(write(folder, "a.json.gz", members.toByteArray()), FINAL)))
                .containsExactly("1", "2");
    }

    @Test
    void keepsWhatComesBeforeTheEndOfATruncatedGzipFile() {
        byte[] whole = Fixtures.gzip(utf8((json("1") + "\n").repeat(50)));
        Path file = write(folder, "a.json.gz", Arrays.copyOf(whole, whole.length - 12));

        List<Outcome> outcomes = read(file, FINAL);

        assertThat(outcomes).hasSizeGreaterThan(1);
        assertThat(briefs(outcomes.subList(0, outcomes.size() - 1))).containsOnly("1");
        BadLine end = (BadLine) outcomes.get(outcomes.size() - 1);
        assertThat(end.reason()).isEqualTo(Reason.BROKEN_GZIP);
        assertThat(end.message()).contains("ends too early");
    }

    @Test
    void tellsABrokenEndOnceAndOnlyWhereTheEndIsFinal() {
        byte[] whole = Fixtures.gzip(utf8(json("1") + "\n" + json("2") + "\n"));
        Path file = write(folder, "a.json.gz", Arrays.copyOf(whole, whole.length - 4));

        List<Outcome> outcomes = read(file, FINAL);
        Position end = outcomes.get(outcomes.size() - 1).after();

        assertThat(briefs(outcomes)).endsWith("broken-gzip");
        assertThat(read(file, FINAL, end)).isEmpty();
        assertThat(briefs(read(file, GROWING))).doesNotContain("broken-gzip");
    }

    @Test
    void readsOnWhereABrokenGzipFileHasBecomeWhole() {
        byte[] whole = Fixtures.gzip(utf8((json("1") + "\n").repeat(50) + json("2")));
        Path file = write(folder, "a.json.gz", Arrays.copyOf(whole, whole.length - 12));
        List<Outcome> broken = read(file, FINAL);

        write(folder, "a.json.gz", whole);
        List<Outcome> rest = read(file, FINAL, broken.get(broken.size() - 1).after());

        assertThat(broken.size() - 1 + rest.size()).isEqualTo(51);
        assertThat(briefs(rest)).endsWith("2");
    }

    @Test
    void tellsThatAFileIsNoGzip() {
        Path file = write(folder, "a.json.gz", utf8(json("1")));

        assertThat(briefs(read(file, FINAL))).containsExactly("broken-gzip");
    }

    @Test
    void findsNothingInAnEmptyGzipFile() {
        assertThat(read(write(folder, "a.json.gz", new byte[0]), FINAL)).isEmpty();
        assertThat(read(write(folder, "b.json.gz", Fixtures.gzip(new byte[0])), FINAL))
                .isEmpty();
    }

    @Test
    void readsAnyNameWhereTheFormatIsChosen() {
        Path file = write(folder, "a.txt", utf8(json("1")));

        assertThatExceptionOfType(UnknownFormatException.class)
                .isThrownBy(() -> ReportFile.open(file, FINAL))
                .withMessageContaining("a.txt");
        assertThat(briefs(read(file, FINAL.withFormat(Format.JSON)))).containsExactly("1");
    }

    @Test
    void seesWhatIsAppendedWhileItIsOpen() throws IOException {
        Path file = write(folder, "a.json", utf8(""));
        try (ReportFile opened = ReportFile.open(file, GROWING)) {
            assertThat(opened.hasNext()).isFalse();
            Files.write(file, utf8(json("1")));
            assertThat(opened.hasNext()).isFalse();
            Files.write(file, utf8(json("1") + "\n"));
            assertThat(Fixtures.brief(opened.next())).isEqualTo("1");
        }
    }
}
