package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.watch.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.ObjIntConsumer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Facts in the store of one task. A fact is written once, under its country, day, path and incident; because the day
 * comes before the path, the facts of a day in a province are one range, as are those in a district or a site. The first
 * of a day at a path has no incident in its key: where there is but one, as mostly, it is found by one look.
 */
final class FactStore {

    private final KeyValueStore<Bytes, byte[]> store;
    private final FactCodec codec = new FactCodec();

    FactStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** The path and the day of each fact there is. */
    void forEachKey(ObjIntConsumer<String> consumer) {
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            while (all.hasNext()) {
                Bytes key = all.next().key;
                consumer.accept(FactKeys.path(key), FactKeys.day(key));
            }
        }
    }

    /** Every fact whose path begins with those letters, with its path, in no order that matters. */
    void forEach(String home, BiConsumer<String, Fact> consumer) {
        try (KeyValueIterator<Bytes, byte[]> all = store.prefixScan(home.getBytes(UTF_8), new ByteArraySerializer())) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> next = all.next();
                consumer.accept(FactKeys.path(next.key), codec.decode(next.value));
            }
        }
    }

    /** @param first whether none of the path and day is there yet */
    void put(String path, int day, Fact fact, boolean first) {
        store.put(first ? FactKeys.first(path, day) : FactKeys.of(path, day, fact.incident()), codec.encode(fact));
    }

    /** Whether it was there. */
    boolean remove(String path, int day, String incident) {
        Optional<Bytes> key = keyOf(path, day, incident);
        key.ifPresent(store::delete);
        return key.isPresent();
    }

    /** Under what the fact of the incident is kept, if it is kept there. */
    private Optional<Bytes> keyOf(String path, int day, String incident) {
        Bytes first = FactKeys.first(path, day);
        byte[] fact = store.get(first);
        if (fact != null && codec.decode(fact).incident().equals(incident)) {
            return Optional.of(first);
        }
        Bytes key = FactKeys.of(path, day, incident);
        return store.get(key) == null ? Optional.empty() : Optional.of(key);
    }

    /**
     * Removes facts of the day whose paths begin with those letters, so many at the most.
     *
     * @return the path of each that was removed
     */
    List<String> forget(String home, int day, int most) {
        List<Bytes> keys = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> facts =
                store.prefixScan(FactKeys.start(home, day), new BytesSerializer())) {
            while (facts.hasNext() && keys.size() < most) {
                keys.add(facts.next().key);
            }
        }
        keys.forEach(store::delete);
        return keys.stream().map(FactKeys::path).toList();
    }

    /** What is kept at the path itself. */
    List<Fact> at(String path, int day) {
        return read(FactKeys.first(path, day));
    }

    /** What is kept at the path itself, where it is one fact. */
    List<Fact> only(String path, int day) {
        byte[] fact = store.get(FactKeys.first(path, day));
        return fact == null ? at(path, day) : new ArrayList<>(List.of(codec.decode(fact)));
    }

    /** What is kept at paths that begin so. */
    List<Fact> under(String path, int day) {
        return read(FactKeys.start(path, day));
    }

    private List<Fact> read(Bytes start) {
        List<Fact> facts = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range = store.prefixScan(start, new BytesSerializer())) {
            while (range.hasNext()) {
                facts.add(codec.decode(range.next().value));
            }
        }
        return facts;
    }
}
