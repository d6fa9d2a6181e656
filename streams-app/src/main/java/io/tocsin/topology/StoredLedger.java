package io.tocsin.topology;

import io.tocsin.places.Area;
import io.tocsin.places.Coordinates;
import io.tocsin.watch.Fact;
import io.tocsin.watch.Ledger;
import io.tocsin.watch.Nearness;
import io.tocsin.watch.Per;
import io.tocsin.watch.Replacement;
import io.tocsin.watch.Scope;
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
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The ledger of one task. Its facts are in a store; how many there are where on which day is known in memory, and the days
 * that were looked at last are kept there.
 */
final class StoredLedger implements Ledger {

    private static final long DAY_MS = 24L * 60 * 60 * 1000;

    /** In the path of a place: before its province, its district and its site. */
    private static final int SEPARATORS = 3;

    private final FactStore store;
    private final KnownDays known = new KnownDays();
    private final KnownCells cells = new KnownCells();
    private final KeptDays kept = new KeptDays();

    StoredLedger(KeyValueStore<Bytes, byte[]> store) {
        this.store = new FactStore(store);
        this.store.forEachKey(known::add);
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
        store.forEach(home, (path, fact) -> consumer.accept(fact));
    }

    /** Forgets the facts of days before this one, so many at the most. */
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
        List<String> paths = store.forget(home, day, most);
        paths.forEach(path -> known.remove(path, day));
        kept.drop(day);
        if (!known.of(home).contains(day)) {
            cells.drop(home, day, path -> known.of(path).size() > 0);
        }
        return Math.max(1, paths.size());
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
                .flatMap(path -> factsAt(path, from, until))
                .filter(fact -> !fact.at().isBefore(from) && !fact.at().isAfter(until))
                .iterator();
    }

    private Stream<Fact> factsAt(String path, Instant from, Instant until) {
        Days days = known.of(path);
        return IntStream.range(days.first(dayOrBound(from)), days.first(dayOrBound(until) + 1))
                .mapToObj(index -> at(path, days.get(index)))
                .flatMap(List::stream);
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
        if (cells.beginsToKnow(country, grid)) {
            store.forEach(country, (path, fact) -> cells.addTo(grid, fact, path, day(fact.at())));
        }
        return cells.days(scope, grid);
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
        boolean first = !known.of(path).contains(day);
        if (first) {
            kept.keep(path, day, new ArrayList<>());
        }
        store.put(path, day, fact, first);
        KnownDays.forEachKey(path, area -> kept.add(area, day, fact));
        known.add(path, day);
        cells.add(fact, path, day, (cell, firstInCell) -> {
            if (firstInCell) {
                kept.keep(cell, day, new ArrayList<>());
            }
            kept.add(cell, day, fact);
        });
    }

    private void remove(Fact fact, String path) {
        int day = day(fact.at());
        if (store.remove(path, day, fact.incident())) {
            KnownDays.forEachKey(path, area -> kept.remove(area, day, fact));
            known.remove(path, day);
            cells.remove(fact, day, cell -> kept.remove(cell, day, fact));
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
        List<Fact> facts = switch (scope.kind()) {
            case SITE, TARGET, ACTOR, WORLD -> at(scope.key(), day);
            case DISTRICT, PROVINCE, COUNTRY -> store.under(scope.key() + Area.SEPARATOR, day);
            case CELL -> inCell(scope, day);
            case RADIUS ->
                throw new IllegalArgumentException(
                        "facts are not kept by " + scope.kind().label());
        };
        Collections.sort(facts);
        return facts;
    }

    private List<Fact> at(String path, int day) {
        return known.of(path).count(day) == 1 ? store.only(path, day) : store.at(path, day);
    }

    /** Those that lie in the cell, of what is kept by the paths of which something does. */
    private List<Fact> inCell(Scope cell, int day) {
        List<Fact> facts = new ArrayList<>();
        Per.Grid grid = grid(cell);
        for (String path : cells.paths(cell, grid)) {
            for (Fact fact : known.of(path).contains(day) ? atKept(path, day) : List.<Fact>of()) {
                if (grid.scopeOf(fact).filter(cell::equals).isPresent()) {
                    facts.add(fact);
                }
            }
        }
        return facts;
    }

    private List<Fact> atKept(String path, int day) {
        List<Fact> facts = kept.get(path, day);
        if (facts == null) {
            facts = at(path, day);
            Collections.sort(facts);
            kept.keep(path, day, facts);
        }
        return facts;
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
