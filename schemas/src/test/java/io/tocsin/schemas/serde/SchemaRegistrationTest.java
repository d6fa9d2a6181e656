package io.tocsin.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.tocsin.avro.Report;
import io.tocsin.schemas.RandomRecords;
import io.tocsin.schemas.serde.SchemaRegistration.Outcome;
import io.tocsin.schemas.serde.SchemaRegistration.State;
import io.tocsin.schemas.topics.TopicCatalogue;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaRegistrationTest {

    private final TopicCatalogue topics = TopicCatalogue.withDefaultPrefix();
    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final SchemaRegistration registration = new SchemaRegistration(registry, Map.of());

    @Test
    void registersEverySchemaUnderAFullyCompatibleSubject() throws Exception {
        assertThat(registration.register(topics))
                .hasSize(7)
                .extracting(Outcome::state)
                .containsOnly(State.PRESENT);

        assertThat(registry.getAllSubjects()).contains("tocsin.reports-value").hasSize(7);
        assertThat(registry.getCompatibility("tocsin.reports-value")).isEqualTo("FULL_TRANSITIVE");
    }

    @Test
    void afterwardsTheSerdesNeedNoRightToRegister() {
        registration.register(topics);
        AvroSerde<Report> serde = new AvroSerde<>(Report.class, registry, Map.of());
        Report report = new RandomRecords(5).next(Report.class);

        byte[] bytes = serde.serializer().serialize(topics.reports().name(), report);

        assertThat(serde.deserializer().deserialize(topics.reports().name(), bytes))
                .isEqualTo(report);
    }

    @Test
    void twiceIsOnce() throws Exception {
        registration.register(topics);
        registration.register(topics);

        assertThat(registry.getAllVersions("tocsin.reports-value")).hasSize(1);
    }

    @Test
    void checkingChangesNothing() {
        registration.check(topics);

        assertThat(registration.check(topics)).extracting(Outcome::state).containsOnly(State.MISSING);

        registration.register(topics);

        assertThat(registration.check(topics)).extracting(Outcome::state).containsOnly(State.PRESENT);
    }

    @Test
    void withoutAnyRightItSaysSo() throws Exception {
        try (HttpRegistry server =
                        new HttpRegistry().answering(403, "{\"error_code\":40301,\"message\":\"not yours\"}");
                SchemaRegistration forbidden = SchemaRegistration.at(Map.of("schema.registry.url", server.url()))) {
            assertThat(forbidden.register(topics)).extracting(Outcome::state).containsOnly(State.FORBIDDEN);
        }
    }

    @ParameterizedTest
    @CsvSource({"403, 40301", "404, 40401"})
    void aLevelThatCannotBeSetKeepsNoSchemaOut(int status, int code) throws Exception {
        try (HttpRegistry server = new HttpRegistry()
                        .answering("PUT", status, "{\"error_code\":" + code + ",\"message\":\"no\"}")
                        .answering("POST", 200, "{\"id\":1}");
                SchemaRegistration limited = SchemaRegistration.at(Map.of("schema.registry.url", server.url()))) {
            assertThat(limited.register(topics))
                    .contains(
                            new Outcome("tocsin.reports-value", State.PRESENT, "no right to make it FULL_TRANSITIVE"));
        }
    }

    @Test
    void aSchemaThatTheRegistryRefusesIsIncompatible() throws Exception {
        try (HttpRegistry server = new HttpRegistry()
                        .answering("PUT", 200, "{\"compatibility\":\"FULL_TRANSITIVE\"}")
                        .answering("POST", 409, "{\"error_code\":409,\"message\":\"incompatible\"}");
                SchemaRegistration refused = SchemaRegistration.at(Map.of("schema.registry.url", server.url()))) {
            assertThat(refused.register(topics))
                    .contains(new Outcome("tocsin.reports-value", State.INCOMPATIBLE, "incompatible; error code: 409"));
        }
    }

    @Test
    void aRegistryThatIsAwayIsRetriable() throws Exception {
        try (SchemaRegistration away = SchemaRegistration.at(Map.of("schema.registry.url", "http://127.0.0.1:1"))) {
            assertThatThrownBy(() -> away.register(topics)).isInstanceOf(RegistryUnavailableException.class);
        }
    }
}
