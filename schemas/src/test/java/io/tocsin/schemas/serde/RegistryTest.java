package io.tocsin.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.tocsin.avro.Report;
import io.tocsin.schemas.RandomRecords;
import io.tocsin.schemas.serde.UnreadableRecordException.Reason;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryTest {

    private static final String TOPIC = "tocsin.reports";
    private static final byte[] ID_5 = {0, 0, 0, 0, 5, 1};

    private final MovableClock clock = new MovableClock();
    private HttpRegistry server;

    @BeforeEach
    void startServer() throws IOException {
        server = new HttpRegistry();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void anUnknownIdIsAskedForOncePerTenSeconds() {
        AvroDeserializer<Report> deserializer = deserializer();

        for (int i = 0; i < 1000; i++) {
            assertUnknown(deserializer);
        }
        assertThat(server.requests()).hasSize(1);

        clock.advance(Duration.ofSeconds(9));
        assertUnknown(deserializer);
        assertThat(server.requests()).hasSize(1);

        clock.advance(Duration.ofSeconds(1));
        assertUnknown(deserializer);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void anIdThatTurnsUpLaterIsRead() {
        AvroDeserializer<Report> deserializer = deserializer();
        Report report = new RandomRecords(1).next(Report.class);
        byte[] bytes = bytesWithId5(report);
        assertUnknown(deserializer);

        server.answering(200, schemaAnswer());
        clock.advance(Duration.ofSeconds(10));

        assertThat(deserializer.deserialize(TOPIC, bytes)).isEqualTo(report);
    }

    @Test
    void anIdThatIsKnownIsNeverAskedForAgain() {
        server.answering(200, schemaAnswer());
        AvroDeserializer<Report> deserializer = deserializer();
        Report report = new RandomRecords(1).next(Report.class);
        byte[] bytes = bytesWithId5(report);
        int asked = server.requests().size();

        deserializer.deserialize(TOPIC, bytes);
        server.answering(500, "{\"error_code\":50001,\"message\":\"down\"}");
        clock.advance(Duration.ofDays(1));

        assertThat(deserializer.deserialize(TOPIC, bytes)).isEqualTo(report);
        assertThat(server.requests()).hasSize(asked + 1);
    }

    @Test
    void anIdThatCannotExistIsNotAskedFor() {
        byte[] negative = {0, -1, 0, 0, 0, 1};

        assertThatThrownBy(() -> deserializer().deserialize(TOPIC, negative))
                .isInstanceOf(UnreadableRecordException.class);
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void whatPassesIsRetriable(int status) {
        server.answering(status, "{\"error_code\":" + status + ",\"message\":\"later\"}");

        assertThatThrownBy(() -> deserializer().deserialize(TOPIC, ID_5))
                .isInstanceOf(RetriableException.class)
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("schema 5");
    }

    @Test
    void aRegistryThatIsAwayIsRetriable() {
        server.close();

        assertThatThrownBy(() -> deserializer().deserialize(TOPIC, ID_5))
                .isInstanceOf(RegistryUnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 422})
    void whatSomebodyHasToMendIsNeitherRetriableNorTheRecordsFault(int status) {
        server.answering(status, "{\"error_code\":" + status + ",\"message\":\"no\"}");

        assertThatThrownBy(() -> deserializer().deserialize(TOPIC, ID_5))
                .isInstanceOf(RegistryRefusedException.class)
                .isNotInstanceOf(SerializationException.class)
                .hasMessageContaining("check");
    }

    @Test
    void aWrongAddressIsNotAnUnknownId() {
        server.answering(404, "<html>nothing here</html>");

        assertThatThrownBy(() -> deserializer().deserialize(TOPIC, ID_5))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("schema.registry.url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax = \\\"proto3\\\";\"}",
                "{\"schema\":\"{\\\"type\\\":\\\"nonsense\\\"}\"}"
            })
    void aSchemaThatIsNoAvroIsTheRecordsFaultAndAskedForOnce(String answer) {
        server.answering(200, answer);
        AvroDeserializer<Report> deserializer = deserializer();

        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> deserializer.deserialize(TOPIC, ID_5))
                    .isInstanceOfSatisfying(
                            UnreadableRecordException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.INCOMPATIBLE_SCHEMA));
        }
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void theSerializerAsksOncePerTopicAndSchema() {
        server.answering(200, "{\"id\":5}");
        AvroSerializer<Report> serializer = new AvroSerializer<>(client(Map.of()), Map.of());
        RandomRecords records = new RandomRecords(2);

        for (int i = 0; i < 100; i++) {
            serializer.serialize(TOPIC, records.next(Report.class));
        }

        assertThat(server.requests()).hasSize(1);
        assertThat(server.requests().get(0)).startsWith("POST /subjects/tocsin.reports-value");
    }

    @Test
    void credentialsAreSent() {
        server.answering(200, "{\"id\":5}");
        Map<String, Object> properties = new HashMap<>(Map.of(
                "schema.registry.url", server.url(),
                "basic.auth.credentials.source", "USER_INFO",
                "basic.auth.user.info", "desk:secret"));

        try (AvroSerde<Report> serde = AvroSerde.of(Report.class, properties)) {
            serde.serializer().serialize(TOPIC, new RandomRecords(1).next(Report.class));
        }
        assertThat(server.authorization()).isEqualTo("Basic ZGVzazpzZWNyZXQ=");

        properties.remove("basic.auth.credentials.source");
        properties.put("bearer.auth.credentials.source", "STATIC_TOKEN");
        properties.put("bearer.auth.token", "token");
        try (AvroSerde<Report> serde = AvroSerde.of(Report.class, properties)) {
            serde.serializer().serialize(TOPIC, new RandomRecords(1).next(Report.class));
        }
        assertThat(server.authorization()).isEqualTo("Bearer token");
    }

    private void assertUnknown(AvroDeserializer<Report> deserializer) {
        assertThatThrownBy(() -> deserializer.deserialize(TOPIC, ID_5))
                .isInstanceOfSatisfying(
                        UnreadableRecordException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_SCHEMA_ID));
    }

    private AvroDeserializer<Report> deserializer() {
        return new AvroDeserializer<>(Report.class, client(Map.of()), Map.of(), clock);
    }

    private CachedSchemaRegistryClient client(Map<String, Object> properties) {
        return new CachedSchemaRegistryClient(List.of(server.url()), 100, properties);
    }

    private byte[] bytesWithId5(Report report) {
        try (HttpRegistry other = new HttpRegistry().answering(200, "{\"id\":5}");
                AvroSerde<Report> serde = AvroSerde.of(Report.class, Map.of("schema.registry.url", other.url()))) {
            return serde.serializer().serialize(TOPIC, report);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String schemaAnswer() {
        String schema = PublishedSchema.text(Report.getClassSchema());
        return "{\"schema\":\"" + schema.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
    }

    /** Stands still until it is told. */
    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2021-05-04T20:00:00Z");

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
