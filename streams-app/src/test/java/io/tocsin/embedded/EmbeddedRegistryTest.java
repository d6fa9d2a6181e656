package io.tocsin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaMetadata;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.entities.SubjectVersion;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** As Confluent's own client sees it. */
@Timeout(60)
final class EmbeddedRegistryTest {
    private static final AvroSchema FIRST = record("");
    private static final AvroSchema WITH_OPTIONAL = record(", {'name': 'b', 'type': 'int', 'default': 0}");
    private static final AvroSchema WITH_REQUIRED = record(", {'name': 'b', 'type': 'int'}");

    @TempDir
    Path data;

    private EmbeddedRegistry registry;
    private SchemaRegistryClient client;

    @BeforeEach
    void start() {
        start(0);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        registry.close();
    }

    @Test
    void givesTheSameSchemaTheSameIdUnderEverySubject() throws Exception {
        int id = client.register("reports-value", FIRST);

        assertThat(client.register("reports-value", FIRST)).isEqualTo(id);
        assertThat(freshClient().register("others-value", FIRST)).isEqualTo(id);
        assertThat(client.register("reports-value", WITH_OPTIONAL)).isNotEqualTo(id);
        assertThat(client.getAllVersionsById(id))
                .containsExactlyInAnyOrder(
                        new SubjectVersion("reports-value", 1), new SubjectVersion("others-value", 1));
        assertThat(client.getAllSubjectsById(id)).containsExactly("others-value", "reports-value");
    }

    @Test
    void findsASchemaByIdAndByItsText() throws Exception {
        int id = client.register("reports-value", FIRST);
        SchemaRegistryClient fresh = freshClient();

        assertThat(fresh.getSchemaById(id).canonicalString()).isEqualTo(FIRST.canonicalString());
        assertThat(fresh.getSchemaBySubjectAndId("reports-value", id).canonicalString())
                .isEqualTo(FIRST.canonicalString());
        assertThat(fresh.getId("reports-value", FIRST)).isEqualTo(id);
        assertThat(fresh.getVersion("reports-value", FIRST)).isEqualTo(1);
    }

    @Test
    void listsVersionsAndTheLatest() throws Exception {
        client.register("reports-value", FIRST);
        int second = client.register("reports-value", WITH_OPTIONAL);

        SchemaMetadata latest = client.getLatestSchemaMetadata("reports-value");

        assertThat(client.getAllSubjects()).containsExactly("reports-value");
        assertThat(client.getAllSubjectsByPrefix("rep")).containsExactly("reports-value");
        assertThat(client.getAllSubjectsByPrefix("other")).isEmpty();
        assertThat(client.getAllVersions("reports-value")).containsExactly(1, 2);
        assertThat(latest.getVersion()).isEqualTo(2);
        assertThat(latest.getId()).isEqualTo(second);
        assertThat(latest.getSchema()).isEqualTo(WITH_OPTIONAL.canonicalString());
        assertThat(client.getSchemaMetadata("reports-value", 1).getSchema()).isEqualTo(FIRST.canonicalString());
        assertThat(client.getSchemas("reports", false, true)).containsExactly(WITH_OPTIONAL);
    }

    @Test
    void takesSubjectsWithAwkwardNames() throws Exception {
        String subject = "a/b c+d%25;e?f";

        client.register(subject, FIRST);

        assertThat(client.getAllSubjects()).containsExactly(subject);
        assertThat(client.getAllVersions(subject)).containsExactly(1);
    }

    @Test
    void checksCompatibilityAndSaysWhatIsWrong() throws Exception {
        client.register("reports-value", FIRST);

        assertThat(client.testCompatibility("reports-value", WITH_OPTIONAL)).isTrue();
        assertThat(client.testCompatibility("reports-value", WITH_REQUIRED)).isFalse();
        assertThat(client.testCompatibilityVerbose("reports-value", WITH_REQUIRED))
                .singleElement()
                .asString()
                .contains("READER_FIELD_MISSING_DEFAULT_VALUE", "version 1");
        assertThat(client.testCompatibility("unheard-of", WITH_REQUIRED)).isTrue();
    }

    @Test
    void refusesAnIncompatibleVersionAndKeepsTheOldOne() throws Exception {
        client.register("reports-value", FIRST);

        assertRefused(() -> client.register("reports-value", WITH_REQUIRED), 409, 409);

        assertThat(client.getAllVersions("reports-value")).containsExactly(1);
    }

    @Test
    void enforcesTheLevelOfTheSubjectAndElseTheGlobalOne() throws Exception {
        // Given
        client.register("free-value", FIRST);
        client.register("strict-value", FIRST);

        // When
        client.updateCompatibility("free-value", "NONE");
        client.updateCompatibility(null, "FULL");

        // Then
        assertThat(client.getCompatibility("free-value")).isEqualTo("NONE");
        assertThat(client.getCompatibility(null)).isEqualTo("FULL");
        assertRefused(() -> client.getCompatibility("strict-value"), 404, 40408);
        client.register("free-value", WITH_REQUIRED);
        assertRefused(() -> client.register("strict-value", WITH_REQUIRED), 409, 409);
        client.deleteCompatibility("free-value");
        assertRefused(() -> client.getCompatibility("free-value"), 404, 40408);
    }

