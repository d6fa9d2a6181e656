package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.incident.InvalidField;
import io.tocsin.metrics.Meters;
import io.tocsin.schemas.deadletter.DeadLetterHeaders;
import io.tocsin.schemas.serde.UnreadableRecordException;
import io.tocsin.sources.ListenedSource;
import io.tocsin.sources.Silence;
import io.tocsin.sources.SourceStatus;
import io.tocsin.sources.Word;
import io.tocsin.topology.Admission.Refused;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Listens to what connectors say of their sources, and announces those that fall silent. By the wall clock only: in a replay
 * nobody is polled. A tombstone tells that a source is no longer asked.
 */
final class SilenceProcessor implements Processor<byte[], byte[], byte[], Told> {

    private static final String STAGE = "source";

    private final TopologySettings settings;
    private final Deserializer<io.tocsin.avro.SourceStatus> deserializer;
    private final Meters meters;
    private ProcessorContext<byte[], Told> context;
    private StoredSources sources;

    SilenceProcessor(TopologySettings settings, Deserializer<io.tocsin.avro.SourceStatus> deserializer, Meters meters) {
        this.settings = settings;
        this.deserializer = deserializer;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<byte[], Told> processorContext) {
        context = processorContext;
        sources = new StoredSources(context.getStateStore(Stores.SOURCES.storeName()));
        if (settings.clock() == TopologySettings.Clock.WALL) {
            context.schedule(settings.tick(), PunctuationType.WALL_CLOCK_TIME, wallMs -> listen(now()));
        }
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata from = context.recordMetadata().orElseThrow();
        try {
            String key = key(record);
            if (record.value() == null) {
                forget(key);
            } else {
                SourceStatus status = SilenceRecords.status(
                        Patiently.call(() -> deserializer.deserialize(from.topic(), record.value())));
                hear(key, status);
            }
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

    private static String key(Record<byte[], byte[]> record) {
        if (record.key() == null) {
            throw new InvalidField("key", "is missing; it is the id of the source");
        }
        return new String(record.key(), UTF_8);
    }

    private void hear(String key, SourceStatus status) {
        if (!status.id().equals(key)) {
            throw new InvalidField("id", "is " + status.id() + ", but the key is " + key);
        }
        ListenedSource source = sources.find(key)
                .map(known -> known.told(status, now()))
                .orElseGet(() -> ListenedSource.first(status, now()));
        sources.put(source);
        listen(source, now());
    }

    private void forget(String id) {
        sources.find(id).flatMap(source -> source.removed(now())).ifPresent(this::announce);
        sources.remove(id);
    }

    private void listen(Instant now) {
        sources.all().forEach(source -> listen(source, now));
    }

    private void listen(ListenedSource source, Instant now) {
        Optional<Word> due = settings.clock() == TopologySettings.Clock.WALL ? source.due(now) : Optional.empty();
        due.ifPresent(word -> {
            sources.put(word.source());
            announce(word);
        });
    }

    private void announce(Word word) {
        io.tocsin.avro.Alert alert = SilenceRecords.alert(word);
        meters.alert(Silence.RULE, alert.getSeverity(), alert.getTransition());
        context.forward(new Record<>(
                alert.getId().getBytes(UTF_8),
                new Told.Announced(alert),
                word.at().toEpochMilli()));
    }

    private Instant now() {
        return Instant.ofEpochMilli(settings.wall().millis());
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
