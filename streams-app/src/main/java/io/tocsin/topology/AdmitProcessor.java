package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.incident.Admittance;
import io.tocsin.incident.InvalidField;
import io.tocsin.incident.Report;
import io.tocsin.metrics.Meters;
import io.tocsin.schemas.serde.UnreadableRecordException;
import io.tocsin.topology.Admission.Admitted;
import io.tocsin.topology.Admission.Misrouted;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Decodes a report, checks every constraint, places it, and finds out whether it lies where its country's incidents
 * are. Nothing that a producer can write stops it.
 */
final class AdmitProcessor implements Processor<byte[], byte[], byte[], Admission> {

    private static final String NO_TOMBSTONES =
            "there is no value; a report is taken back by a revision with status retracted, not by a tombstone";

    private final Deserializer<io.tocsin.avro.Report> deserializer;
    private final Admittance admittance;
    private final InstantSource wall;
    private final int partitions;
    private final Refusals refusals;
    private ProcessorContext<byte[], Admission> context;

    /**
     * @param partitions of the reports' topic; 0 for records that were routed by us
     */
    AdmitProcessor(
            Deserializer<io.tocsin.avro.Report> deserializer,
            Admittance admittance,
            InstantSource wall,
            int partitions,
            Meters meters) {
        this.deserializer = deserializer;
        this.admittance = admittance;
        this.wall = wall;
        this.partitions = partitions;
        this.refusals = new Refusals("admit", meters);
    }

    @Override
    public void init(ProcessorContext<byte[], Admission> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        context.forward(record.withValue(admit(record)));
    }

    private Admission admit(Record<byte[], byte[]> record) {
        RecordMetadata from = context.recordMetadata().orElseThrow();
        if (record.value() == null) {
            return refusals.empty(record, from, NO_TOMBSTONES);
        }
        try {
            io.tocsin.avro.Report decoded =
                    Patiently.call(() -> deserializer.deserialize(from.topic(), record.value()));
            Report placed = admittance.admit(ReportRecords.report(decoded), Instant.ofEpochMilli(wall.millis()));
            byte[] country = placed.place().country().getBytes(UTF_8);
            if (misrouted(country, record.key(), from.partition())) {
                return new Misrouted(country, record.value());
            }
            return new Admitted(placed);
        } catch (UnreadableRecordException e) {
            return refusals.of(record, from, e);
        } catch (InvalidField e) {
            return refusals.of(record, from, e);
        }
    }

    private boolean misrouted(byte[] country, byte[] key, int partition) {
        if (partitions == 0) {
            return false;
        }
        return !Arrays.equals(country, key) || partition != Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
