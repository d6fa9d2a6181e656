package io.tocsin.topology;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** The one clock that all goes by. */
interface WatchClock {

    /** What time it is. */
    Instant now();

    /** Tells the clock that a report of that time was seen. */
    void seen(Instant publishedAt);

    /** The clock of that kind, in the processor that keeps it in that store. */
    static WatchClock keeping(TopologySettings.Clock kind, ProcessorContext<?, ?> context, Stores store) {
        return of(kind, context, store, true);
    }

    /** The clock of that kind, in a processor after that one, which sees the same reports. */
    static WatchClock following(TopologySettings.Clock kind, ProcessorContext<?, ?> context, Stores store) {
        return of(kind, context, store, false);
    }

    private static WatchClock of(
            TopologySettings.Clock kind, ProcessorContext<?, ?> context, Stores store, boolean keeps) {
        return switch (kind) {
            case WALL -> wall(context);
            case STREAM -> new Stream(context.getStateStore(store.storeName()), keeps);
        };
    }

    /** Live: the system's time. */
    private static WatchClock wall(ProcessorContext<?, ?> context) {
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
    final class Stream implements WatchClock {
        private static final Bytes KEY = Bytes.wrap(new byte[] {0});

        private final KeyValueStore<Bytes, byte[]> store;
        private final boolean keeps;
        private Instant now;

        private Stream(KeyValueStore<Bytes, byte[]> store, boolean keeps) {
            this.store = store;
            this.keeps = keeps;
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
                if (keeps) {
                    store.put(
                            KEY,
                            ByteBuffer.allocate(Long.BYTES)
                                    .putLong(now.toEpochMilli())
                                    .array());
                }
            }
        }
    }
}
