package io.tocsin.connectors.alerts;

import io.tocsin.avro.Alert;
import io.tocsin.connectors.publishing.TrustedRecords;
import io.tocsin.schemas.serde.AvroSerde;
import io.tocsin.schemas.serde.UnreadableRecordException;
import java.io.Closeable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;

/** Reads alerts from Connect's records. For one thread. */
public final class AlertReader implements Closeable {

    /**
     * What a record holds: an alert, something unreadable, or, as a tombstone, neither.
     *
     * @param fault why it can never be read
     */
    public record Reading(Optional<Alert> alert, Optional<UnreadableRecordException> fault) {}

    private final AvroSerde<Alert> serde;
    private final DeadLetters deadLetters;

    /** @param deadLetters where records go that are no alerts */
    public AlertReader(AlertSinkConfig config, DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
        TrustedRecords.trust();
        this.serde = AvroSerde.of(Alert.class, config.deserializerProperties());
    }

    /**
     * What the records hold, in their order.
     *
     * @throws RetriableException if the registry cannot be reached
     * @throws ConnectException if the converters are wrong
     */
    public Map<SinkRecord, Reading> read(Collection<SinkRecord> records) {
        Map<SinkRecord, Reading> all = new LinkedHashMap<>();
        records.forEach(record -> all.put(record, read(record)));
        return all;
    }

    private Reading read(SinkRecord record) {
        if (record.value() == null) {
            return new Reading(Optional.empty(), Optional.empty());
        }
        if (!(record.value() instanceof byte[] bytes)) {
            throw new ConnectException(
                    "Values come as " + record.value().getClass().getName()
                            + ", not as bytes; set value.converter to org.apache.kafka.connect.converters.ByteArrayConverter");
        }
        try {
            return new Reading(Optional.of(serde.deserializer().deserialize(record.topic(), bytes)), Optional.empty());
        } catch (UnreadableRecordException e) {
            return new Reading(Optional.empty(), Optional.of(e));
        } catch (org.apache.kafka.common.errors.RetriableException e) {
            throw new RetriableException("the schema registry does not answer; trying again", e);
        }
    }

    /** Buries a record that cannot be read; see {@link DeadLetters#bury}. */
    public void bury(SinkRecord record, UnreadableRecordException fault) {
        String reason = fault.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        deadLetters.bury(record, reason, fault.getMessage());
    }

    @Override
    public void close() {
        serde.close();
    }
}
