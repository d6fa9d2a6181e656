package io.tocsin.topology;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The stores of a task. All are compacted key-value stores: event times live in values and keys, not in windows. */
enum Stores {
    REPORTS("reports"),
    RULINGS("rulings"),
    LEDGER("ledger"),
    COVERAGE("coverage"),
    ALERTS("alerts"),
    APPLIED_RULES("applied-rules"),
    CLOCK("clock"),
    CROSSING_LEDGER("crossing-ledger"),
    CROSSING_COVERAGE("crossing-coverage"),
    CROSSING_ALERTS("crossing-alerts"),
    CROSSING_APPLIED_RULES("crossing-applied-rules"),
    CROSSING_CLOCK("crossing-clock"),
    SOURCES("sources"),
    ARTICLES("articles");

    /** The rules in force, the same in every instance. */
    static final String RULES = "rules";

    private static final Map<String, String> CHANGELOG = Map.of(
            "segment.ms", "3600000",
            "segment.bytes", "67108864",
            "min.cleanable.dirty.ratio", "0.1");

    private final String storeName;

    Stores(String storeName) {
        this.storeName = storeName;
    }

    String storeName() {
        return storeName;
    }

    /**
     * Our processors decide and forward by themselves, so a cache only saves changelog writes: where keys are written
     * again and again, not where almost every key is written once.
     */
    StoreBuilder<KeyValueStore<Bytes, byte[]>> builder() {
        StoreBuilder<KeyValueStore<Bytes, byte[]>> builder = org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.persistentKeyValueStore(storeName),
                        Serdes.Bytes(),
                        Serdes.ByteArray())
                .withLoggingEnabled(CHANGELOG);
        return this == CLOCK || this == CROSSING_CLOCK ? builder.withCachingEnabled() : builder;
    }
}
