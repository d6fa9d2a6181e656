package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.incident.InvalidField;
import io.tocsin.metrics.Meters;
import io.tocsin.schemas.serde.UnreadableRecordException;
import io.tocsin.sources.ListenedSource;
import io.tocsin.sources.Silence;
import io.tocsin.sources.SourceStatus;
import io.tocsin.sources.Word;
import io.tocsin.watch.AlertAction;
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
 * nobody is polled. A tombstone tells that a source is no longer asked. What operators do about a silence is kept with it.
 */
final class SilenceProcessor implements Processor<byte[], Heard, byte[], Told> {

    private final TopologySettings settings;
    private final Deserializer<io.tocsin.avro.SourceStatus> deserializer;
    private final Meters meters;
    private final Refusals refusals;
    private ProcessorContext<byte[], Told> context;
    private StoredSources sources;

    SilenceProcessor(TopologySettings settings, Deserializer<io.tocsin.avro.SourceStatus> deserializer, Meters meters) {
        this.settings = settings;
        this.deserializer = deserializer;
        this.meters = meters;
        this.refusals = new Refusals("source", meters);
    }

    @Override
    public void init(ProcessorContext<byte[], Told> processorContext) {
        context = processorContext;
        sources = new StoredSources(context.getStateStore(Stores.SOURCES.storeName()));
        if (settings.clock() == TopologySettings.Clock.WALL) {
            context.schedule(settings.ticks().every(), PunctuationType.WALL_CLOCK_TIME, wallMs -> listen(now()));
        }
    }

    @Override
    public void process(Record<byte[], Heard> record) {
        if (record.value() instanceof Heard.Acted acted) {
            act(record, acted);
        } else {
            hear(record.withValue(((Heard.Status) record.value()).status()));
        }
    }

    private void act(Record<byte[], Heard> record, Heard.Acted acted) {
        AlertAction action = acted.action();
        Optional<ListenedSource> source = SilenceRecords.sourceOf(action.book())
                .flatMap(sources::find)
                .filter(known -> known.isOf(action.alert()) && action.rule().equals(Silence.RULE));
        if (source.isPresent()) {
            source.get().acted(action, now()).ifPresent(this::take);
        } else {
            meters.deadLetter(RefusalReason.UNKNOWN_ALERT);
            context.forward(record.withValue(acted.unknown()));
        }
    }

    private void hear(Record<byte[], byte[]> record) {
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
            context.forward(record.withValue(refusals.of(record, from, e)));
        } catch (InvalidField e) {
            context.forward(record.withValue(refusals.of(record, from, e)));
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
        due.ifPresent(this::take);
    }

    private void take(Word word) {
        sources.put(word.source());
        announce(word);
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
}
