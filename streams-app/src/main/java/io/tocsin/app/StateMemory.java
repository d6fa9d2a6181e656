package io.tocsin.app;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds the memory of all state stores of the process together. By default each store of each task has 50 MB for what it
 * reads and 48 MB for what it writes, so that an instance takes more with every partition.
 *
 * <p>What is read and what is written share one cache, of which writes take a half at the most; see Kafka's documentation,
 * "Memory Management", RocksDB. Indexes and filters, some hundredths of what is stored, stay beside it: looked up in the
 * cache they would cost with every look.
 */
public final class StateMemory implements RocksDBConfigSetter {

    /** The property of Kafka Streams in which the bytes are handed over, as a {@link Long}. */
    public static final String BYTES = "tocsin.state.memory.bytes";

    private static final Map<Long, StateMemory.Shared> SHARED = new ConcurrentHashMap<>();

    /** Never closed: stores of other tasks of the process may use it. */
    private record Shared(Cache cache, WriteBufferManager writes) {

        static Shared of(long bytes) {
            Cache cache = new LRUCache(bytes);
            return new Shared(cache, new WriteBufferManager(bytes / 2, cache));
        }
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        Shared shared = SHARED.computeIfAbsent((Long) configs.get(BYTES), Shared::of);
        // Kafka Streams closes its own objects with the store: they are changed, not replaced.
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(shared.cache());
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(shared.writes());
    }

    @Override
    public void close(String storeName, Options options) {
        // What is shared outlives the store.
    }
}
