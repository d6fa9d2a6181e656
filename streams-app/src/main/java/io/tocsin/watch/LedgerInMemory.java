package io.tocsin.watch;

import io.tocsin.places.Coordinates;
import io.tocsin.places.PlaceLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A ledger in memory, by every scope that its facts lie in. For one thread. */
public final class LedgerInMemory implements Ledger {

    private static final List<Per> AREAS = List.of(
            new Per.Areas(PlaceLevel.SITE),
            new Per.Areas(PlaceLevel.DISTRICT),
            new Per.Areas(PlaceLevel.PROVINCE),
            new Per.Areas(PlaceLevel.COUNTRY));

    private final Map<Scope, List<Fact>> byScope = new LinkedHashMap<>();
    private final Map<Scope, List<Fact>> known = new HashMap<>();
    private final Set<Per> kinds = new HashSet<>(AREAS);

    /** Also keeps the facts by these scopes, from now on; those of areas are kept anyway. */
    public void keep(Per per) {
        boolean needed = per.kind() != Scope.Kind.RADIUS && kinds.add(per);
        if (needed) {
            all().forEach(fact -> per.scopeOf(fact).ifPresent(scope -> insert(byScope, scope, fact)));
        }
    }

    /** Takes the one out and puts the other in. */
    public void replace(Replacement change) {
        change.before().ifPresent(this::remove);
        change.after().ifPresent(this::add);
    }

    public void add(Fact fact) {
        forEachScope(fact, scope -> insert(byScope, scope, fact));
        insert(known, Scope.of(fact.place().finest()), fact);
    }

    /**
     * Takes the fact out.
     *
     * @throws IllegalStateException if it is not in
     */
    public void remove(Fact fact) {
        forEachScope(fact, scope -> delete(byScope, scope, fact));
        delete(known, Scope.of(fact.place().finest()), fact);
    }

    /** Every fact. */
    public Collection<Fact> all() {
        List<Fact> all = new ArrayList<>();
        known.values().forEach(all::addAll);
        return all;
    }

    /** The scopes of the kind in which there is anything. */
    public List<Scope> scopes(Per per) {
        return byScope.entrySet().stream()
                .filter(entry -> per.has(entry.getKey()) && !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public Iterable<Fact> forward(Scope scope, Instant from, Instant until) {
        return range(byScope, scope, from, until);
    }

    @Override
    public Iterable<Fact> backward(Scope scope, Instant from, Instant until) {
        List<Fact> range = range(byScope, scope, from, until);
        return () -> new Iterator<>() {
            private int left = range.size();

            @Override
            public boolean hasNext() {
                return left > 0;
            }

            @Override
            public Fact next() {
                return range.get(--left);
            }
        };
    }

    @Override
    public int atMost(Scope scope, Instant from, Instant until) {
        return range(byScope, scope, from, until).size();
    }

    @Override
    public Iterable<Fact> possible(Scope scope, Instant from, Instant until) {
        List<Range> ranges = new ArrayList<>();
        for (Scope area : wider(scope)) {
            List<Fact> facts = known.getOrDefault(area, List.of());
            ranges.add(new Range(facts, before(facts, from, false), before(facts, until, true)));
        }
        return () -> new OneAfterTheOther(ranges);
    }

    @Override
    public Iterable<Fact> near(String country, Coordinates centre, double km, Instant from, Instant until) {
        Nearness nearness = new Nearness(centre, km);
        Scope whole = new Scope(Scope.Kind.COUNTRY, country, List.of(country));
        return range(byScope, whole, from, until).stream()
                .filter(nearness::test)
                .toList();
    }

    private static List<Scope> wider(Scope scope) {
        List<Scope> wider = new ArrayList<>();
        for (Scope.Kind kind : List.of(Scope.Kind.DISTRICT, Scope.Kind.PROVINCE, Scope.Kind.COUNTRY)) {
            boolean holds = scope.kind() == Scope.Kind.SITE
                    || scope.kind() == Scope.Kind.DISTRICT
                    || scope.kind() == Scope.Kind.PROVINCE;
            if (holds && kind.compareTo(scope.kind()) > 0) {
                String[] names = scope.key().split("/", -1);
                int parts = Scope.Kind.COUNTRY.ordinal() - kind.ordinal() + 1;
                wider.add(new Scope(kind, String.join("/", List.of(names).subList(0, parts)), scope.names()));
            }
        }
        return wider;
    }

    private void forEachScope(Fact fact, Consumer<Scope> consumer) {
        for (Per per : kinds) {
            Optional<Scope> scope = per.scopeOf(fact);
            if (scope.isPresent()) {
                consumer.accept(scope.get());
            }
        }
    }

    private static void insert(Map<Scope, List<Fact>> lists, Scope scope, Fact fact) {
        List<Fact> facts = lists.computeIfAbsent(scope, s -> new ArrayList<>());
        int last = facts.size() - 1;
        if (last < 0 || facts.get(last).compareTo(fact) < 0) {
            facts.add(fact);
            return;
        }
        int index = Collections.binarySearch(facts, fact);
        if (index >= 0) {
            throw new IllegalStateException("is counted already: " + fact.incident());
        }
        facts.add(-index - 1, fact);
    }

    private static void delete(Map<Scope, List<Fact>> lists, Scope scope, Fact fact) {
        List<Fact> facts = lists.getOrDefault(scope, List.of());
        int index = Collections.binarySearch(facts, fact);
        if (index < 0 || !facts.get(index).equals(fact)) {
            throw new IllegalStateException("is not counted like that: " + fact);
        }
        facts.remove(index);
    }

    /** A view, by bisection. */
    private static List<Fact> range(Map<Scope, List<Fact>> lists, Scope scope, Instant from, Instant until) {
        List<Fact> facts = lists.getOrDefault(scope, List.of());
        int first = before(facts, from, false);
        int end = before(facts, until, true);
        return first >= end ? List.of() : Collections.unmodifiableList(facts.subList(first, end));
    }

    private static int before(List<Fact> facts, Instant instant, boolean inclusive) {
        int low = 0;
        int high = facts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = facts.get(middle).at().compareTo(instant);
            if (order < 0 || (inclusive && order == 0)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A part of a list. */
    private record Range(List<Fact> facts, int first, int end) {}

    /** The facts of several ranges. */
    private static final class OneAfterTheOther implements Iterator<Fact> {
        private final Iterator<Range> ranges;
        private List<Fact> facts = List.of();
        private int next;
        private int end;

        OneAfterTheOther(List<Range> ranges) {
            this.ranges = ranges.iterator();
        }

        @Override
        public boolean hasNext() {
            while (next >= end && ranges.hasNext()) {
                Range range = ranges.next();
                facts = range.facts();
                next = range.first();
                end = range.end();
            }
            return next < end;
        }

        @Override
        public Fact next() {
            if (next >= end && !hasNext()) {
                throw new NoSuchElementException();
            }
            return facts.get(next++);
        }
    }
}
