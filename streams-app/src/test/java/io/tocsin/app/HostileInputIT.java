package io.tocsin.app;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static io.tocsin.fixtures.ReportBuilder.site;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.tocsin.avro.Incident;
import io.tocsin.fixtures.ReportBuilder;
import io.tocsin.incident.Report;
import io.tocsin.schemas.deadletter.DeadLetterHeaders;
import io.tocsin.topology.ReportRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever producers and the registry do to it, every report ends in its place. */
@Timeout(240)
class HostileInputIT {

    private static final int PARTITIONS = 3;
    private static final String ROUND = TestCluster.APPLICATION + "-rerouted-repartition";
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path data;

    @Test
    void everyRecordEndsInItsPlaceAndGoodOnesArriveBetweenThem() throws Exception {
        try (TestCluster cluster = new TestCluster(data, PARTITIONS);
                TocsinApp app = TocsinApp.start(Configuration.of(cluster.configuration()))) {
            // Given
            Sender sender = new Sender(cluster);

            // When
            sender.bury("empty", good -> new byte[0]);
            sender.bury("empty", good -> null);
            sender.bury("wrong-magic", good -> "garbage, no Avro".getBytes(UTF_8));
            sender.bury("wrong-magic", good -> with(good, 0, (byte) 1));
            sender.bury("truncated", good -> new byte[] {0, 0});
            sender.bury("truncated", good -> Arrays.copyOf(good, good.length / 2));
            sender.bury("trailing-bytes", good -> Arrays.copyOf(good, good.length + 7));
            sender.bury("unknown-schema-id", good -> with(good, 1, (byte) 0x7f));
            sender.bury("malformed", good -> with(good, 5, (byte) 0xff));
            sender.bury("oversized", good -> new byte[(1 << 20) + 1]);
            sender.bury("oversized", good -> new byte[(1 << 20) + (1 << 15)]);
            sender.bury("constraint", "id", report -> report.setId(" "));
            sender.bury("constraint", "place.lat", report -> {
                report.getPlace().setLat(95.0);
                report.getPlace().setLon(44.0);
            });
            sender.bury(
                    "constraint", "place.country", report -> report.getPlace().setCountry("iq"));
            sender.bury(
                    "constraint",
                    "occurrence.until",
                    report -> report.getOccurrence().setUntil(Instant.EPOCH));
            sender.bury(
                    "future", "publishedAt", report -> report.setPublishedAt(Instant.parse("2100-01-01T00:00:00Z")));
            sender.reroute(null);
            sender.reroute(new byte[0]);
            sender.reroute("XX".getBytes(UTF_8));
            sender.reroute(new byte[100_000]);
            sender.rerouteToTheNextPartition();
            sender.sendAsLibrdkafkaDoes("IQ", "SY", "AF", "YE", "UA");
            sender.accept(sender.report().attributes(largest()).build());

            // Then
            await().atMost(LONG).untilAsserted(() -> {
                assertThat(sender.arrived()).containsExactlyInAnyOrderElementsOf(sender.toArrive);
                assertThat(sender.buried()).hasSize(sender.toBury.size());
                assertThat(cluster.records(ROUND, "read_committed")).hasSize(sender.toReroute);
            });
            sender.everyLetterSaysWhatWhereAndWhy();
            assertThat(cluster.committed(cluster.topics().alerts())).isEmpty();
            assertThat(app.isReady()).isTrue();
        }
    }

