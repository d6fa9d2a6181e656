package io.tocsin.topology;

import io.tocsin.incident.InvalidField;
import io.tocsin.metrics.Meters;
import io.tocsin.schemas.deadletter.DeadLetterHeaders;
import io.tocsin.schemas.serde.UnreadableRecordException;
import io.tocsin.topology.Admission.Refused;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** What a stage makes of the records that it cannot take: counted, and on their way to the dead letters with the reason. */
final class Refusals {

    private final String stage;
    private final Meters meters;

    /** @param stage what the dead letters name */
    Refusals(String stage, Meters meters) {
        this.stage = stage;
        this.meters = meters;
    }

    /** A record that cannot be decoded. */
    Refused of(Record<byte[], byte[]> record, RecordMetadata from, UnreadableRecordException why) {
        return refused(
                record, letter(RefusalReason.of(why.reason()), record, from).withMessage(why.getMessage()));
    }

    /** A record that breaks a constraint. */
    Refused of(Record<byte[], byte[]> record, RecordMetadata from, InvalidField why) {
        String reason = why.isAboutTheFuture() ? RefusalReason.FUTURE : RefusalReason.CONSTRAINT;
        return refused(
                record, letter(reason, record, from).withField(why.field()).withMessage(why.getMessage()));
    }

    /** A record that has no value where there has to be one. */
    Refused empty(Record<byte[], byte[]> record, RecordMetadata from, String message) {
        String reason = RefusalReason.of(UnreadableRecordException.Reason.EMPTY);
        return refused(record, letter(reason, record, from).withMessage(message));
    }

    private static Refused refused(Record<byte[], byte[]> record, DeadLetterHeaders why) {
        return new Refused(record.key(), record.value(), why);
    }

    private DeadLetterHeaders letter(String reason, Record<byte[], byte[]> record, RecordMetadata from) {
        meters.deadLetter(reason);
        return DeadLetterHeaders.of(stage, reason)
                .from(from.topic(), from.partition(), from.offset(), Instant.ofEpochMilli(record.timestamp()));
    }
}
