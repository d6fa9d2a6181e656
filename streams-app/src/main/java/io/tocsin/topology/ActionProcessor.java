package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.avro.OperatorAction;
import io.tocsin.incident.InvalidField;
import io.tocsin.metrics.Meters;
import io.tocsin.schemas.serde.UnreadableRecordException;
import io.tocsin.topology.Admission.Misrouted;
import io.tocsin.watch.Scope;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Decodes operators' actions and sends each on to the task of the country, of the source, or of the scope that crosses borders; a
 * tombstone only tells the cleaner to forget.
 */
final class ActionProcessor implements Processor<byte[], byte[], byte[], Admission> {

    private final Deserializer<OperatorAction> deserializer;
    private final Refusals refusals;
    private ProcessorContext<byte[], Admission> context;

    ActionProcessor(Deserializer<OperatorAction> deserializer, Meters meters) {
        this.deserializer = deserializer;
        this.refusals = new Refusals("action", meters);
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
            context.forward(record.withValue(refusals.of(record, from, e)));
        } catch (InvalidField e) {
            context.forward(record.withValue(refusals.of(record, from, e)));
        }
    }

    /** The country of the reports or of the alert's scope; for a source or a scope that crosses borders its key. */
    private static String home(OperatorAction action) {
        if (RulingRecords.isRuling(action)) {
            return RulingRecords.ruling(action).country();
        }
        AlertActionRecords.action(action);
        String scope = AlertActionRecords.scope(action);
        return SilenceRecords.sourceOf(scope).isPresent()
                ? scope
                : Scope.countryOf(scope).orElse(scope);
    }
}
