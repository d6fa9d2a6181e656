package io.tocsin.topology;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** The builders of a topology's stores: processors that share a store must be given the same one. */
final class StoreShelf {

    private final Map<Stores, StoreBuilder<?>> builders = new EnumMap<>(Stores.class);

    /** Supplies processors that use these stores. */
    <KI, VI, KO, VO> ProcessorSupplier<KI, VI, KO, VO> supplier(
            Supplier<Processor<KI, VI, KO, VO>> processor, Stores... stores) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<KI, VI, KO, VO> get() {
                return processor.get();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Arrays.stream(stores)
                        .map(store -> builders.computeIfAbsent(store, Stores::builder))
                        .collect(Collectors.toSet());
            }
        };
    }
}
