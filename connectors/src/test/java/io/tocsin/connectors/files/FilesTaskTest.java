package io.tocsin.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.tocsin.avro.Report;
import io.tocsin.connectors.gdelt.Rows;
import io.tocsin.connectors.publishing.PublishingSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTaskTest {

    @TempDir
    private Path folder;

    private final TaskRig rig = new TaskRig();

    private static String json(String id) {
        return json(id, "\"IQ\"");
    }

    private static String json(String id, String country) {
        return "{\"id\":\"" + id
                + "\",\"source\":{\"id\":\"x\",\"kind\":\"field\"},\"publishedAt\":\"2021-05-04T20:00:00Z\","
                + "\"occurrence\":{\"from\":\"2021-05-04T00:00:00Z\",\"until\":\"2021-05-05T00:00:00Z\",\"precision\":\"day\"},"
                + "\"category\":\"rocket\",\"place\":{\"country\":" + country + ",\"precision\":\"country\"}}";
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static void append(Path file, String more) throws IOException {
        Files.writeString(file, more, StandardOpenOption.APPEND);
    }

    @Test
    void givesAReportReadyInTheWireFormatUnderItsCountry() throws Exception {
        Path file = file("a.json", json("1") + "\n");

        SourceRecord record = rig.reading(file).run().get(0);

        assertThat(record.topic()).isEqualTo("tocsin.reports");
        assertThat(record.kafkaPartition()).isNull();
        assertThat(record.timestamp()).isNull();
        assertThat(record.keySchema()).isEqualTo(Schema.OPTIONAL_BYTES_SCHEMA);
        assertThat(record.valueSchema()).isEqualTo(Schema.BYTES_SCHEMA);
        assertThat(TaskRig.text(record.key())).isEqualTo("IQ");
        assertThat(record.headers()).isEmpty();
        assertThat(record.sourcePartition()).isEqualTo(Map.of("file", file.toString()));
        Report report = rig.report(record);
        assertThat(report.getId()).isEqualTo("1");
        assertThat(report.getReceivedAt()).isEqualTo(TaskRig.NOW.truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void keepsTheTimeOfReceiptThatTheReportHas() throws Exception {
        String received = json("1").replace("\"category\"", "\"receivedAt\":\"2021-05-04T21:00:00Z\",\"category\"");

        SourceRecord record = rig.reading(file("a.json", received)).run().get(0);

        assertThat(rig.report(record).getReceivedAt()).isEqualTo(Instant.parse("2021-05-04T21:00:00Z"));
    }

    @Test
    void keysReportsByTheirCountryInCapitalsAndUnknownOnesByXX() throws Exception {
        String lines = String.join("\n", json("1", "\"ua\""), json("2", "null"), json("3", "\"Irak\""));

        List<SourceRecord> records = rig.reading(file("a.json", lines)).run();

        assertThat(records).extracting(record -> TaskRig.text(record.key())).containsExactly("UA", "XX", "XX");
    }

    @Test
    void givesABadLineAsADeadLetterAndGoesOn() throws Exception {
        Path file = file("a.json", json("1") + "\n" + json("2").replace("\"IQ\"", "7") + "\n{\n" + json("4") + "\n");

        List<SourceRecord> records =
                rig.with(PublishingSettings.TOPIC_PREFIX, "desk").reading(file).run();

        assertThat(rig.briefs(records)).containsExactly("1", "invalid-field", "malformed-json", "4");
        SourceRecord letter = records.get(1);
        assertThat(letter.topic()).isEqualTo("desk.dead-letters");
        assertThat(letter.key()).isNull();
        assertThat(TaskRig.text(letter.value())).isEqualTo(json("2").replace("\"IQ\"", "7"));
        assertThat(TaskRig.header(letter, "tocsin.error.stage")).isEqualTo("files");
        assertThat(TaskRig.header(letter, "tocsin.error.field")).isEqualTo("place.country");
        assertThat(TaskRig.header(letter, "tocsin.error.message")).contains("place.country");
        assertThat(TaskRig.header(letter, "tocsin.error.file")).isEqualTo(file.toString());
        assertThat(TaskRig.header(letter, "tocsin.error.line")).isEqualTo("2");
        assertThat(records.get(2).headers().lastWithName("tocsin.error.field")).isNull();
    }

    @Test
    void losesAndRepeatsNothingWhereverItIsRestarted() throws Exception {
        Path table = Path.of("src", "test", "resources", "restart.csv");
        Path lines = file("a.json", String.join("\n", json("1"), "", "{", json("2"), "é", json("3")));
        List<String> whole =
                sortedOffsets(new TaskRig().reading(lines).reading(table).run());
        Random random = new Random(5);
        for (int round = 0; round < 40; round++) {
            TaskRig restarted = new TaskRig().reading(lines).reading(table).with(FilesConfig.BATCH_SIZE, "4");
            List<SourceRecord> acknowledged = new ArrayList<>();
            for (int run = 0; run < 4; run++) {
                FilesTask task = restarted.started();
                List<SourceRecord> batch = task.poll();
                task.stop();
                List<SourceRecord> sent = batch == null ? List.of() : batch;
                List<SourceRecord> kept = sent.subList(0, random.nextInt(sent.size() + 1));
                kept.forEach(restarted::store);
                acknowledged.addAll(kept);
            }
            acknowledged.addAll(restarted.run());

            assertThat(sortedOffsets(acknowledged)).isEqualTo(whole);
        }
    }

    private static List<String> sortedOffsets(List<SourceRecord> records) {
        return records.stream()
                .map(record -> record.topic()
                        + TaskRig.text(record.sourceOffset().toString().getBytes(StandardCharsets.UTF_8)))
                .sorted()
                .toList();
    }

    @Test
    void givesWhatIsAppendedOnceItsLineIsWhole() throws Exception {
        Path file = file("a.json", json("1") + "\n");
        FilesTask task = rig.with(FilesConfig.FOLLOW, "true").reading(file).started();
        assertThat(rig.briefs(TaskRig.drain(task))).containsExactly("1");

        append(file, json("2").substring(0, 20));
        assertThat(TaskRig.drain(task)).isEmpty();
        append(file, json("2").substring(20) + "\n" + json("3"));
        assertThat(rig.briefs(TaskRig.drain(task))).containsExactly("2");
        append(file, "\n");
        assertThat(rig.briefs(TaskRig.drain(task))).containsExactly("3");
        task.stop();
    }

    @Test
    void takesTheLastLineWithoutEndAndStaysIdleWhereItDoesNotFollow() throws Exception {
        Path file = file("a.json", json("1"));
        FilesTask task = rig.reading(file).started();
        assertThat(rig.briefs(TaskRig.drain(task))).containsExactly("1");

        append(file, "\n" + json("2"));

        assertThat(TaskRig.drain(task)).isEmpty();
        task.stop();
    }

    @Test
    void readsAReplacedAndATruncatedFileAnew() throws Exception {
        Path file = file("a.json", json("1") + "\n" + json("2") + "\n");
        FilesTask task = rig.with(FilesConfig.FOLLOW, "true").reading(file).started();
        assertThat(rig.briefs(TaskRig.drain(task))).containsExactly("1", "2");

        file("a.json", json("3") + "\n" + json("4") + "\n" + json("5") + "\n");
        assertThat(rig.briefs(TaskRig.drain(task))).containsExactly("3", "4", "5");
        file("a.json", json("3") + "\n");
        assertThat(rig.briefs(TaskRig.drain(task))).containsExactly("3");
        task.stop();
    }

    @Test
    void readsAFileThatComesLate() throws Exception {
        FilesTask task = rig.reading(folder.resolve("late.json")).started();
        assertThat(TaskRig.drain(task)).isEmpty();

        file("late.json", json("1"));

        assertThat(rig.briefs(TaskRig.drain(task))).containsExactly("1");
        task.stop();
    }

    @Test
    void letsAnUnfinishedGzipFileBecomeWhole() throws Exception {
        byte[] whole = gzip((json("1") + "\n").repeat(50) + json("2"));
        Path file = Files.write(folder.resolve("a.json.gz"), Arrays.copyOf(whole, whole.length - 12));
        FilesTask task = rig.with(FilesConfig.FOLLOW, "true").reading(file).started();
        List<SourceRecord> first = TaskRig.drain(task);
        assertThat(rig.briefs(first)).endsWith("broken-gzip");
        assertThat(TaskRig.drain(task)).isEmpty();
        first.forEach(rig::store);
        task.stop();

        FilesTask restarted = rig.started();
        assertThat(TaskRig.drain(restarted)).isEmpty();
        Files.write(file, whole);
        List<SourceRecord> rest = TaskRig.drain(restarted);

        assertThat(first.size() - 1 + rest.size()).isEqualTo(51);
        assertThat(rig.briefs(rest)).endsWith("2").doesNotContain("broken-gzip");
        restarted.stop();
    }

    private static byte[] gzip(String content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    @Test
    void tellsTheLastRowsOfAnExportOnceItHasStoppedGrowing() throws Exception {
        String rows = Rows.file(
                Rows.attack(1, "20260601120000"),
                Rows.attack(2, "20260601120000").article("b"));
        Path file = file("20260601120000.export.CSV", rows);
        FilesTask task = rig.with(FilesConfig.FOLLOW, "true").reading(file).started();

        List<SourceRecord> first = TaskRig.drain(task);
        task.stop();
        rig.store(first.get(0));

        assertThat(rig.briefs(first)).containsExactly("gdelt:1", "gdelt:2");
        assertThat(rig.briefs(rig.run())).containsExactly("gdelt:2");
    }

    @Test
    void readsTheOthersWhereOneFileCannotBeRead() throws Exception {
        rig.reading(file("a.unknown", "x")).reading(folder).reading(file("b.json", json("1")));

        assertThat(rig.briefs(rig.run())).containsExactly("1");
    }

    @Test
    void readsItsFilesOneAfterTheOther() throws Exception {
        rig.with(FilesConfig.BATCH_SIZE, "2")
                .reading(file("a.json", String.join("\n", json("a1"), json("a2"), json("a3"), json("a4"))))
                .reading(file("b.json", json("b1")));

        assertThat(rig.briefs(rig.run())).containsExactly("a1", "a2", "a3", "a4", "b1");
    }

    @Test
    void makesAReportThatIsTooLargeADeadLetter() throws Exception {
        String lines = json("1") + "\n" + json("2");

        List<SourceRecord> records = rig.with("tocsin.max.record.bytes", "20")
                .reading(file("a.json", lines))
                .run();

        assertThat(rig.briefs(records)).containsExactly("oversized-line", "oversized-line");
    }

    @Test
    void losesNothingWhileTheRegistryIsAway() throws Exception {
        AtomicInteger status = new AtomicInteger(503);
        HttpServer registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/", exchange -> {
            byte[] body = (status.get() == 200 ? "{\"id\":1}" : "{\"error_code\":503,\"message\":\"away\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status.get(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        registry.start();
        try {
            rig.with(
                            PublishingSettings.REGISTRY_URL,
                            "http://127.0.0.1:" + registry.getAddress().getPort())
                    .reading(file("a.json", "{\n" + json("1") + "\n" + json("2")));
            FilesTask task = rig.started();
            assertThat(task.poll()).hasSize(1);
            assertThatExceptionOfType(RetriableException.class).isThrownBy(task::poll);

            status.set(200);

            assertThat(TaskRig.drain(task)).hasSize(2);
            task.stop();
        } finally {
            registry.stop(0);
        }
    }

    @Test
    void refusesAStoredOffsetThatItCannotRead() throws Exception {
        Path file = file("a.json", json("1"));
        rig.reading(file)
                .store(new SourceRecord(
                        Map.of("file", file.toString()), Map.of("position", "x"), "t", Schema.BYTES_SCHEMA, null));

        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(rig::started)
                .withMessageContaining(file.toString());
    }

    @Test
    void givesNothingOnceItIsStopped() throws Exception {
        FilesTask task = rig.reading(file("a.json", json("1"))).started();
        task.stop();

        assertThat(task.poll()).isNull();
    }
}
