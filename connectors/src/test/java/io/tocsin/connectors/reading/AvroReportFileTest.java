package io.tocsin.connectors.reading;

import static io.tocsin.connectors.reading.Fixtures.briefs;
import static io.tocsin.connectors.reading.Fixtures.gzip;
import static io.tocsin.connectors.reading.Fixtures.json;
import static io.tocsin.connectors.reading.Fixtures.read;
import static io.tocsin.connectors.reading.Fixtures.utf8;
import static io.tocsin.connectors.reading.Fixtures.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.Article;
import io.tocsin.avro.Report;
import io.tocsin.connectors.reading.Outcome.BadLine;
import io.tocsin.connectors.reading.Outcome.ReportRead;
import io.tocsin.connectors.reading.ReadOptions.FileEnd;
import io.tocsin.schemas.json.JsonForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Avro container files of reports. */
class AvroReportFileTest {

    private static final ReadOptions FINAL = ReadOptions.defaults();
    private static final ReadOptions GROWING = FINAL.withFileEnd(FileEnd.GROWING);
    private static final JsonForm<Report> FORM = JsonForm.of(Report.class);
    private static final byte[] SYNC = "sixteen bytes ..".getBytes(StandardCharsets.US_ASCII);
    private static final int BLOCK = 3;

    @TempDir
    private Path folder;

    private static Report report(String id) {
        return FORM.read(json(id));
    }

