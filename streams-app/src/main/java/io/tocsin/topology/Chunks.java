package io.tocsin.topology;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Lists in a key-value store, cut into chunks, so that no value outgrows a record and adding to a long list costs no
 * more than adding to a short one. Keys are {@code name 0x00 number}; the last chunk of the lists last added to is kept
 * decoded.
 *
 * @param <T> element
 */
final class Chunks<T> {

    /** A chunk that has grown to so many bytes is closed. */
    private static final int CLOSED_AT = 4 * 1024;

    private static final int LASTS_KEPT = 20_000;

    /** Some elements of a list, and whether a chunk with more of them follows. */
    record Chunk<T>(boolean more, List<T> elements) {}

    /** Turns chunks into bytes and back. */
    interface Codec<T> {
        byte[] encode(Chunk<T> chunk);

        Chunk<T> decode(byte[] bytes);
    }

    private record Last<T>(int number, List<T> elements, int size) {}

    private final KeyValueStore<Bytes, byte[]> store;
    private final Codec<T> codec;
    private final Lru<Bytes, Last<T>> lasts = new Lru<>(LASTS_KEPT);

    Chunks(KeyValueStore<Bytes, byte[]> store, Codec<T> codec) {
        this.store = store;
        this.codec = codec;
    }

    /** The elements of the list, at most so many, in the order in which they were added. */
    List<T> read(Bytes name, int most) {
        Last<T> last = last(name);
        if (last.number() == 0) {
            return last.elements().size() > most ? last.elements().subList(0, most) : last.elements();
        }
        List<T> elements = new ArrayList<>();
        boolean more = true;
        for (int number = 0; more && elements.size() < most; number++) {
            Optional<Chunk<T>> chunk = get(name, number);
            chunk.ifPresent(c -> elements.addAll(c.elements()));
            more = chunk.map(Chunk::more).orElse(false);
        }
        return elements.size() > most ? elements.subList(0, most) : elements;
    }

    /** Adds the element at the end of the list. */
    void add(Bytes name, T element) {
        Last<T> last = last(name);
        if (last.size() >= CLOSED_AT) {
            store.put(key(name, last.number()), codec.encode(new Chunk<>(true, last.elements())));
            last = new Last<>(last.number() + 1, List.of(), 0);
        }
        List<T> elements = new ArrayList<>(last.elements().size() + 1);
        elements.addAll(last.elements());
        elements.add(element);
        put(name, last.number(), elements);
    }

    /** Removes the first element of that kind, if there is one. */
    void remove(Bytes name, Predicate<T> which) {
        boolean more = true;
        for (int number = 0; more; number++) {
            Chunk<T> chunk = get(name, number).orElse(new Chunk<>(false, List.of()));
            List<T> rest = without(chunk.elements(), which);
            if (rest.size() < chunk.elements().size()) {
                replace(name, number, new Chunk<>(chunk.more(), rest));
                return;
            }
            more = chunk.more();
        }
    }

    private void replace(Bytes name, int number, Chunk<T> chunk) {
        if (chunk.more()) {
            store.put(key(name, number), codec.encode(chunk));
        } else if (chunk.elements().isEmpty() && number == 0) {
            store.delete(key(name, number));
            lasts.remove(name);
        } else {
            put(name, number, chunk.elements());
        }
    }

    private void put(Bytes name, int number, List<T> elements) {
        byte[] bytes = codec.encode(new Chunk<>(false, elements));
        store.put(key(name, number), bytes);
        lasts.put(name, new Last<>(number, elements, bytes.length));
    }

    private Last<T> last(Bytes name) {
        Last<T> kept = lasts.get(name);
        if (kept != null) {
            return kept;
        }
        Last<T> last = new Last<>(0, List.of(), 0);
        boolean more = true;
        for (int number = 0; more; number++) {
            byte[] bytes = store.get(key(name, number));
            more = false;
            if (bytes != null) {
                Chunk<T> chunk = codec.decode(bytes);
                last = new Last<>(number, chunk.elements(), bytes.length);
                more = chunk.more();
            }
        }
        lasts.put(name, last);
        return last;
    }

    private Optional<Chunk<T>> get(Bytes name, int number) {
        return Optional.ofNullable(store.get(key(name, number))).map(codec::decode);
    }

    private static <T> List<T> without(List<T> elements, Predicate<T> which) {
        List<T> rest = new ArrayList<>(elements);
        for (int i = 0; i < rest.size(); i++) {
            if (which.test(rest.get(i))) {
                rest.remove(i);
                return rest;
            }
        }
        return elements;
    }

    static Bytes key(Bytes name, int number) {
        return Bytes.wrap(ByteBuffer.allocate(name.get().length + 1 + Integer.BYTES)
                .put(name.get())
                .put((byte) 0)
                .putInt(number)
                .array());
    }
}
