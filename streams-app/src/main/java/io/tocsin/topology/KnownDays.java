package io.tocsin.topology;

import io.tocsin.places.Area;
import io.tocsin.watch.Fact;
import io.tocsin.watch.Per;
import io.tocsin.watch.Scope;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * How many facts there are on which days in each area and in each cell of the grids that somebody asks for. In
 * memory, so that no look into the store is in vain.
 */
final class KnownDays {

    /** The letters that each path begins with: a country, or a kind of scope that crosses borders. */
    static final int HOME_LETTERS = 2;

    private final Map<String, Days> byKey = new HashMap<>();
    private final Map<String, Map<Per.Grid, Map<String, Days>>> byCell = new HashMap<>();
    private final Set<String> homes = new TreeSet<>();

    /** The first letters of all paths. */
    Set<String> homes() {
        return homes;
    }

    /** The days of an area, or of what is known by that path and no closer. */
    Days of(String key) {
        return byKey.getOrDefault(key, Days.NONE);
    }

    /** Those of a cell of a grid that is known in its country. */
    Days ofCell(String country, Per.Grid grid, Scope cell) {
        return byCell.get(country).get(grid).getOrDefault(cell.key(), Days.NONE);
    }

    /**
     * From now on the cells of the grid are known in the country.
     *
     * @return false if they were already; else the caller tells of all facts of the country by {@link #addToCell}
     */
    boolean beginsToKnow(String country, Per.Grid grid) {
        return byCell.computeIfAbsent(country, c -> new LinkedHashMap<>()).putIfAbsent(grid, new HashMap<>()) == null;
    }

    void addToCell(Per.Grid grid, Fact fact, int day) {
        Map<String, Days> cells = byCell.get(fact.place().country()).get(grid);
        grid.scopeOf(fact)
                .ifPresent(cell ->
                        cells.computeIfAbsent(cell.key(), c -> new Days()).add(day));
    }

    /** There is one fact more under the path. */
    void add(String path, int day) {
        homes.add(path.substring(0, HOME_LETTERS));
        forEachKey(path, key -> byKey.computeIfAbsent(key, k -> new Days()).add(day));
    }

    /** There is one fact less. */
    void remove(String path, int day) {
        forEachKey(path, key -> {
            Days days = of(key);
            days.remove(day);
            if (days.size() == 0) {
                byKey.remove(key);
            }
        });
    }

    /** A cell, and whether it had nothing on that day before. */
    interface CellConsumer {
        void accept(String key, boolean first);
    }

    /** There is one fact more in the cells that the consumer is told of. */
    void addInCells(Fact fact, int day, CellConsumer consumer) {
        forEachCell(fact, (key, cells) -> {
            Days days = cells.computeIfAbsent(key, c -> new Days());
            boolean first = !days.contains(day);
            days.add(day);
            consumer.accept(key, first);
        });
    }

    /** There is one fact less in them. */
    void removeInCells(Fact fact, int day, Consumer<String> consumer) {
        forEachCell(fact, (key, cells) -> {
            cells.getOrDefault(key, Days.NONE).remove(day);
            consumer.accept(key);
        });
    }

    /** Nothing in any cell of the home is left on that day. */
    void dropInCells(String home, int day) {
        for (Map<String, Days> cells : byCell.getOrDefault(home, Map.of()).values()) {
            cells.values().forEach(days -> days.drop(day));
            cells.values().removeIf(days -> days.size() == 0);
        }
    }

    /** The keys of the areas that the path lies in: its beginnings, without those that end in no name. */
    static void forEachArea(String path, Consumer<String> consumer) {
        int start = 0;
        for (int end = HOME_LETTERS; end >= 0; end = path.indexOf(Area.SEPARATOR, start)) {
            if (end > start) {
                consumer.accept(path.substring(0, end));
            }
            start = end + 1;
        }
        if (path.length() > start) {
            consumer.accept(path);
        }
    }

    /** Those of the areas that the path lies in, and the path's own where it is that of no area. */
    private static void forEachKey(String path, Consumer<String> consumer) {
        forEachArea(path, consumer);
        if (path.charAt(path.length() - 1) == Area.SEPARATOR) {
            consumer.accept(path);
        }
    }

    private interface InCell {
        void accept(String key, Map<String, Days> cells);
    }

    private void forEachCell(Fact fact, InCell consumer) {
        byCell.getOrDefault(fact.place().country(), Map.of())
                .forEach((grid, cells) -> grid.scopeOf(fact).ifPresent(cell -> consumer.accept(cell.key(), cells)));
    }
}
