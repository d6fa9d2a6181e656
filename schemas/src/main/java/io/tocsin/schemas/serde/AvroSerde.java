package io.tocsin.schemas.serde;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Clock;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Values of one generated class in Confluent's wire format. Its two halves share what they learn from the registry; they may be used
 * by many threads, and the serde is closed once by whoever made it.
 *
 * @param <T> the generated class
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {

    private final AvroSerializer<T> serializer;
    private final AvroDeserializer<T> deserializer;
    private final Runnable onClose;

    /** A serde at a registry that somebody else closes, for tests and for sharing one client. */
    public AvroSerde(Class<T> type, SchemaRegistryClient client, Map<String, ?> properties) {
        this(type, SerdeConfig.of(properties, false), client);
    }

    private AvroSerde(Class<T> type, SerdeConfig config, SchemaRegistryClient client) {
        this(type, config, new Registry(client, config.unknownIdTtl(), Clock.systemUTC()), () -> {});
    }

    private AvroSerde(Class<T> type, SerdeConfig config, Registry registry, Runnable onClose) {
        this.serializer = new AvroSerializer<>(registry, config);
        this.deserializer = new AvroDeserializer<>(type, registry, config);
        this.onClose = onClose;
    }

    /** A serde at the registry of {@code schema.registry.url}; see the module's README for the other properties. */
    public static <T extends SpecificRecord> AvroSerde<T> of(Class<T> type, Map<String, ?> properties) {
        SerdeConfig config = SerdeConfig.of(properties, false);
        Registry registry = Registry.of(config);
        return new AvroSerde<>(type, config, registry, registry::close);
    }

    @Override
    public Serializer<T> serializer() {
        return serializer;
    }

    @Override
    public Deserializer<T> deserializer() {
        return deserializer;
    }

    @Override
    public void close() {
        onClose.run();
    }
}
