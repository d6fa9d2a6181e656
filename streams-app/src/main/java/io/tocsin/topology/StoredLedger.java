package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.places.Area;
import io.tocsin.places.Coordinates;
import io.tocsin.watch.Fact;
import io.tocsin.watch.Ledger;
import io.tocsin.watch.Nearness;
import io.tocsin.watch.Per;
import io.tocsin.watch.Replacement;
import io.tocsin.watch.Scope;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The ledger in the store of one task. A fact is written once, under its country, day and path; because the day comes
 * before the path, the facts of a day in a province are one range, as are those in a district or a site. On which days
 * an area has any, and how many, is known in memory, so that no look into the store is in vain.
 */
final class StoredLedger implements Ledger {

    private static final long DAY_MS = 24L * 60 * 60 * 1000;
    private static final int COUNTRY_LETTERS = 2;

    /** In the path of a place: before its province, its district and its site. */
    private static final int SEPARATORS = 3;

    private final KeyValueStore<Bytes, byte[]> store;
    private final FactCodec codec = new FactCodec();
    private final Cells cells;
    private final Map<String, Days> days = new HashMap<>();
    private final Set<String> countries = new TreeSet<>();
    private final KeptDays kept = new KeptDays();
    private final Set<Per.Grid> grids = new HashSet<>();

