package io.tocsin.schemas.serde;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.entities.Config;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.tocsin.schemas.topics.Topic;
import io.tocsin.schemas.topics.TopicCatalogue;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * Brings the value schemas of all topics to a registry, or looks whether they are there. One subject's refusal does not keep the
 * others from being tried; a registry that does not answer throws {@link RegistryUnavailableException}.
 */
public final class SchemaRegistration implements Closeable {

    private static final String COMPATIBILITY = "FULL_TRANSITIVE";

    private final SchemaRegistryClient client;
    private final SerdeConfig config;
    private final boolean ownsClient;

    /** At a registry that somebody else closes. */
    public SchemaRegistration(SchemaRegistryClient client, Map<String, ?> properties) {
        this(client, SerdeConfig.of(properties, false), false);
    }

    private SchemaRegistration(SchemaRegistryClient client, SerdeConfig config, boolean ownsClient) {
        this.client = client;
        this.config = config;
        this.ownsClient = ownsClient;
    }

    /** At the registry of {@code schema.registry.url}. */
    public static SchemaRegistration at(Map<String, ?> properties) {
        SerdeConfig config = SerdeConfig.of(properties, false);
        return new SchemaRegistration(Registry.client(config), config, true);
    }

    /** How one subject stands. */
    public enum State {
        /** The schema is there. */
        PRESENT,
        /** The schema is not there, and was not to be or could not be registered. */
        MISSING,
        /** The registry refuses the schema beside the ones it has. */
        INCOMPATIBLE,
        /** The registry lets this user neither write nor look. */
        FORBIDDEN
    }

    /**
     * How one subject stands, and whatever there is to say about it.
     *
     * @param subject the registry's name for the series of schemas
     * @param state whether the schema is there
     * @param detail for people; empty when all is well
     */
    public record Outcome(String subject, State state, String detail) {}

    /** Registers every schema and makes its subject FULL_TRANSITIVE; without the right to do so, checks it. */
    public List<Outcome> register(TopicCatalogue topics) {
        return topics.all().stream()
                .flatMap(topic -> topic.schema().map(schema -> register(topic, schema)).stream())
                .toList();
    }

    /** Looks whether every schema is registered, and changes nothing. */
    public List<Outcome> check(TopicCatalogue topics) {
        return topics.all().stream()
                .flatMap(topic -> topic.schema().map(schema -> check(subject(topic, schema), schema, "")).stream())
                .toList();
    }

    private Outcome register(Topic<?> topic, Schema schema) {
        String subject = subject(topic, schema);
        try {
            boolean guardedBefore = guard(subject);
            client.register(subject, published(schema), config.normalize());
            boolean guarded = guardedBefore || guard(subject);
            return new Outcome(subject, State.PRESENT, guarded ? "" : "no right to make it " + COMPATIBILITY);
        } catch (RestClientException e) {
            return refused(subject, schema, e);
        } catch (IOException e) {
            throw RegistryFailure.of("register " + subject, e);
        }
    }

    /** Sets the compatibility level. Some registries can do so only once the subject has a schema, and rights may differ. */
    private boolean guard(String subject) throws IOException, RestClientException {
        try {
            client.updateConfig(subject, new Config(COMPATIBILITY));
            return true;
        } catch (RestClientException e) {
            if (RegistryFailure.saysForbidden(e) || RegistryFailure.saysUnknown(e)) {
                return false;
            }
            throw e;
        }
    }

    private Outcome refused(String subject, Schema schema, RestClientException refusal) {
        if (RegistryFailure.saysForbidden(refusal)) {
            return check(subject, schema, "no right to register: " + refusal.getMessage());
        }
        if (RegistryFailure.saysIncompatible(refusal)) {
            return new Outcome(subject, State.INCOMPATIBLE, refusal.getMessage());
        }
        throw RegistryFailure.of("register " + subject, refusal);
    }

    private Outcome check(String subject, Schema schema, String detail) {
        try {
            client.getId(subject, published(schema), config.normalize());
            return new Outcome(subject, State.PRESENT, detail);
        } catch (RestClientException e) {
            return absent(subject, detail, e);
        } catch (IOException e) {
            throw RegistryFailure.of("look up " + subject, e);
        }
    }

    private static Outcome absent(String subject, String detail, RestClientException refusal) {
        if (RegistryFailure.saysUnknown(refusal)) {
            return new Outcome(subject, State.MISSING, detail);
        }
        if (RegistryFailure.saysForbidden(refusal)) {
            return new Outcome(subject, State.FORBIDDEN, refusal.getMessage());
        }
        throw RegistryFailure.of("look up " + subject, refusal);
    }

    private String subject(Topic<?> topic, Schema schema) {
        return config.subject(topic.name(), schema.getFullName());
    }

    private static AvroSchema published(Schema schema) {
        return new AvroSchema(PublishedSchema.text(schema));
    }

    @Override
    public void close() throws IOException {
        if (ownsClient) {
            client.close();
        }
    }
}
