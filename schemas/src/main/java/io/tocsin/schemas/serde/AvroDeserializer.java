package io.tocsin.schemas.serde;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.tocsin.schemas.serde.UnreadableRecordException.Reason;
import java.time.Clock;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads Avro records in Confluent's wire format, whatever version of the schema they were written with. The registry is asked once
 * per schema id. Safe for use by many threads once configured. Throws {@link UnreadableRecordException} for bytes that can never
 * be read, {@link RegistryUnavailableException} when trying again may help and {@link RegistryRefusedException} when somebody has
 * to change the configuration first.
 *
 * @param <T> the record
 */
public final class AvroDeserializer<T extends IndexedRecord> implements Deserializer<T> {

    private SerdeConfig config;
    private Registry registry;
    private boolean ownsRegistry;
    private ThreadLocal<Input<T>> inputs;

    /** For Kafka, which calls {@link #configure} next: reads into the class that the schema names. */
    public AvroDeserializer() {}

    /** A deserializer of values of this class at a registry that somebody else closes. */
    public AvroDeserializer(Class<T> type, SchemaRegistryClient client, Map<String, ?> properties) {
        this(type, client, properties, Clock.systemUTC());
    }

    /** The same with the clock by which unknown schema ids are forgotten. */
    public AvroDeserializer(Class<T> type, SchemaRegistryClient client, Map<String, ?> properties, Clock clock) {
        SerdeConfig parsed = SerdeConfig.of(properties, false);
        use(new Registry(client, parsed.unknownIdTtl(), clock), ReadFormat.into(type), parsed);
    }

    AvroDeserializer(Class<T> type, Registry registry, SerdeConfig config) {
        use(registry, ReadFormat.into(type), config);
    }

    @Override
    public void configure(Map<String, ?> properties, boolean isKey) {
        close();
        SerdeConfig parsed = SerdeConfig.of(properties, isKey);
        use(Registry.of(parsed), ReadFormat.named(parsed), parsed);
        ownsRegistry = true;
    }

    private void use(Registry someRegistry, ReadFormat<T> format, SerdeConfig someConfig) {
        config = someConfig;
        registry = someRegistry;
        inputs = ThreadLocal.withInitial(() -> new Input<>(someRegistry, format));
    }

    @Override
    public T deserialize(String topic, byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        if (config == null) {
            throw new IllegalStateException("the deserializer is not configured; call configure() first");
        }
        refuseOtherFormats(bytes);
        return inputs.get().read(WireFormat.schemaId(bytes), bytes);
    }

    private void refuseOtherFormats(byte[] bytes) {
        if (bytes.length == 0) {
            throw new UnreadableRecordException(Reason.EMPTY, "no bytes");
        }
        if (bytes.length > config.maxRecordBytes()) {
            throw new UnreadableRecordException(
                    Reason.OVERSIZED,
                    bytes.length + " bytes, more than " + config.maxRecordBytes() + " (" + SerdeConfig.MAX_RECORD_BYTES
                            + ")");
        }
        if (bytes[0] != WireFormat.MAGIC) {
            throw new UnreadableRecordException(
                    Reason.WRONG_MAGIC, "the first byte is " + bytes[0] + ", wanted 0: not Confluent's wire format");
        }
        if (bytes.length < WireFormat.HEADER_BYTES) {
            throw new UnreadableRecordException(Reason.TRUNCATED, bytes.length + " bytes, too few for a schema id");
        }
    }

    @Override
    public void close() {
        if (ownsRegistry) {
            registry.close();
        }
    }
}
