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
import java.util.List;
import java.util.Set;
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
 * there are any where is known in memory.
 */
final class StoredLedger implements Ledger {

    private static final long DAY_MS = 24L * 60 * 60 * 1000;

    /** In the path of a place: before its province, its district and its site. */
    private static final int SEPARATORS = 3;

    private final KeyValueStore<Bytes, byte[]> store;
    private final FactCodec codec = new FactCodec();
    private final Cells cells;
    private final KnownDays known = new KnownDays();
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
        return kind.label().substring(0, KnownDays.HOME_LETTERS);
    }

    /** The first letters of all paths: the countries, or the kinds of scope that cross borders. */
    Set<String> homes() {
        return Set.copyOf(known.homes());
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
        for (String home : known.homes()) {
            Days days = known.of(home);
            while (left > 0 && days.size() > 0 && days.get(0) < day) {
                left -= forget(home, days.get(0), left);
            }
        }
    }

    private int forget(String home, int day, int most) {
        List<Bytes> keys = new ArrayList<>();
        boolean all;
        try (KeyValueIterator<Bytes, byte[]> chunks = store.prefixScan(name(home, day), new BytesSerializer())) {
            while (chunks.hasNext() && keys.size() < most) {
                keys.add(chunks.next().key);
            }
            all = !chunks.hasNext();
        }
        for (Bytes key : keys) {
            store.delete(key);
            cells.forgotten(key);
            String path = path(Cells.name(key).get());
            known.drop(path, day);
            KnownDays.forEachArea(path, area -> {
                if (!area.equals(home)) {
                    known.drop(area, day);
                }
            });
        }
        if (all) {
            known.drop(home, day);
            known.dropInCells(home, day);
        }
        return Math.max(1, keys.size());
    }

    @Override
    public Iterable<Fact> forward(Scope scope, Instant from, Instant until) {
        Days days = days(scope);
        int first = days.first(dayOrBound(from));
        int last = days.first(dayOrBound(until) + 1) - 1;
        return () -> new DayWalk(first, last, 1, index -> facts(scope, days.get(index)), from, until);
    }

    @Override
    public Iterable<Fact> backward(Scope scope, Instant from, Instant until) {
        Days days = days(scope);
        int first = days.first(dayOrBound(from));
        int last = days.first(dayOrBound(until) + 1) - 1;
        return () -> new DayWalk(last, first, -1, index -> reversed(facts(scope, days.get(index))), from, until);
    }

    @Override
    public int atMost(Scope scope, Instant from, Instant until) {
        Days days = days(scope);
        return days.within(days.first(dayOrBound(from)), days.first(dayOrBound(until) + 1));
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
        Days days = known.of(path);
        return IntStream.range(days.first(dayOrBound(from)), days.first(dayOrBound(until) + 1))
                .mapToObj(index -> name(path, days.get(index)));
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

    /** Those of cells are known from the first time on that somebody asks for a cell of that size in the country. */
    private Days days(Scope scope) {
        if (scope.kind() != Scope.Kind.CELL) {
            return known.of(scope.key());
        }
        Per.Grid grid = grid(scope);
        String country = scope.names().get(0);
        if (known.beginsToKnow(country, grid)) {
            forEach(country, fact -> known.addToCell(grid, fact, day(fact.at())));
        }
        return known.ofCell(country, grid, scope);
    }

    private static Per.Grid grid(Scope cell) {
        return new Per.Grid(io.tocsin.places.Cells.resolution(cell.cell()));
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
        if (known.of(path).contains(day)) {
            cells.add(cell, fact);
        } else {
            cells.begin(cell, fact);
            if (path.charAt(path.length() - 1) != Area.SEPARATOR) {
                kept.keep(path, day, new ArrayList<>());
            }
        }
        KnownDays.forEachArea(path, area -> kept.add(area, day, fact));
        known.add(path, fact, day, (key, first) -> {
            if (first) {
                kept.keep(key, day, new ArrayList<>());
            }
            kept.add(key, day, fact);
        });
    }

    private void remove(Fact fact, String path) {
        int day = day(fact.at());
        boolean empty = cells.remove(name(path, day), fact.incident());
        KnownDays.forEachArea(path, area -> kept.remove(area, day, fact));
        known.remove(path, fact, day, key -> kept.remove(key, day, fact));
        if (empty) {
            known.drop(path, day);
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
        days(scope).counted(day, facts.size());
        return facts;
    }

    /** Those of the country that lie in the cell. */
    private void addCell(Scope cell, int day, List<Fact> facts) {
        Per.Grid grid = grid(cell);
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
        known.notice(path(name), ByteBuffer.wrap(name).getInt(KnownDays.HOME_LETTERS) ^ Integer.MIN_VALUE);
    }

    private static String path(byte[] name) {
        int within = KnownDays.HOME_LETTERS + Integer.BYTES;
        return new String(name, 0, KnownDays.HOME_LETTERS, UTF_8)
                + new String(name, within, name.length - within, UTF_8);
    }

    /** The name of the cell of a path and a day; or the beginning of the names of those under an area. */
    private static Bytes name(String path, int day) {
        byte[] text = path.getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(Integer.BYTES + text.length)
                .put(text, 0, KnownDays.HOME_LETTERS)
                .putInt(day ^ Integer.MIN_VALUE)
                .put(text, KnownDays.HOME_LETTERS, text.length - KnownDays.HOME_LETTERS)
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
