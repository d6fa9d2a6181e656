package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.FlushOptions;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

class StateMemoryTest {

    private static final long BYTES = 64L * 1024 * 1024;

    @TempDir
    Path folder;

    static {
        RocksDB.loadLibrary();
    }

    /** A store as Kafka Streams opens it: with a cache of its own, which it closes. */
    private final class Store implements AutoCloseable {
        private final LRUCache own = new LRUCache(BYTES);
        private final Options options = new Options().setCreateIfMissing(true);
        private final StateMemory memory = new StateMemory();
        private final RocksDB db;

        Store(String name) throws RocksDBException {
            options.setTableFormatConfig(new BlockBasedTableConfig().setBlockCache(own));
            memory.setConfig(name, options, Map.of(StateMemory.BYTES, BYTES));
            db = RocksDB.open(options, folder.resolve(name).toString());
        }

        void write(int records) throws RocksDBException {
            byte[] value = new byte[1_000];
            for (int i = 0; i < records; i++) {
                db.put(("key" + i).getBytes(StandardCharsets.UTF_8), value);
            }
        }

        long used() throws RocksDBException {
            return db.getLongProperty("rocksdb.block-cache-usage");
        }

        long capacity() throws RocksDBException {
            return db.getLongProperty("rocksdb.block-cache-capacity");
        }

        @Override
        public void close() {
            memory.close("", options);
            db.close();
            options.close();
            own.close();
        }
    }

    @Test
    void isOneForAllStores() throws RocksDBException {
        try (Store one = new Store("one")) {
            try (Store other = new Store("other");
                    FlushOptions flush = new FlushOptions()) {
                long before = one.used();
                other.write(1_000);
                other.db.flush(flush);
                assertThat(other.db.get("key7".getBytes(StandardCharsets.UTF_8)))
                        .hasSize(1_000);

                assertThat(one.capacity()).isEqualTo(BYTES).isEqualTo(other.capacity());
                assertThat(one.used()).as("what the other one reads").isGreaterThan(before);
            }
            one.write(1);
            assertThat(one.db.get("key0".getBytes(StandardCharsets.UTF_8)))
                    .as("a store that is closed takes nothing from the others")
                    .hasSize(1_000);
        }
    }

    @Test
    void boundsWhatIsNotYetFlushedOfAllStoresTogether() throws RocksDBException {
        try (Store one = new Store("a");
                Store two = new Store("b");
                Store three = new Store("c")) {
            List<Store> stores = List.of(one, two, three);
            for (Store store : stores) {
                store.write(40_000);
            }

            await().untilAsserted(() -> {
                long unflushed = 0;
                for (Store store : stores) {
                    unflushed += store.db.getLongProperty("rocksdb.size-all-mem-tables");
                }
                assertThat(unflushed).as("of 120 MB written").isLessThanOrEqualTo(BYTES / 2);
            });
        }
    }
}