    StoredLedger(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        this.cells = new Cells(store, codec);
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            while (all.hasNext()) {
                notice(all.next().key);
            }
        }
    }

    /**
     * Takes out what no longer counts and puts in what does.
     *
     * @param pathOf under what a fact is kept: the path of its place, or the key of a scope that crosses borders
     */
    void apply(List<Replacement> changes, Function<Fact, String> pathOf) {
        for (Replacement change : changes) {
            change.before().ifPresent(fact -> remove(fact, pathOf.apply(fact)));
            change.after().ifPresent(fact -> add(fact, pathOf.apply(fact)));
        }
    }

    /** The home of a scope. */
    static String homeOf(Scope scope) {
        return scope.kind().crossesBorders()
                ? homeOf(scope.kind())
                : scope.names().get(0);
    }

    /** The home of all scopes of a kind that crosses borders. */
    static String homeOf(Scope.Kind kind) {
        return kind.label().substring(0, COUNTRY_LETTERS);
    }

    /** The first letters of all paths: the countries, or the kinds of scope that cross borders. */
    Set<String> homes() {
        return Set.copyOf(countries);
    }

    /** Every fact whose path begins with those letters, in no order that matters. */
    void forEach(String home, Consumer<Fact> consumer) {
        try (KeyValueIterator<Bytes, byte[]> all =
                store.prefixScan(Bytes.wrap(home.getBytes(UTF_8)), new BytesSerializer())) {
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
        known.drop(day);
        if (known.size() == 0) {
            days.remove(key);
        }
    }

    @Override
    public Iterable<Fact> forward(Scope scope, Instant from, Instant until) {
        Days known = known(scope);
        int first = known.first(dayOrBound(from));
        int last = known.first(dayOrBound(until) + 1) - 1;
        return () -> new DayWalk(first, last, 1, index -> facts(scope, known.get(index)), from, until);
    }

    @Override
    public Iterable<Fact> backward(Scope scope, Instant from, Instant until) {
        Days known = known(scope);
        int first = known.first(dayOrBound(from));
        int last = known.first(dayOrBound(until) + 1) - 1;
        return () -> new DayWalk(last, first, -1, index -> reversed(facts(scope, known.get(index))), from, until);
    }

    @Override
    public int atMost(Scope scope, Instant from, Instant until) {
        Days known = known(scope);
        return known.within(known.first(dayOrBound(from)), known.first(dayOrBound(until) + 1));
    }

    @Override
    public Iterable<Fact> possible(Scope scope, Instant from, Instant until) {
        return () -> widerPaths(scope).stream()
                .flatMap(path -> cellsOf(path, from, until))
                .flatMap(cell -> facts(cell).stream())
                .filter(fact -> !fact.at().isBefore(from) && !fact.at().isAfter(until))
                .iterator();
    }

    private Stream<Bytes> cellsOf(String path, Instant from, Instant until) {
        Days known = days.getOrDefault(path, Days.NONE);
        return IntStream.range(known.first(dayOrBound(from)), known.first(dayOrBound(until) + 1))
                .mapToObj(index -> name(path, known.get(index)));
    }

    private List<Fact> facts(Bytes cell) {
        List<Fact> facts = new ArrayList<>();
        cells.read(cell, facts::add);
        return facts;
    }

    @Override
    public Iterable<Fact> near(String country, Coordinates centre, double km, Instant from, Instant until) {
        List<Fact> near = new ArrayList<>();
        Nearness nearness = new Nearness(centre, km);
        for (Fact fact : forward(new Scope(Scope.Kind.COUNTRY, country, List.of(country)), from, until)) {
            if (nearness.test(fact)) {
                near.add(fact);
            }
        }
        return near;
    }

    private Days known(Scope scope) {
        return days.getOrDefault(scope.kind() == Scope.Kind.CELL ? scope.names().get(0) : scope.key(), Days.NONE);
    }

    /** The paths of what is known only to lie in an area that the scope lies in. */
    private static List<String> widerPaths(Scope scope) {
        List<String> paths = new ArrayList<>();
        String key = scope.key();
        boolean isArea = scope.kind() == Scope.Kind.SITE
                || scope.kind() == Scope.Kind.DISTRICT
                || scope.kind() == Scope.Kind.PROVINCE;
        for (int end = key.lastIndexOf(Area.SEPARATOR);
                isArea && end > 0;
                end = key.lastIndexOf(Area.SEPARATOR, end - 1)) {
            String wider = key.substring(0, end);
            boolean named = wider.charAt(wider.length() - 1) != Area.SEPARATOR;
            if (named) {
                long levels =
                        wider.chars().filter(letter -> letter == Area.SEPARATOR).count();
                paths.add(wider + String.valueOf(Area.SEPARATOR).repeat((int) (SEPARATORS - levels)));
            }
        }
        return paths;
    }

    private void add(Fact fact, String path) {
        int day = day(fact.at());
        Bytes cell = name(path, day);
        if (daysOf(path).contains(day)) {
            cells.add(cell, fact);
        } else {
            cells.begin(cell, fact);
            countries.add(path.substring(0, COUNTRY_LETTERS));
            if (path.charAt(path.length() - 1) != Area.SEPARATOR) {
                kept.keep(path, day, new ArrayList<>());
            }
        }
        forEachKey(path, key -> daysOf(key).add(day));
        forEachKept(path, fact, key -> kept.add(key, day, fact));
    }

    private void remove(Fact fact, String path) {
        int day = day(fact.at());
        boolean empty = cells.remove(name(path, day), fact.incident());
        forEachKey(path, key -> daysOf(key).remove(day));
        if (empty) {
            daysOf(path).drop(day);
        }
        forEachKept(path, fact, key -> kept.remove(key, day, fact));
    }

    private void forEachKept(String path, Fact fact, Consumer<String> consumer) {
        forEachArea(path, consumer);
        for (Per.Grid grid : grids) {
            grid.scopeOf(fact).ifPresent(scope -> consumer.accept(scope.key()));
        }
    }

    private List<Fact> facts(Scope scope, int day) {
        List<Fact> facts = kept.get(scope.key(), day);
        if (facts == null) {
            facts = load(scope, day);
            kept.keep(scope.key(), day, facts);
        }
        return facts;
    }

    private List<Fact> load(Scope scope, int day) {
        List<Fact> facts = new ArrayList<>();
        switch (scope.kind()) {
            case SITE, TARGET, ACTOR, WORLD -> cells.read(name(scope.key(), day), facts::add);
            case DISTRICT, PROVINCE, COUNTRY -> {
                Bytes prefix = name(scope.key() + Area.SEPARATOR, day);
                try (KeyValueIterator<Bytes, byte[]> chunks = store.prefixScan(prefix, new BytesSerializer())) {
                    while (chunks.hasNext()) {
                        codec.decode(chunks.next().value, facts::add);
                    }
                }
            }
            case CELL -> addCell(scope, day, facts);
            case RADIUS ->
                throw new IllegalArgumentException(
                        "facts are not kept by " + scope.kind().label());
        }
        Collections.sort(facts);
        if (scope.kind() != Scope.Kind.CELL) {
            known(scope).counted(day, facts.size());
        }
        return facts;
    }

    /** Those of the country that lie in the cell; from now on kept up to date, as are all cells of that size. */
    private void addCell(Scope cell, int day, List<Fact> facts) {
        Per.Grid grid = new Per.Grid(io.tocsin.places.Cells.resolution(cell.cell()));
        grids.add(grid);
        String country = cell.names().get(0);
        for (Fact fact : facts(new Scope(Scope.Kind.COUNTRY, country, List.of(country)), day)) {
            if (grid.scopeOf(fact).filter(cell::equals).isPresent()) {
                facts.add(fact);
            }
        }
    }

    private void notice(Bytes key) {
        cells.noticed(key);
        byte[] name = Cells.name(key).get();
        String path = path(name);
        int day = ByteBuffer.wrap(name).getInt(COUNTRY_LETTERS) ^ Integer.MIN_VALUE;
        countries.add(path.substring(0, COUNTRY_LETTERS));
        forEachKey(path, area -> daysOf(area).notice(day));
    }

    private static String path(byte[] name) {
        int within = COUNTRY_LETTERS + Integer.BYTES;
        return new String(name, 0, COUNTRY_LETTERS, UTF_8) + new String(name, within, name.length - within, UTF_8);
    }

    private Days daysOf(String key) {
        return days.computeIfAbsent(key, k -> new Days());
    }

    /** Those of the areas that the path lies in, and the path's own where it is that of no area. */
    private static void forEachKey(String path, Consumer<String> consumer) {
        forEachArea(path, consumer);
        if (path.charAt(path.length() - 1) == Area.SEPARATOR) {
            consumer.accept(path);
        }
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
}
