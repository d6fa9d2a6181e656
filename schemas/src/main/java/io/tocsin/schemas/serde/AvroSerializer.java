package io.tocsin.schemas.serde;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes Avro records in Confluent's wire format. The registry is asked once per topic and schema. Safe for use by many threads
 * once configured. Throws {@link SerializationException} for a record that its schema does not allow,
 * {@link RecordTooLargeException} for one above {@code tocsin.max.record.bytes}, {@link RegistryUnavailableException} when
 * trying again may help and {@link RegistryRefusedException} when it will not.
 *
 * @param <T> the record
 */
public final class AvroSerializer<T extends IndexedRecord> implements Serializer<T> {

    private final ThreadLocal<Output> outputs = ThreadLocal.withInitial(() -> new Output(config().maxRecordBytes()));
    private final Map<Target, WriteFormat> formats = new ConcurrentHashMap<>();
    private SerdeConfig config;
    private Registry registry;
    private boolean ownsRegistry;
    private WriteFormat last;

    /** For Kafka, which calls {@link #configure} next. */
    public AvroSerializer() {}

    /** A serializer of values at a registry that somebody else closes. */
    public AvroSerializer(SchemaRegistryClient client, Map<String, ?> properties) {
        this.config = SerdeConfig.of(properties, false);
        this.registry = new Registry(client, config.unknownIdTtl(), Clock.systemUTC());
    }

    AvroSerializer(Registry registry, SerdeConfig config) {
        this.config = config;
        this.registry = registry;
    }

    @Override
    public void configure(Map<String, ?> properties, boolean isKey) {
        close();
        config = SerdeConfig.of(properties, isKey);
        registry = Registry.of(config);
        ownsRegistry = true;
    }

    @Override
    public byte[] serialize(String topic, T message) {
        if (message == null) {
            return null;
        }
        WriteFormat format = format(topic, message);
        try {
            return outputs.get().write(format, message);
        } catch (RecordTooLargeException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new SerializationException(
                    "a " + message.getSchema().getFullName() + " for topic " + topic + " cannot be written: "
                            + e.getMessage(),
                    e);
        }
    }

    private WriteFormat format(String topic, T message) {
        Schema schema = message.getSchema();
        WriteFormat likely = last;
        if (likely != null && likely.fits(topic, schema)) {
            return likely;
        }
        Target target = new Target(topic, schema);
        WriteFormat found = formats.get(target);
        if (found == null) {
            refuseSchemaLeak(topic);
            found = WriteFormat.resolve(topic, message, registry(), config());
            formats.put(target, found);
        }
        last = found;
        return found;
    }

    private void refuseSchemaLeak(String topic) {
        long schemas = formats.keySet().stream()
                .filter(target -> target.topic().equals(topic))
                .count();
        if (schemas >= config().maxSchemasPerSubject()) {
            throw new SerializationException("topic " + topic + " was written with " + schemas
                    + " schemas already, the most that " + SerdeConfig.MAX_SCHEMAS + " allows");
        }
    }

    private SerdeConfig config() {
        requireConfigured();
        return config;
    }

    private Registry registry() {
        requireConfigured();
        return registry;
    }

    private void requireConfigured() {
        if (config == null) {
            throw new IllegalStateException("the serializer is not configured; call configure() first");
        }
    }

    @Override
    public void close() {
        if (ownsRegistry) {
            registry.close();
        }
    }

    private record Target(String topic, Schema schema) {}

    /** What one thread writes with. The encoder is unbuffered, so a record that failed leaves nothing behind. */
    private static final class Output {

        private final RecordBuffer buffer;
        private final BinaryEncoder encoder;

        Output(int maxRecordBytes) {
            this.buffer = new RecordBuffer(maxRecordBytes);
            this.encoder = EncoderFactory.get().directBinaryEncoder(buffer, null);
        }

        byte[] write(WriteFormat format, IndexedRecord message) throws IOException {
            buffer.start();
            format.write(message, encoder);
            return buffer.finish(format.schemaId());
        }
    }
}
