package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.places.Area;
import io.tocsin.places.PlaceLevel;
import io.tocsin.watch.Fact;
import io.tocsin.watch.Ledger;
import io.tocsin.watch.Replacement;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The ledger in the store of one task. A fact is written once, under its country, day and path; because the day comes
 * before the path, the facts of a day in a province are one range, as are those in a district or a site. On which days
 * an area has any is known in memory, so that no look into the store is in vain.
 */
final class StoredLedger implements Ledger {

    private static final long DAY_MS = 24L * 60 * 60 * 1000;
    private static final int COUNTRY_LETTERS = 2;

    private final KeyValueStore<Bytes, byte[]> store;
    private final FactCodec codec = new FactCodec();
    private final Cells cells;
    private final Map<String, Days> days = new HashMap<>();
    private final Set<String> countries = new TreeSet<>();
    private final KeptDays kept = new KeptDays();

    StoredLedger(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        this.cells = new Cells(store, codec);
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            while (all.hasNext()) {
                notice(all.next().key);
            }
        }
    }

    /** Takes out what no longer counts and puts in what does. */
    void apply(List<Replacement> changes) {
        for (Replacement change : changes) {
            change.before().ifPresent(this::remove);
            change.after().ifPresent(this::add);
        }
    }

    /** Every fact, in no order that matters. */
    void forEach(Consumer<Fact> consumer) {
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            while (all.hasNext()) {
                codec.decode(all.next().value, consumer);
            }
        }
    }

    /** Forgets the facts of days before this one, those of so many cells at the most. */
    void forgetBefore(int day, int most) {
        int left = most;
        for (String country : countries) {
            Days known = days.getOrDefault(country, Days.NONE);
            while (left > 0 && known.size() > 0 && known.get(0) < day) {
                left -= forget(country, known.get(0), left);
            }
        }
    }

    private int forget(String country, int day, int most) {
        List<Bytes> keys = new ArrayList<>();
        boolean all;
        try (KeyValueIterator<Bytes, byte[]> chunks = store.prefixScan(name(country, day), new BytesSerializer())) {
            while (chunks.hasNext() && keys.size() < most) {
                keys.add(chunks.next().key);
            }
            all = !chunks.hasNext();
        }
        for (Bytes key : keys) {
            store.delete(key);
            cells.forgotten(key);
            String path = path(Cells.name(key).get());
            dropDay(path, day);
            forEachArea(path, area -> {
                if (!area.equals(country)) {
                    dropDay(area, day);
                }
            });
        }
        if (all) {
            dropDay(country, day);
        }
        return Math.max(1, keys.size());
    }

    private void dropDay(String key, int day) {
        Days known = daysOf(key);
        known.remove(day);
        if (known.size() == 0) {
            days.remove(key);
        }
    }

    @Override
    public Iterable<Fact> forward(Area area, Instant from, Instant until) {
        Days known = days.getOrDefault(area.key(), Days.NONE);
        int first = known.first(dayOrBound(from));
        int last = known.first(dayOrBound(until) + 1) - 1;
        return () -> new Walk(first, last, 1, index -> facts(area, known.get(index)), from, until);
    }

    @Override
    public Iterable<Fact> backward(Area area, Instant from, Instant until) {
        Days known = days.getOrDefault(area.key(), Days.NONE);
        int first = known.first(dayOrBound(from));
        int last = known.first(dayOrBound(until) + 1) - 1;
        return () -> new Walk(last, first, -1, index -> reversed(facts(area, known.get(index))), from, until);
    }

    private void add(Fact fact) {
        String path = fact.place().path();
        int day = day(fact.at());
        Bytes cell = name(path, day);
        if (daysOf(path).contains(day)) {
            cells.add(cell, fact);
        } else {
            cells.begin(cell, fact);
            addDay(path, day);
            if (path.charAt(path.length() - 1) != Area.SEPARATOR) {
                kept.keep(path, day, new ArrayList<>());
            }
        }
        forEachArea(path, area -> kept.add(area, day, fact));
    }

    private void remove(Fact fact) {
        String path = fact.place().path();
        int day = day(fact.at());
        boolean empty = cells.remove(name(path, day), fact.incident());
        if (empty) {
            daysOf(path).remove(day);
        }
        forEachArea(path, area -> kept.remove(area, day, fact));
    }

    private List<Fact> facts(Area area, int day) {
        List<Fact> facts = kept.get(area.key(), day);
        if (facts == null) {
            facts = load(area, day);
            kept.keep(area.key(), day, facts);
        }
        return facts;
    }

    private List<Fact> load(Area area, int day) {
        List<Fact> facts = new ArrayList<>();
        if (area.level() == PlaceLevel.SITE) {
            cells.read(name(area.key(), day), facts::add);
        } else {
            Bytes prefix = name(area.key() + Area.SEPARATOR, day);
            try (KeyValueIterator<Bytes, byte[]> chunks = store.prefixScan(prefix, new BytesSerializer())) {
                while (chunks.hasNext()) {
                    codec.decode(chunks.next().value, facts::add);
                }
            }
        }
        Collections.sort(facts);
        return facts;
    }

    private void notice(Bytes key) {
        cells.noticed(key);
        byte[] name = Cells.name(key).get();
        addDay(path(name), ByteBuffer.wrap(name).getInt(COUNTRY_LETTERS) ^ Integer.MIN_VALUE);
    }

    private static String path(byte[] name) {
        int within = COUNTRY_LETTERS + Integer.BYTES;
        return new String(name, 0, COUNTRY_LETTERS, UTF_8) + new String(name, within, name.length - within, UTF_8);
    }

    private void addDay(String path, int day) {
        if (daysOf(path).add(day)) {
            countries.add(path.substring(0, COUNTRY_LETTERS));
            forEachArea(path, area -> daysOf(area).add(day));
        }
    }

    private Days daysOf(String key) {
        return days.computeIfAbsent(key, k -> new Days());
    }

    /** The keys of the areas that the path lies in: its beginnings, without those that end in no name. */
    private static void forEachArea(String path, Consumer<String> consumer) {
        int start = 0;
        for (int end = COUNTRY_LETTERS; end >= 0; end = path.indexOf(Area.SEPARATOR, start)) {
            if (end > start) {
                consumer.accept(path.substring(0, end));
            }
            start = end + 1;
        }
        if (path.length() > start) {
            consumer.accept(path);
        }
    }

    /** The name of the cell of a path and a day; or the beginning of the names of those under an area. */
    private static Bytes name(String path, int day) {
        byte[] text = path.getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(Integer.BYTES + text.length)
                .put(text, 0, COUNTRY_LETTERS)
                .putInt(day ^ Integer.MIN_VALUE)
                .put(text, COUNTRY_LETTERS, text.length - COUNTRY_LETTERS)
                .array());
    }

    private static int day(Instant at) {
        return (int) Math.floorDiv(at.toEpochMilli(), DAY_MS);
    }

    private static long dayOrBound(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), DAY_MS / 1000);
    }

    private static List<Fact> reversed(List<Fact> facts) {
        return new AbstractList<>() {
            @Override
            public Fact get(int index) {
                return facts.get(facts.size() - 1 - index);
            }

            @Override
            public int size() {
                return facts.size();
            }
        };
    }

    /** Walks over days, by their indexes, and the facts in them; loads a day when it gets there. */
    private static final class Walk implements Iterator<Fact> {
        private final int end;
        private final int step;
        private final IntFunction<List<Fact>> factsOf;
        private final Instant from;
        private final Instant until;
        private int day;
        private int index;
        private List<Fact> facts = List.of();

        Walk(int start, int end, int step, IntFunction<List<Fact>> factsOf, Instant from, Instant until) {
            this.day = start - step;
            this.end = end;
            this.step = step;
            this.factsOf = factsOf;
            this.from = from;
            this.until = until;
        }

        @Override
        public boolean hasNext() {
            while (index >= facts.size() && (step > 0 ? day < end : day > end)) {
                day += step;
                facts = factsOf.apply(day);
                index = firstReached();
            }
            return index < facts.size() && !passed(facts.get(index).at());
        }

        /** By bisection: the facts are sorted in the direction of the walk. */
        private int firstReached() {
            int low = 0;
            int high = facts.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                Instant at = facts.get(middle).at();
                boolean reached = step > 0 ? !at.isBefore(from) : !at.isAfter(until);
                if (reached) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }

        private boolean passed(Instant at) {
            return step > 0 ? at.isAfter(until) : at.isBefore(from);
        }

        @Override
        public Fact next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return facts.get(index++);
        }
    }
}
