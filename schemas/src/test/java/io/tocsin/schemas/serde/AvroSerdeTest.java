package io.tocsin.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.tocsin.avro.Alert;
import io.tocsin.avro.Article;
import io.tocsin.avro.Incident;
import io.tocsin.avro.OperatorAction;
import io.tocsin.avro.Report;
import io.tocsin.avro.Rule;
import io.tocsin.avro.SourceStatus;
import io.tocsin.schemas.RandomRecords;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvroSerdeTest {

    private static final String TOPIC = "tocsin.values";
    private static final Map<String, Object> REGISTERING = Map.of("auto.register.schemas", true);
    private static final int ROUNDS = 200;

    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final RandomRecords records = new RandomRecords(42);

    @ParameterizedTest
    @ValueSource(
            classes = {
                Alert.class,
                Article.class,
                Incident.class,
                OperatorAction.class,
                Report.class,
                Rule.class,
                SourceStatus.class
            })
    <T extends SpecificRecord> void everyRecordComesBackAsItWas(Class<T> type) {
        AvroSerde<T> serde = new AvroSerde<>(type, registry, REGISTERING);

        for (int round = 0; round < ROUNDS; round++) {
            T message = records.next(type);

            byte[] bytes = serde.serializer().serialize(TOPIC, message);

            assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(message);
        }
    }

    @Test
    void theBytesStartWithZeroAndTheSchemaId() throws Exception {
        AvroSerde<Report> serde = new AvroSerde<>(Report.class, registry, REGISTERING);

        byte[] bytes = serde.serializer().serialize(TOPIC, records.next(Report.class));

        assertThat(bytes[0]).isZero();
        assertThat(WireFormat.schemaId(bytes))
                .isEqualTo(registry.getLatestSchemaMetadata(TOPIC + "-value").getId());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 65_536, 16_777_216, Integer.MAX_VALUE})
    void aSchemaIdIsFourBytesBigEndian(int id) {
        byte[] bytes = new byte[5];

        WireFormat.putHeader(id, bytes);

        assertThat(WireFormat.schemaId(bytes)).isEqualTo(id);
        assertThat(ByteBuffer.wrap(bytes, 1, 4).getInt()).isEqualTo(id);
    }

    @Test
    void nothingStaysNothing() {
        AvroSerde<Report> serde = new AvroSerde<>(Report.class, registry, Map.of());

        assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
        assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
    }

    @Test
    void aSchemaThatIsNotRegisteredIsRefusedWithTheRemedy() {
        AvroSerde<Report> serde = new AvroSerde<>(Report.class, registry, Map.of());

        assertThatThrownBy(() -> serde.serializer().serialize(TOPIC, records.next(Report.class)))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("io.tocsin.avro.Report under tocsin.values-value")
                .hasMessageContaining("tocsin topics --create");
    }

    @Test
    void manyThreadsMayShareOneSerde() throws Exception {
        AvroSerde<Incident> serde = new AvroSerde<>(Incident.class, registry, REGISTERING);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            RandomRecords own = new RandomRecords(i);
            work.add(() -> allComeBack(serde, own));
        }

        List<Future<Boolean>> results;
        try {
            results = threads.invokeAll(work);
        } finally {
            threads.shutdown();
        }

        for (Future<Boolean> result : results) {
            assertThat(result.get()).isTrue();
        }
    }

    private static boolean allComeBack(AvroSerde<Incident> serde, RandomRecords own) {
        for (int round = 0; round < ROUNDS; round++) {
            Incident message = own.next(Incident.class);
            byte[] bytes = serde.serializer().serialize(TOPIC + round % 3, message);
            if (!message.equals(serde.deserializer().deserialize(TOPIC, bytes))) {
                return false;
            }
        }
        return true;
    }

    @Test
    void aRecordAboveTheLimitIsNotWrittenAndLeavesTheNextOneAlone() {
        AvroSerde<Article> serde = new AvroSerde<>(
                Article.class, registry, Map.of("auto.register.schemas", true, "tocsin.max.record.bytes", 2000));
        Article small = records.next(Article.class);
        Article big = Article.newBuilder(small).setText("x".repeat(3000)).build();

        assertThatThrownBy(() -> serde.serializer().serialize(TOPIC, big))
                .isInstanceOf(RecordTooLargeException.class)
                .hasMessageContaining("tocsin.max.record.bytes");
        byte[] bytes = serde.serializer().serialize(TOPIC, small);
        assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(small);
    }

    @Test
    void aRecordWithoutARequiredFieldIsRefusedWithTheFieldsName() {
        AvroSerde<Report> serde = new AvroSerde<>(Report.class, registry, REGISTERING);
        Report report = records.next(Report.class);
        report.setId(null);

        assertThatThrownBy(() -> serde.serializer().serialize(TOPIC, report))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("id");
    }

    @Test
    void kafkaMayMakeBothHalvesByName() {
        Map<String, Object> properties = Map.of(
                "schema.registry.url", "mock://by-name", "auto.register.schemas", "true", "bootstrap.servers", "x:1");
        try (AvroSerializer<IndexedRecord> serializer = new AvroSerializer<>();
                AvroDeserializer<IndexedRecord> deserializer = new AvroDeserializer<>()) {
            serializer.configure(properties, false);
            deserializer.configure(properties, false);
            Report report = records.next(Report.class);
            Rule rule = records.next(Rule.class);

            assertThat(deserializer.deserialize(TOPIC, serializer.serialize(TOPIC, report)))
                    .isEqualTo(report);
            assertThat(deserializer.deserialize(TOPIC, serializer.serialize(TOPIC, rule)))
                    .isEqualTo(rule);
        }
    }

    @Test
    void genericRecordsAreReadOnRequestAndCanBeWritten() {
        Map<String, Object> properties = Map.of(
                "schema.registry.url",
                "mock://generic",
                "auto.register.schemas",
                "true",
                "specific.avro.reader",
                "false",
                "avro.use.logical.type.converters",
                "true");
        try (AvroSerializer<IndexedRecord> serializer = new AvroSerializer<>();
                AvroDeserializer<IndexedRecord> deserializer = new AvroDeserializer<>()) {
            serializer.configure(properties, false);
            deserializer.configure(properties, false);
            Report report = records.next(Report.class);
            byte[] bytes = serializer.serialize(TOPIC, report);

            GenericRecord generic = (GenericRecord) deserializer.deserialize(TOPIC, bytes);
            GenericRecord again = (GenericRecord) deserializer.deserialize(TOPIC, serializer.serialize(TOPIC, generic));

            assertThat(generic.get("publishedAt")).isEqualTo(report.getPublishedAt());
            assertThat(again.get("publishedAt")).isEqualTo(report.getPublishedAt());
            assertThat(again.get("receivedAt")).isEqualTo(report.getReceivedAt());
            assertThat(again.get("attributes")).isEqualTo(generic.get("attributes"));
        }
    }

    @Test
    void withoutARegistryItDoesNotStart() {
        assertThatThrownBy(() -> AvroSerde.of(Report.class, Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.url");
    }

    @Test
    void aClassThatAvroDoesNotTrustIsRefusedAtTheStartWithTheRemedy() {
        assertThatThrownBy(() -> TrustedClass.require(Thread.class))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("-Dorg.apache.avro.SERIALIZABLE_PACKAGES=java.lang");
    }

    @Test
    void anUnconfiguredHalfSaysSo() {
        try (AvroSerializer<Report> serializer = new AvroSerializer<>();
                AvroDeserializer<Report> deserializer = new AvroDeserializer<>()) {
            assertThatThrownBy(() -> serializer.serialize(TOPIC, records.next(Report.class)))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> deserializer.deserialize(TOPIC, new byte[6]))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
