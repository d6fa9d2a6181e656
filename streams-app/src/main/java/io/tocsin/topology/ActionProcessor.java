package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.avro.OperatorAction;
import io.tocsin.incident.InvalidField;
import io.tocsin.metrics.Meters;
import io.tocsin.schemas.deadletter.DeadLetterHeaders;
import io.tocsin.schemas.serde.UnreadableRecordException;
import io.tocsin.topology.Admission.Misrouted;
import io.tocsin.topology.Admission.Refused;
import io.tocsin.watch.Scope;
import java.time.Instant;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Decodes operators' actions and sends each on to the task of the country, or of the scope that crosses borders; a
 * tombstone only tells the cleaner to forget.
 */
final class ActionProcessor implements Processor<byte[], byte[], byte[], Admission> {

    private static final String STAGE = "action";

    private final Deserializer<OperatorAction> deserializer;
    private final Meters meters;
    private ProcessorContext<byte[], Admission> context;

    ActionProcessor(Deserializer<OperatorAction> deserializer, Meters meters) {
        this.deserializer = deserializer;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<byte[], Admission> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (record.value() == null) {
            return;
        }
        RecordMetadata from = context.recordMetadata().orElseThrow();
        try {
            OperatorAction action = Patiently.call(() -> deserializer.deserialize(from.topic(), record.value()));
            context.forward(record.withValue(new Misrouted(home(action).getBytes(UTF_8), record.value())));
        } catch (UnreadableRecordException e) {
            refuse(record, letter(RefusalReason.of(e.reason()), record, from).withMessage(e.getMessage()));
        } catch (InvalidField e) {
            refuse(
                    record,
                    letter(RefusalReason.CONSTRAINT, record, from)
                            .withField(e.field())
                            .withMessage(e.getMessage()));
        }
    }

    /** The country of the reports or of the alert's scope; for a scope that crosses borders its key. */
    private static String home(OperatorAction action) {
        if (RulingRecords.isRuling(action)) {
            return RulingRecords.ruling(action).country();
        }
        AlertActionRecords.action(action);
        String scope = AlertActionRecords.scope(action);
        return Scope.countryOf(scope).orElse(scope);
    }

    private void refuse(Record<byte[], byte[]> record, DeadLetterHeaders why) {
        context.forward(record.withValue(new Refused(record.key(), record.value(), why)));
    }

    private DeadLetterHeaders letter(String reason, Record<byte[], byte[]> record, RecordMetadata from) {
        meters.deadLetter(reason);
        return DeadLetterHeaders.of(STAGE, reason)
                .from(from.topic(), from.partition(), from.offset(), Instant.ofEpochMilli(record.timestamp()));
    }
}
