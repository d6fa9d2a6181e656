package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.places.Area;
import io.tocsin.places.Place;
import io.tocsin.places.PlaceLevel;
import io.tocsin.watch.Fact;
import io.tocsin.watch.Ledger;
import io.tocsin.watch.Replacement;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The ledger in the store of one task. A fact is written once, under its country, day and path; because the day comes
 * before the path, the facts of a day in a province are one range, as are those in a district or a site. The days last
 * looked at are kept sorted in memory, so that a walk over a busy day costs no more than the steps it takes.
 */
final class StoredLedger implements Ledger {

    private static final long DAY_MS = 24L * 60 * 60 * 1000;
    private static final int DAYS_KEPT = 200_000;

    private record DayOf(String area, long day) {}

    private final KeyValueStore<Bytes, byte[]> store;
    private final FactCodec codec = new FactCodec();
    private final Chunks<Fact> cells;
    private final Lru<DayOf, List<Fact>> days = new Lru<>(DAYS_KEPT);
    private long firstDay = Long.MAX_VALUE;
    private long lastDay = Long.MIN_VALUE;

    StoredLedger(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        this.cells = new Chunks<>(store, codec);
        forEach(fact -> extendTo(day(fact.at())));
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
                codec.decode(all.next().value).elements().forEach(consumer);
            }
        }
    }

    @Override
    public Iterable<Fact> forward(Area area, Instant from, Instant until) {
        long first = Math.max(dayOrBound(from), firstDay);
        long last = Math.min(dayOrBound(until), lastDay);
        return () -> new Walk(first, last, 1, day -> facts(area, day), from, until);
    }

    @Override
    public Iterable<Fact> backward(Area area, Instant from, Instant until) {
        long first = Math.max(dayOrBound(from), firstDay);
        long last = Math.min(dayOrBound(until), lastDay);
        return () -> new Walk(last, first, -1, day -> reversed(facts(area, day)), from, until);
    }

    private void add(Fact fact) {
        cells.add(cell(fact), fact);
        long day = day(fact.at());
        extendTo(day);
        forEachKept(fact, facts -> facts.add(-Collections.binarySearch(facts, fact) - 1, fact));
    }

    private void remove(Fact fact) {
        cells.remove(cell(fact), other -> other.incident().equals(fact.incident()));
        forEachKept(fact, facts -> facts.remove(Collections.binarySearch(facts, fact)));
    }

    private void forEachKept(Fact fact, Consumer<List<Fact>> change) {
        for (PlaceLevel level : PlaceLevel.values()) {
            fact.place().area(level).ifPresent(area -> {
                DayOf key = new DayOf(area.key(), day(fact.at()));
                List<Fact> kept = days.get(key);
                if (kept != null) {
                    List<Fact> changed = kept.isEmpty() ? new ArrayList<>() : kept;
                    change.accept(changed);
                    days.put(key, changed);
                }
            });
        }
    }

    private List<Fact> facts(Area area, long day) {
        return days.computeIfAbsent(new DayOf(area.key(), day), key -> load(area, day));
    }

    private List<Fact> load(Area area, long day) {
        List<Fact> facts = new ArrayList<>();
        String within = area.key().substring(area.country().length());
        if (area.level() == PlaceLevel.SITE) {
            facts.addAll(cells.read(name(area.country(), day, within), Integer.MAX_VALUE));
        } else {
            Bytes prefix = name(area.country(), day, within + Area.SEPARATOR);
            try (KeyValueIterator<Bytes, byte[]> chunks = store.prefixScan(prefix, new BytesSerializer())) {
                while (chunks.hasNext()) {
                    KeyValue<Bytes, byte[]> chunk = chunks.next();
                    facts.addAll(codec.decode(chunk.value).elements());
                }
            }
        }
        Collections.sort(facts);
        return facts.isEmpty() ? List.of() : facts;
    }

    private void extendTo(long day) {
        firstDay = Math.min(firstDay, day);
        lastDay = Math.max(lastDay, day);
    }

    private static Bytes cell(Fact fact) {
        Place place = fact.place();
        return name(
                place.country(),
                day(fact.at()),
                place.path().substring(place.country().length()));
    }

    private static Bytes name(String country, long day, String within) {
        byte[] start = country.getBytes(UTF_8);
        byte[] end = within.getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(start.length + Integer.BYTES + end.length)
                .put(start)
                .putInt((int) day ^ Integer.MIN_VALUE)
                .put(end)
                .array());
    }

    private static long day(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), DAY_MS);
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

    /** Walks over days and the facts in them, loading a day when it gets there. */
    private static final class Walk implements Iterator<Fact> {
        private final long end;
        private final int step;
        private final LongFunction<List<Fact>> factsOf;
        private final Instant from;
        private final Instant until;
        private long day;
        private int index;
        private List<Fact> facts = List.of();

        Walk(long start, long end, int step, LongFunction<List<Fact>> factsOf, Instant from, Instant until) {
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
