package io.tocsin.topology;

import io.tocsin.watch.Fact;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The facts of one place and day, cut into chunks, so that no value outgrows a record and adding to a crowded cell costs
 * no more than adding to a quiet one. Keys are {@code name 0x00 number}, numbered from 0 without a gap.
 */
final class Cells {

    /** A chunk that has grown to so many bytes is closed. */
    private static final int CLOSED_AT = 4 * 1024;

    private final KeyValueStore<Bytes, byte[]> store;
    private final FactCodec codec;
    private final Map<Bytes, Integer> lastChunks = new HashMap<>();

    Cells(KeyValueStore<Bytes, byte[]> store, FactCodec codec) {
        this.store = store;
        this.codec = codec;
    }

    /** Tells of a key that is in the store when the task starts. */
    void noticed(Bytes key) {
        noticed(name(key), number(key));
    }

    void read(Bytes name, Consumer<Fact> consumer) {
        int last = last(name);
        for (int number = 0; number <= last; number++) {
            byte[] chunk = store.get(key(name, number));
            if (chunk != null) {
                codec.decode(chunk, consumer);
            }
        }
    }

    /** Adds the first fact of a cell that has none: there is nothing to read. */
    void begin(Bytes name, Fact fact) {
        store.put(key(name, 0), codec.append(FactCodec.NONE, fact));
    }

    void add(Bytes name, Fact fact) {
        int last = last(name);
        byte[] chunk = store.get(key(name, last));
        if (chunk != null && chunk.length >= CLOSED_AT) {
            last++;
            noticed(name, last);
            chunk = null;
        }
        store.put(key(name, last), codec.append(chunk == null ? FactCodec.NONE : chunk, fact));
    }

    /**
     * Removes the fact of the incident.
     *
     * @return whether the cell is empty now
     */
    boolean remove(Bytes name, String incident) {
        int last = last(name);
        for (int number = 0; number <= last; number++) {
            byte[] chunk = store.get(key(name, number));
            if (chunk != null) {
                byte[] rest = codec.without(chunk, incident);
                if (rest.length < chunk.length) {
                    replace(name, number, rest, last);
                    return last == 0 && rest.length == 0;
                }
            }
        }
        return false;
    }

    /** An empty chunk makes room: the last one moves to its number. */
    private void replace(Bytes name, int number, byte[] chunk, int last) {
        if (chunk.length > 0) {
            store.put(key(name, number), chunk);
            return;
        }
        if (number < last) {
            store.put(key(name, number), store.get(key(name, last)));
        }
        store.delete(key(name, last));
        if (last > 1) {
            lastChunks.put(name, last - 1);
        } else {
            lastChunks.remove(name);
        }
    }

    /** Tells of a key that is no longer in the store, because its whole day is forgotten. */
    void forgotten(Bytes key) {
        lastChunks.remove(name(key));
    }

    private int last(Bytes name) {
        return lastChunks.getOrDefault(name, 0);
    }

    private void noticed(Bytes name, int number) {
        if (number > 0) {
            lastChunks.merge(name, number, Math::max);
        }
    }

    private static Bytes key(Bytes name, int number) {
        return Bytes.wrap(ByteBuffer.allocate(name.get().length + 1 + Integer.BYTES)
                .put(name.get())
                .put((byte) 0)
                .putInt(number)
                .array());
    }

    static Bytes name(Bytes key) {
        return Bytes.wrap(Arrays.copyOf(key.get(), key.get().length - 1 - Integer.BYTES));
    }

    private static int number(Bytes key) {
        return ByteBuffer.wrap(key.get()).getInt(key.get().length - Integer.BYTES);
    }
}
