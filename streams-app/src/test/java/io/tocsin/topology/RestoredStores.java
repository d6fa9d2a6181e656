package io.tocsin.topology;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.ProcessorWrapper;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.WrappedFixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.WrappedProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Fills the stores of a task before its processors start, which the test driver does not; it restores no changelog. */
public final class RestoredStores implements ProcessorWrapper {

    private static final String STATE = "restored.stores.state";
    private static final String IN_MEMORY = "restored.stores.in.memory";

    private Map<String, Map<Bytes, byte[]>> state = Map.of();
    private Optional<InMemoryStores> inMemory = Optional.empty();

    /**
     * The properties with which stores are filled.
     *
     * @param state what is in the stores, by their names
     * @param more properties that may ask for stores in memory
     */
    static Map<String, Object> properties(Map<String, Map<Bytes, byte[]>> state, Map<String, ?> more) {
        Map<String, Object> properties = new HashMap<>(more);
        Object wrapper = properties.put(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG, RestoredStores.class);
        properties.put(STATE, state);
        properties.put(IN_MEMORY, InMemoryStores.class.equals(wrapper));
        return properties;
    }

    @Override
    @SuppressWarnings("unchecked") // put in by properties
    public void configure(Map<String, ?> configs) {
        state = (Map<String, Map<Bytes, byte[]>>) configs.get(STATE);
        inMemory = Boolean.TRUE.equals(configs.get(IN_MEMORY)) ? Optional.of(new InMemoryStores()) : Optional.empty();
    }

    @Override
    public <KI, VI, KO, VO> WrappedProcessorSupplier<KI, VI, KO, VO> wrapProcessorSupplier(
            String name, ProcessorSupplier<KI, VI, KO, VO> supplier) {
        WrappedProcessorSupplier<KI, VI, KO, VO> wrapped = inMemory.map(
                        stores -> stores.wrapProcessorSupplier(name, supplier))
                .orElseGet(() -> ProcessorWrapper.asWrapped(supplier));
        return new WrappedProcessorSupplier<>() {
            @Override
            public Processor<KI, VI, KO, VO> get() {
                Set<String> names = Optional.ofNullable(supplier.stores()).orElse(Set.of()).stream()
                        .map(StoreBuilder::name)
                        .filter(state::containsKey)
                        .collect(Collectors.toSet());
                return new Restored<>(wrapped.get(), names, state);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return wrapped.stores();
            }
        };
    }

    @Override
    public <KI, VI, VO> WrappedFixedKeyProcessorSupplier<KI, VI, VO> wrapFixedKeyProcessorSupplier(
            String name, FixedKeyProcessorSupplier<KI, VI, VO> supplier) {
        return ProcessorWrapper.asWrappedFixedKey(supplier);
    }

    /** A processor that finds its stores filled. */
    private record Restored<KI, VI, KO, VO>(
            Processor<KI, VI, KO, VO> processor, Set<String> stores, Map<String, Map<Bytes, byte[]>> state)
            implements Processor<KI, VI, KO, VO> {

        @Override
        public void init(ProcessorContext<KO, VO> context) {
            for (String name : stores) {
                KeyValueStore<Bytes, byte[]> store = context.getStateStore(name);
                state.get(name).forEach(store::put);
            }
            processor.init(context);
        }

        @Override
        public void process(Record<KI, VI> record) {
            processor.process(record);
        }

        @Override
        public void close() {
            processor.close();
        }
    }
}
