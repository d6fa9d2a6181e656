package io.tocsin.schemas.serde;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaMetadata;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.tocsin.schemas.serde.UnreadableRecordException.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/**
 * The schema registry as the serdes see it: every answer is either final and remembered, or an exception that says whether asking
 * again helps. Ids are immutable, so a schema that was found is kept for ever; an id that is unknown stays so for a while, lest a
 * flood of bad records become a flood of requests. Safe for use by many threads.
 */
final class Registry implements Closeable {

    private static final int MAX_UNKNOWN_IDS = 10_000;

    private final SchemaRegistryClient client;
    private final Duration unknownIdTtl;
    private final Clock clock;
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<Integer, Instant> unknownUntil = new ConcurrentHashMap<>();

    Registry(SchemaRegistryClient client, Duration unknownIdTtl, Clock clock) {
        this.client = client;
        this.unknownIdTtl = unknownIdTtl;
        this.clock = clock;
    }

    static Registry of(SerdeConfig config) {
        return new Registry(client(config), config.unknownIdTtl(), Clock.systemUTC());
    }

    static SchemaRegistryClient client(SerdeConfig config) {
        return SchemaRegistryClientFactory.newClient(
                config.requiredUrls(),
                config.maxSchemasPerSubject(),
                List.of(new AvroSchemaProvider()),
                config.client(),
                Map.of());
    }

    /** The schema that records with this id were written with. */
    Schema schema(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        refuseKnownUnknown(id);
        Schema found = fetch(id);
        schemas.put(id, found);
        return found;
    }

    /** The id under which the subject has this schema. */
    int id(String subject, Schema schema, boolean normalize) {
        return ask(
                "look up " + schema.getFullName() + " under " + subject,
                () -> client.getId(subject, parsed(schema), normalize));
    }

    int register(String subject, Schema schema, boolean normalize) {
        return ask(
                "register " + schema.getFullName() + " under " + subject,
                () -> client.register(subject, parsed(schema), normalize));
    }

    SchemaMetadata latest(String subject) {
        return ask("look up the latest schema of " + subject, () -> client.getLatestSchemaMetadata(subject));
    }

    private void refuseKnownUnknown(int id) {
        Instant until = unknownUntil.get(id);
        boolean impossible = id < 0;
        boolean lookedForLately = until != null && clock.instant().isBefore(until);
        if (impossible || lookedForLately) {
            throw unknown(id, null);
        }
    }

    private Schema fetch(int id) {
        try {
            return avro(id, client.getSchemaById(id));
        } catch (RestClientException e) {
            if (RegistryFailure.saysUnknown(e)) {
                rememberUnknown(id);
                throw unknown(id, e);
            }
            throw RegistryFailure.of("fetch schema " + id, e);
        } catch (IOException e) {
            if (RegistryFailure.saysUnusableSchema(e)) {
                throw notAvro(id, e);
            }
            throw RegistryFailure.of("fetch schema " + id, e);
        }
    }

    private static Schema avro(int id, ParsedSchema parsed) {
        if (parsed.rawSchema() instanceof Schema schema) {
            return schema;
        }
        throw notAvro(id, null);
    }

    private void rememberUnknown(int id) {
        Instant now = clock.instant();
        if (unknownUntil.size() >= MAX_UNKNOWN_IDS) {
            unknownUntil.values().removeIf(until -> !now.isBefore(until));
        }
        if (unknownUntil.size() < MAX_UNKNOWN_IDS) {
            unknownUntil.put(id, now.plus(unknownIdTtl));
        }
    }

    private static UnreadableRecordException unknown(int id, Exception cause) {
        return new UnreadableRecordException(
                Reason.UNKNOWN_SCHEMA_ID, id, "the registry has no schema with id " + id, cause);
    }

    private static UnreadableRecordException notAvro(int id, Exception cause) {
        return new UnreadableRecordException(
                Reason.INCOMPATIBLE_SCHEMA, id, "schema " + id + " is no Avro schema that can be used", cause);
    }

    private static ParsedSchema parsed(Schema schema) {
        return new AvroSchema(PublishedSchema.text(schema));
    }

    private static <T> T ask(String what, Question<T> question) {
        try {
            return question.ask();
        } catch (RestClientException e) {
            throw RegistryFailure.of(what, e);
        } catch (IOException e) {
            throw RegistryFailure.of(what, e);
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the schema registry client did not close", e);
        }
    }

    private interface Question<T> {
        T ask() throws IOException, RestClientException;
    }
}