    private static List<String> ids(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "r" + i).toList();
    }

    /** A file with three reports in a block. */
    private static byte[] avro(int count) {
        return avro(count, CodecFactory.nullCodec());
    }

    private static byte[] avro(int count, CodecFactory codec) {
        return avro(
                Report.getClassSchema(),
                ids(count).stream().map(AvroReportFileTest::report).toList(),
                codec);
    }

    private static <T> byte[] avro(Schema schema, List<T> records, CodecFactory codec) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (DataFileWriter<T> writer = new DataFileWriter<>(new SpecificDatumWriter<T>(schema))) {
            writer.setCodec(codec).create(schema, file, SYNC);
            for (int i = 0; i < records.size(); i++) {
                writer.append(records.get(i));
                if ((i + 1) % BLOCK == 0) {
                    writer.sync();
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** Where the sync markers begin; the first ends the head. */
    private static List<Integer> marks(byte[] file) {
        return IntStream.rangeClosed(0, file.length - SYNC.length)
                .filter(i -> Arrays.equals(file, i, i + SYNC.length, SYNC, 0, SYNC.length))
                .boxed()
                .toList();
    }

    private Path file(byte[] content) {
        return write(folder, "a.avro", content);
    }

    private static String message(Outcome outcome) {
        return ((BadLine) outcome).message();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "deflate", "snappy", "zstandard"})
    void isReadRecordByRecord(String codec) {
        List<Outcome> outcomes = read(file(avro(8, CodecFactory.fromString(codec))), FINAL);

        assertThat(briefs(outcomes)).isEqualTo(ids(8));
        assertThat(((ReportRead) outcomes.get(7)).report()).isEqualTo(report("r8"));
        assertThat(outcomes)
                .extracting(outcome -> outcome.line().number())
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void isReadPackedAsAWhole() {
        assertThat(briefs(read(write(folder, "a.avro.gz", gzip(avro(4))), FINAL)))
                .isEqualTo(ids(4));
    }

    @Test
    void losesAndRepeatsNothingWhereverItIsResumed() {
        Path file = file(avro(11, CodecFactory.deflateCodec(6)));
        List<Outcome> whole = read(file, FINAL);
        for (int i = 0; i < whole.size(); i++) {
            List<Outcome> rest = read(file, FINAL, whole.get(i).after());

            assertThat(briefs(rest)).isEqualTo(ids(11).subList(i + 1, 11));
        }
    }

    @Test
    void readsTheSameHoweverItGrew() {
        Random random = new Random(5);
        byte[] content = avro(20);
        List<String> pieces = new ArrayList<>();
        Position position = Position.START;
        int length = 0;
        while (length < content.length) {
            length = Math.min(content.length, length + 1 + random.nextInt(900));
            List<Outcome> more = read(file(Arrays.copyOf(content, length)), GROWING, position);
            pieces.addAll(briefs(more));
            position = more.isEmpty() ? position : more.get(more.size() - 1).after();
        }

        assertThat(pieces).isEqualTo(ids(20));
    }

    @Test
    void costsADamagedBlockOnly() {
        byte[] content = avro(9);
        int secondBlock = marks(content).get(1) + SYNC.length;
        // the length of the second block
        content[secondBlock + 1] ^= 0x10;

        List<Outcome> outcomes = read(file(content), FINAL);

        assertThat(briefs(outcomes)).containsExactly("r1", "r2", "r3", "broken-block", "r7", "r8", "r9");
        assertThat(message(outcomes.get(3))).contains("the block at byte " + secondBlock);
        assertThat(briefs(read(file(content), FINAL, outcomes.get(3).after()))).containsExactly("r7", "r8", "r9");
    }

    @Test
    void costsTheRestOfABlockBehindADamagedRecord() {
        byte[] content = avro(6);
        byte[] id = utf8("\u0004r2");
        int second = IntStream.range(0, content.length)
                .filter(i -> Arrays.equals(content, i, i + id.length, id, 0, id.length))
                .findFirst()
                .orElseThrow();
        // a name of a thousand million bytes
        byte[] huge = {(byte) 0x80, (byte) 0xA8, (byte) 0xD6, (byte) 0xB9, 0x07};
        System.arraycopy(huge, 0, content, second, huge.length);

        assertThat(briefs(read(file(content), FINAL))).containsExactly("r1", "broken-block", "r4", "r5", "r6");
    }

    @Test
    void costsEverythingFromADamageBehindWhichNoBlockEnds() {
        byte[] content = avro(6);
        List<Integer> marks = marks(content);
        content[marks.get(1) + SYNC.length] = (byte) 0x81;
        content[marks.get(2)] ^= 1;

        assertThat(briefs(read(file(content), FINAL))).containsExactly("r1", "r2", "r3", "broken-block");
        assertThat(briefs(read(file(content), GROWING))).containsExactly("r1", "r2", "r3");
    }

    @Test
    void tellsThatItEndsTooEarlyOnceThatIsFinal() {
        byte[] content = avro(6);
        Path file = file(Arrays.copyOf(content, content.length - 20));

        List<Outcome> outcomes = read(file, FINAL);

        assertThat(briefs(outcomes)).containsExactly("r1", "r2", "r3", "broken-block");
        assertThat(read(file, FINAL, outcomes.get(3).after())).isEmpty();
        assertThat(briefs(read(file(content), FINAL, outcomes.get(3).after()))).containsExactly("r4", "r5", "r6");
    }

    @Test
    void unpacksNoBomb() throws IOException {
        Report report = report("r1");
        report.setSummary("0".repeat(80 << 20));
        Path bomb = file(avro(Report.getClassSchema(), List.of(report, report("r2")), CodecFactory.deflateCodec(9)));

        List<Outcome> outcomes = read(bomb, FINAL);

        assertThat(briefs(outcomes)).containsExactly("broken-block", "r2");
        assertThat(message(outcomes.get(0))).contains("once unpacked");
    }

    @Test
    void refusesARecordThatIsTooLong() {
        Report report = report("r1");
        report.setSummary("0".repeat(5_000));
        byte[] content = avro(Report.getClassSchema(), List.of(report, report("r2")), CodecFactory.nullCodec());

        List<Outcome> outcomes = read(file(content), FINAL.withLineMaxBytes(4_000));

        assertThat(briefs(outcomes)).containsExactly("oversized-line", "r2");
        assertThat(outcomes.get(0).line().bytes()).hasSize(1024);
    }

    @Test
    void refusesRecordsThatAreNoReports() {
        byte[] articles = avro(Article.getClassSchema(), List.of(), CodecFactory.nullCodec());

        List<Outcome> outcomes = read(file(articles), FINAL);

        assertThat(briefs(outcomes)).containsExactly("unknown-schema");
        assertThat(message(outcomes.get(0))).contains("Article");
        assertThat(read(file(articles), FINAL, outcomes.get(0).after())).isEmpty();
    }

    @Test
    void refusesAHeadThatIsNone() {
        byte[] endless = Arrays.copyOf(avro(1), 3 << 20);
        Arrays.fill(endless, 4, endless.length, (byte) 2);

        assertThat(briefs(read(file(utf8("{\"no\": \"avro\"}")), FINAL))).containsExactly("unknown-schema");
        assertThat(briefs(read(file(endless), FINAL))).containsExactly("unknown-schema");
    }

    @Test
    void refusesBlocksThatArePackedOtherwise() {
        byte[] content = avro(1);
        byte[] codec = utf8("avro.codec\u0008null");
        int at = IntStream.range(0, content.length)
                .filter(i -> Arrays.equals(content, i, i + codec.length, codec, 0, codec.length))
                .findFirst()
                .orElseThrow();
        System.arraycopy(utf8("lzma"), 0, content, at + codec.length - 4, 4);

        List<Outcome> outcomes = read(file(content), FINAL);

        assertThat(briefs(outcomes)).containsExactly("unknown-schema");
        assertThat(message(outcomes.get(0))).contains("lzma");
    }

    @Test
    void saysNothingWhereNothingIsInIt() {
        assertThat(read(file(new byte[0]), FINAL)).isEmpty();
        assertThat(read(file(avro(0)), FINAL)).isEmpty();
    }

    @Test
    void survivesAnyDamage() {
        Random random = new Random(9);
        byte[] whole = avro(9, CodecFactory.deflateCodec(6));
        int head = marks(whole).get(0) + SYNC.length;
        for (int round = 0; round < 300; round++) {
            byte[] content = whole.clone();
            for (int i = 0; i < 1 + round % 4; i++) {
                content[head + random.nextInt(content.length - head)] = (byte) random.nextInt();
            }

            List<Outcome> outcomes = read(file(content), FINAL);

            Position last = outcomes.get(outcomes.size() - 1).after();
            assertThat(read(file(content), FINAL, last)).isEmpty();
            for (int i = 0; i < outcomes.size(); i += 4) {
                List<Outcome> rest = read(file(content), FINAL, outcomes.get(i).after());
                assertThat(briefs(rest)).isEqualTo(briefs(outcomes.subList(i + 1, outcomes.size())));
            }
        }
    }
}
