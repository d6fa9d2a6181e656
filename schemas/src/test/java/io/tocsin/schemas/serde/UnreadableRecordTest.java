package io.tocsin.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.tocsin.avro.Report;
import io.tocsin.avro.Rule;
import io.tocsin.schemas.RandomRecords;
import io.tocsin.schemas.serde.UnreadableRecordException.Reason;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnreadableRecordTest {

    private static final String TOPIC = "tocsin.reports";
    private static final Map<String, Object> PROPERTIES =
            Map.of("auto.register.schemas", true, "tocsin.max.record.bytes", 10_000);

    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final AvroSerde<Report> serde = new AvroSerde<>(Report.class, registry, PROPERTIES);
    private final RandomRecords records = new RandomRecords(3);
    private byte[] good;

    @BeforeEach
    void writeOneGoodRecord() {
        good = serde.serializer().serialize(TOPIC, records.next(Report.class));
    }

    @Test
    void noByteIsEmpty() {
        assertRefused(new byte[0], Reason.EMPTY);
    }

    @Test
    void anotherFirstByteIsWrongMagic() {
        good[0] = '{';

        assertRefused(good, Reason.WRONG_MAGIC);
    }

    @Test
    void everyPrefixIsTruncated() {
        for (int length = 1; length < good.length; length++) {
            assertRefused(Arrays.copyOf(good, length), Reason.TRUNCATED);
        }
    }

    @Test
    void anIdThatTheRegistryDoesNotHaveIsUnknown() {
        WireFormat.putHeader(99, good);

        assertRefused(good, Reason.UNKNOWN_SCHEMA_ID);
        assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, good))
                .isInstanceOfSatisfying(
                        UnreadableRecordException.class,
                        e -> assertThat(e.schemaId()).hasValue(99));
    }

    @Test
    void anotherRecordsSchemaIsIncompatible() {
        byte[] rule = new AvroSerde<>(Rule.class, registry, PROPERTIES)
                .serializer()
                .serialize("tocsin.rules", records.next(Rule.class));

        assertRefused(rule, Reason.INCOMPATIBLE_SCHEMA);
        assertRefused(rule, Reason.INCOMPATIBLE_SCHEMA);
    }

    @Test
    void aSchemaThatIsNoRecordIsIncompatible() throws Exception {
        int id = registry.register(
                "other", new AvroSchema(SchemaBuilder.builder().stringType().toString()));
        WireFormat.putHeader(id, good);

        assertRefused(good, Reason.INCOMPATIBLE_SCHEMA);
    }

    @Test
    void bytesAgainstTheSchemaAreMalformed() {
        byte[] negativeLength = {0, good[1], good[2], good[3], good[4], 1, 0, 0};

        assertRefused(negativeLength, Reason.MALFORMED);
    }

    @Test
    void aByteTooManyIsTrailing() {
        assertRefused(Arrays.copyOf(good, good.length + 1), Reason.TRAILING_BYTES);
    }

    @Test
    void aRecordAboveTheLimitIsOversized() {
        assertRefused(Arrays.copyOf(good, 10_001), Reason.OVERSIZED);
    }

    @Test
    void aHugeLengthInASmallRecordAllocatesNothing() {
        byte[] twoGigabytesOfText = {
            0, good[1], good[2], good[3], good[4], (byte) 0xfc, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f
        };

        assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, twoGigabytesOfText))
                .isInstanceOf(UnreadableRecordException.class);
    }

    @Test
    void anyDamageIsAnsweredWithARecordOrAReasonAndNothingElse() {
        Random random = new Random(11);
        for (int round = 0; round < 5_000; round++) {
            byte[] damaged = good.clone();
            for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
                damaged[5 + random.nextInt(damaged.length - 5)] = (byte) random.nextInt();
            }
            try {
                serde.deserializer().deserialize(TOPIC, damaged);
            } catch (UnreadableRecordException e) {
                assertThat(e.reason()).isIn(Reason.TRUNCATED, Reason.MALFORMED, Reason.TRAILING_BYTES);
            }
        }
    }

    @Test
    void aBadRecordLeavesTheNextOneAlone() {
        Report report = records.next(Report.class);
        byte[] next = serde.serializer().serialize(TOPIC, report);

        assertRefused(Arrays.copyOf(good, good.length / 2), Reason.TRUNCATED);

        assertThat(serde.deserializer().deserialize(TOPIC, next)).isEqualTo(report);
    }

    private void assertRefused(byte[] bytes, Reason reason) {
        assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, bytes))
                .isInstanceOf(SerializationException.class)
                .isInstanceOfSatisfying(
                        UnreadableRecordException.class,
                        e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason));
    }
}