    @Test
    void knownSchemasGoOnWithoutTheRegistryAndAnUnknownOneWaitsForIt() throws Exception {
        try (TestCluster cluster = new TestCluster(data, PARTITIONS);
                TocsinApp app = TocsinApp.start(Configuration.of(cluster.configuration()))) {
            // Given
            Sender sender = new Sender(cluster);
            int newer = register(cluster, newerSchema());
            sender.accept(sender.report().build());
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(sender.arrived()).isEqualTo(sender.toArrive));

            // When
            cluster.stopRegistry();
            sender.accept(sender.report().build());
            await().atMost(LONG)
                    .untilAsserted(
                            () -> assertThat(sender.arrived()).containsExactlyInAnyOrderElementsOf(sender.toArrive));
            List<String> before = List.copyOf(sender.toArrive);
            sender.acceptAs(newer, newerSchema());
            sender.accept(sender.report().build());
            await().during(Duration.ofSeconds(8))
                    .atMost(LONG)
                    .until(() -> sender.arrived().size() == before.size());
            cluster.startRegistryAgain();

            // Then
            await().atMost(LONG)
                    .untilAsserted(
                            () -> assertThat(sender.arrived()).containsExactlyInAnyOrderElementsOf(sender.toArrive));
            assertThat(sender.buried()).isEmpty();
            assertThat(app.isReady()).isTrue();
        }
    }

    /** Sends records, and keeps what is to become of them. */
    private static final class Sender {
        private final TestCluster cluster;
        private final List<String> toArrive = new ArrayList<>();
        private final Map<String, Letter> toBury = new HashMap<>();
        private int toReroute;
        private int number;

        private record Letter(String reason, Optional<String> field, byte[] key, byte[] value, RecordMetadata from) {}

        Sender(TestCluster cluster) {
            this.cluster = cluster;
        }

        /** A report of an incident of its own. */
        ReportBuilder report() {
            number++;
            return aReport().id("r" + number).in(site("IQ", "Al Anbar", "Hit", "Site " + number));
        }

        void accept(Report report) {
            toArrive.add(report.id().id());
            cluster.send(report);
        }

        /** Sends a record that has to be buried, and a good one after it into the same partition. */
        void bury(String reason, UnaryOperator<byte[]> spoil) throws ExecutionException, InterruptedException {
            bury(reason, Optional.empty(), spoil.apply(cluster.encoded(report().build())));
        }

        /** Sends a report that has to be buried for the sake of a field. */
        void bury(String reason, String field, Consumer<io.tocsin.avro.Report> breaking)
                throws ExecutionException, InterruptedException {
            io.tocsin.avro.Report report = ReportRecords.record(report().build());
            breaking.accept(report);
            byte[] value = cluster.encoded(
                    io.tocsin.avro.Report.class, cluster.topics().reports(), report);
            bury(reason, Optional.of(field), value);
        }

        private void bury(String reason, Optional<String> field, byte[] value)
                throws ExecutionException, InterruptedException {
            byte[] key = "IQ".getBytes(UTF_8);
            ProducerRecord<byte[], byte[]> record = record(Optional.empty(), key, value);
            record.headers().add("traceparent", "kept".getBytes(UTF_8));
            RecordMetadata from = cluster.send(record).get();
            toBury.put(from.partition() + "/" + from.offset(), new Letter(reason, field, key, value, from));
            accept(report().build());
        }

        void reroute(byte[] key) {
            Report report = report().build();
            toReroute++;
            toArrive.add(report.id().id());
            cluster.send(record(Optional.of(0), key, cluster.encoded(report)));
        }

        void rerouteToTheNextPartition() {
            Report report = report().build();
            byte[] key = report.place().country().getBytes(UTF_8);
            toReroute++;
            toArrive.add(report.id().id());
            cluster.send(record(Optional.of((home(key) + 1) % PARTITIONS), key, cluster.encoded(report)));
        }

        void sendAsLibrdkafkaDoes(String... countries) {
            for (String country : countries) {
                Report report = report().in(site(country, "P", "D", "S")).build();
                byte[] key = country.getBytes(UTF_8);
                CRC32 crc = new CRC32();
                crc.update(key);
                int partition = (int) (crc.getValue() % PARTITIONS);
                toReroute += partition == home(key) ? 0 : 1;
                toArrive.add(report.id().id());
                cluster.send(record(Optional.of(partition), key, cluster.encoded(report)));
            }
            assertThat(toReroute).as("some lie elsewhere").isPositive();
        }

        void acceptAs(int schemaId, Schema schema) throws IOException {
            Report report = report().build();
            toArrive.add(report.id().id());
            byte[] value = rewritten(cluster.encoded(report), schemaId, schema);
            cluster.send(record(Optional.empty(), report.place().country().getBytes(UTF_8), value));
        }

        private ProducerRecord<byte[], byte[]> record(Optional<Integer> partition, byte[] key, byte[] value) {
            return new ProducerRecord<>(cluster.topics().reports().name(), partition.orElse(null), key, value);
        }

        private static int home(byte[] key) {
            return Utils.toPositive(Utils.murmur2(key)) % PARTITIONS;
        }

        /** The ids of the reports of which there are incidents, once for each revision. */
        List<String> arrived() {
            return cluster.committed(cluster.topics().incidents()).stream()
                    .map(Incident::getMembers)
                    .map(members -> members.get(0).getReportId())
                    .toList();
        }

        List<ConsumerRecord<byte[], byte[]>> buried() {
            return cluster.records(cluster.topics().deadLetters().name(), "read_committed");
        }

        void everyLetterSaysWhatWhereAndWhy() {
            for (ConsumerRecord<byte[], byte[]> record : buried()) {
                DeadLetterHeaders headers = DeadLetterHeaders.read(record.headers());
                String where = headers.get(DeadLetterHeaders.PARTITION).orElseThrow() + "/"
                        + headers.get(DeadLetterHeaders.OFFSET).orElseThrow();
                Letter letter = toBury.remove(where);
                assertThat(letter).as("something to bury at %s", where).isNotNull();
                assertThat(headers.get(DeadLetterHeaders.STAGE)).hasValue("admit");
                assertThat(headers.get(DeadLetterHeaders.REASON)).hasValue(letter.reason());
                assertThat(headers.get(DeadLetterHeaders.FIELD)).isEqualTo(letter.field());
                assertThat(headers.get(DeadLetterHeaders.MESSAGE)).isPresent();
                assertThat(headers.get(DeadLetterHeaders.TOPIC))
                        .hasValue(letter.from().topic());
                assertThat(headers.get(DeadLetterHeaders.TIMESTAMP))
                        .hasValue(Long.toString(letter.from().timestamp()));
                assertThat(record.headers().lastHeader("traceparent").value()).isEqualTo("kept".getBytes(UTF_8));
                assertThat(record.key()).isEqualTo(letter.key());
                assertThat(record.value()).isEqualTo(letter.value());
            }
            assertThat(toBury).isEmpty();
        }
    }

    /** A schema that a later release may write: with a field more. */
    private static Schema newerSchema() {
        Schema current = io.tocsin.avro.Report.getClassSchema();
        List<Schema.Field> fields = new ArrayList<>();
        current.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        fields.add(new Schema.Field("mood", Schema.create(Schema.Type.STRING), "For a later release.", "calm"));
        return Schema.createRecord(current.getName(), current.getDoc(), current.getNamespace(), false, fields);
    }

    private static int register(TestCluster cluster, Schema schema) throws Exception {
        try (CachedSchemaRegistryClient client =
                new CachedSchemaRegistryClient(cluster.registryProperties().get("schema.registry.url"), 10)) {
            return client.register(cluster.topics().reports().name() + "-value", new AvroSchema(schema));
        }
    }

    private static byte[] rewritten(byte[] value, int schemaId, Schema schema) throws IOException {
        GenericRecord record = new GenericDatumReader<GenericRecord>(io.tocsin.avro.Report.getClassSchema(), schema)
                .read(null, DecoderFactory.get().binaryDecoder(value, 5, value.length - 5, null));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(ByteBuffer.allocate(5).put((byte) 0).putInt(schemaId).array());
        var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(schema, GenericData.get()).write(record, encoder);
        return out.toByteArray();
    }

    /** Attributes that make a report nearly as long as a record may be. */
    private static Map<String, String> largest() {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < 100; i++) {
            attributes.put("a" + i, String.join("", Collections.nCopies(8_000, "x")));
        }
        return attributes;
    }

    private static byte[] with(byte[] bytes, int at, byte value) {
        bytes[at] = value;
        return bytes;
    }
}
