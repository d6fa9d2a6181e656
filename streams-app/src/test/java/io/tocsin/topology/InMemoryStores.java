package io.tocsin.topology;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.ProcessorWrapper;
import org.apache.kafka.streams.processor.api.WrappedFixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.WrappedProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Puts a store in memory in the place of every one on disk; for Kafka's {@code processor.wrapper.class}. */
public final class InMemoryStores implements ProcessorWrapper {

    /** Two processors that share a store must be given the same one. */
    private final IdentityHashMap<StoreBuilder<?>, StoreBuilder<?>> replaced = new IdentityHashMap<>();

    @Override
    public <KI, VI, KO, VO> WrappedProcessorSupplier<KI, VI, KO, VO> wrapProcessorSupplier(
            String name, ProcessorSupplier<KI, VI, KO, VO> supplier) {
        return new WrappedProcessorSupplier<>() {
            @Override
            public Processor<KI, VI, KO, VO> get() {
                return supplier.get();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Optional.ofNullable(supplier.stores())
                        .map(InMemoryStores.this::inMemory)
                        .orElse(null);
            }
        };
    }

    @Override
    public <KI, VI, VO> WrappedFixedKeyProcessorSupplier<KI, VI, VO> wrapFixedKeyProcessorSupplier(
            String name, FixedKeyProcessorSupplier<KI, VI, VO> supplier) {
        return ProcessorWrapper.asWrappedFixedKey(supplier);
    }

    private Set<StoreBuilder<?>> inMemory(Set<StoreBuilder<?>> onDisk) {
        return onDisk.stream()
                .map(each -> replaced.computeIfAbsent(each, InMemoryStores::inMemory))
                .collect(Collectors.toSet());
    }

    private static StoreBuilder<?> inMemory(StoreBuilder<?> onDisk) {
        return Arrays.stream(Stores.values())
                .map(Stores::storeName)
                .filter(onDisk.name()::equals)
                .map(name -> org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name),
                        Serdes.Bytes(),
                        Serdes.ByteArray()))
                .findFirst()
                .orElseThrow();
    }
}
