package io.tocsin.topology;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** The one clock that all goes by. */
interface WatchClock {

    /** What time it is. */
    Instant now();

    /**
     * How late it is for certain: not later than the newest report. What is forgotten does not come back, so it goes by
     * this: a clock that is set forward by mistake, and back again, must not cost the memory.
     */
    Instant atLeast();

    /** Tells the clock that a report of that time was seen. */
    void seen(Instant publishedAt);

    /** The clock, in the processor that keeps it in that store. */
    static WatchClock keeping(TopologySettings settings, ProcessorContext<?, ?> context, Stores store) {
        return of(settings, context, store, true);
    }

    /** The clock, in a processor after that one, which sees the same reports. */
    static WatchClock following(TopologySettings settings, ProcessorContext<?, ?> context, Stores store) {
        return of(settings, context, store, false);
    }

    private static WatchClock of(
            TopologySettings settings, ProcessorContext<?, ?> context, Stores store, boolean keeps) {
        Stream newest = new Stream(context.getStateStore(store.storeName()), keeps);
        return switch (settings.clock()) {
            case WALL -> new Wall(settings.wall(), newest);
            case STREAM -> newest;
        };
    }

    /** Live: the system's time, as finely as it is kept. */
    record Wall(InstantSource system, Stream newest) implements WatchClock {
        @Override
        public Instant now() {
            return Instant.ofEpochMilli(system.millis());
        }

        @Override
        public Instant atLeast() {
            Instant now = now();
            return now.isBefore(newest.now()) ? now : newest.now();
        }

        @Override
        public void seen(Instant publishedAt) {
            newest.seen(publishedAt);
        }
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
        public Instant atLeast() {
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
