package io.tocsin.topology;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** The one clock that the watch goes by. */
interface WatchClock {

    /** What time it is. */
    Instant now();

    /** Tells the clock that a report of that time was seen. */
    void seen(Instant publishedAt);

    /** Live: the system's time. */
    static WatchClock wall(ProcessorContext<?, ?> context) {
        return new WatchClock() {
            @Override
            public Instant now() {
                return Instant.ofEpochMilli(context.currentSystemTimeMs());
            }

            @Override
            public void seen(Instant publishedAt) {
                // the system's time goes on by itself
            }
        };
    }

    /** Replay: the newest publication seen, kept in the store. */
    static WatchClock stream(KeyValueStore<Bytes, byte[]> store) {
        return new Stream(store);
    }

    /** See {@link #stream}. */
    final class Stream implements WatchClock {
        private static final Bytes KEY = Bytes.wrap(new byte[] {0});

        private final KeyValueStore<Bytes, byte[]> store;
        private Instant now;

        private Stream(KeyValueStore<Bytes, byte[]> store) {
            this.store = store;
            byte[] kept = store.get(KEY);
            this.now = kept == null
                    ? Instant.EPOCH.minusMillis(Long.MAX_VALUE / 2)
                    : Instant.ofEpochMilli(ByteBuffer.wrap(kept).getLong());
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void seen(Instant publishedAt) {
            if (publishedAt.isAfter(now)) {
                now = publishedAt;
                store.put(
                        KEY,
                        ByteBuffer.allocate(Long.BYTES)
                                .putLong(now.toEpochMilli())
                                .array());
            }
        }
    }
}