    @Test
    void answersWithTheErrorCodesOfConfluent() throws Exception {
        client.register("reports-value", FIRST);

        assertRefused(() -> client.getAllVersions("unheard-of"), 404, 40401);
        assertRefused(() -> client.getVersion("unheard-of", FIRST), 404, 40401);
        assertRefused(() -> client.getSchemaMetadata("reports-value", 9), 404, 40402);
        assertRefused(() -> client.getSchemaById(999), 404, 40403);
        assertRefused(() -> client.getVersion("reports-value", WITH_OPTIONAL), 404, 40403);
        assertRefused(() -> client.updateCompatibility("reports-value", "SOMETIMES"), 422, 42203);
        assertRefused(() -> client.setMode("IMPORT"), 422, 42205);
    }

    @Test
    void hidesADeletedSubjectUntilItIsRemovedForEver() throws Exception {
        // Given
        int id = client.register("reports-value", FIRST);
        assertRefused(() -> client.deleteSubject("reports-value", true), 404, 40405);

        // When
        assertThat(client.deleteSubject("reports-value")).containsExactly(1);

        // Then
        assertThat(client.getAllSubjects()).isEmpty();
        assertThat(client.getAllSubjects(true)).containsExactly("reports-value");
        assertThat(freshClient().getSchemaById(id)).isEqualTo(FIRST);
        assertRefused(() -> client.deleteSubject("reports-value"), 404, 40404);
        assertThat(client.deleteSubject("reports-value", true)).containsExactly(1);
        assertRefused(() -> freshClient().getSchemaById(id), 404, 40403);
        assertRefused(() -> client.deleteSubject("reports-value"), 404, 40401);
        assertThat(freshClient().register("reports-value", FIRST)).isGreaterThan(id);
    }

    @Test
    void hidesOneVersionAndNumbersOnAfterIt() throws Exception {
        // Given
        int first = client.register("reports-value", FIRST);
        client.register("reports-value", WITH_OPTIONAL);
        assertRefused(() -> client.deleteSchemaVersion("reports-value", "1", true), 404, 40407);

        // When
        client.deleteSchemaVersion("reports-value", "1");

        // Then
        assertThat(client.getAllVersions("reports-value")).containsExactly(2);
        assertRefused(() -> client.deleteSchemaVersion("reports-value", "1"), 404, 40406);
        assertThat(freshClient().register("reports-value", FIRST)).isEqualTo(first);
        assertThat(client.getAllVersions("reports-value")).containsExactly(2, 3);
        assertThat(client.deleteSchemaVersion("reports-value", "1", true)).isEqualTo(1);
        assertRefused(() -> client.deleteSchemaVersion("reports-value", "1", true), 404, 40402);
    }

    @Test
    void remembersEverythingOverARestart() throws Exception {
        // Given
        int id = client.register("reports-value", FIRST);
        int removed = client.register("gone-value", WITH_REQUIRED);
        client.deleteSubject("gone-value");
        client.deleteSubject("gone-value", true);
        client.updateCompatibility("reports-value", "FULL_TRANSITIVE");
        int port = registry.url().getPort();
        stop();

        // When
        start(port);

        // Then
        assertThat(client.getSchemaById(id)).isEqualTo(FIRST);
        assertThat(client.getAllSubjects(true)).containsExactly("reports-value");
        assertThat(client.getCompatibility("reports-value")).isEqualTo("FULL_TRANSITIVE");
        assertThat(client.register("reports-value", WITH_OPTIONAL)).isGreaterThan(removed);
    }

    @Test
    void refusesAPortThatIsTaken() {
        EmbeddedRegistry.Options taken =
                new EmbeddedRegistry.Options(Optional.empty(), registry.url().getPort());

        assertThatThrownBy(() -> EmbeddedRegistry.start(taken))
                .isInstanceOf(EmbeddedException.class)
                .hasMessageContaining("Port %d for the registry is not free", taken.port());
    }

    private void start(int port) {
        registry = EmbeddedRegistry.start(new EmbeddedRegistry.Options(Optional.of(data), port));
        client = freshClient();
    }

    private CachedSchemaRegistryClient freshClient() {
        return new CachedSchemaRegistryClient(List.of(registry.url().toString()), 100);
    }

    private static void assertRefused(ThrowingCallable call, int status, int code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RestClientException.class, refusal -> {
            assertThat(refusal.getStatus()).isEqualTo(status);
            assertThat(refusal.getErrorCode()).isEqualTo(code);
        });
    }

    private static AvroSchema record(String moreFields) {
        return new AvroSchema("{'type': 'record', 'name': 'R', 'fields': [{'name': 'a', 'type': 'int'}%s]}"
                .formatted(moreFields)
                .replace('\'', '"'));
    }
}
