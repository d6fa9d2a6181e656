package io.tocsin.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.avro.Report;
import java.nio.ByteBuffer;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Remembers every report under its day and site, encoded anew, and a fact of half its size, in two persistent stores
 * with changelogs like those of Tocsin, and sends it on. Reads nothing back.
 */
final class FloorProcessor implements Processor<byte[], Report, byte[], Report> {

    private static final String REPORTS = "reports";
    private static final String FACTS = "facts";
    private static final long DAY_MS = 24L * 60 * 60 * 1000;

    private final Serializer<Report> serializer;
    private ProcessorContext<byte[], Report> context;
    private KeyValueStore<Bytes, byte[]> reports;
    private KeyValueStore<Bytes, byte[]> facts;

    private FloorProcessor(Serializer<Report> serializer) {
        this.serializer = serializer;
    }

    static ProcessorSupplier<byte[], Report, byte[], Report> supplier(Serializer<Report> serializer) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], Report, byte[], Report> get() {
                return new FloorProcessor(serializer);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(store(REPORTS), store(FACTS));
            }
        };
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray());
    }

    @Override
    public void init(ProcessorContext<byte[], Report> processorContext) {
        context = processorContext;
        reports = context.getStateStore(REPORTS);
        facts = context.getStateStore(FACTS);
    }

    @Override
    public void process(Record<byte[], Report> record) {
        Report report = record.value();
        byte[] encoded = serializer.serialize(REPORTS, report);
        byte[] site = (report.getPlace().getCountry() + '/' + report.getPlace().getSite() + '/' + report.getId())
                .getBytes(UTF_8);
        int day = (int) (report.getOccurrence().getFrom().toEpochMilli() / DAY_MS);
        Bytes key = Bytes.wrap(ByteBuffer.allocate(Integer.BYTES + site.length)
                .putInt(day)
                .put(site)
                .array());
        reports.put(key, encoded);
        facts.put(key, ByteBuffer.allocate(encoded.length / 2).array());
        context.forward(record);
    }
}
