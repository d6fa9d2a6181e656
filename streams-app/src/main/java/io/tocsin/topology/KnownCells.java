package io.tocsin.topology;

import io.tocsin.watch.Fact;
import io.tocsin.watch.Per;
import io.tocsin.watch.Scope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * How many facts there are on which days in each cell of the grids that somebody asks for, and by which paths they are
 * kept. In memory, so that what lies in a cell is found without looking through its country.
 */
final class KnownCells {

    /** A cell; its paths may be more than those by which there is something in it now. */
    private record Cell(Days days, Set<String> paths) {
        static final Cell EMPTY = new Cell(Days.NONE, Set.of());
    }

    private final Map<String, Map<Per.Grid, Map<String, Cell>>> countries = new HashMap<>();

    /**
     * From now on the cells of the grid are known in the country.
     *
     * @return false if they were already; else the caller tells of all facts of the country by {@link #addTo}
     */
    boolean beginsToKnow(String country, Per.Grid grid) {
        return countries.computeIfAbsent(country, c -> new LinkedHashMap<>()).putIfAbsent(grid, new HashMap<>())
                == null;
    }

    void addTo(Per.Grid grid, Fact fact, String path, int day) {
        Map<String, Cell> cells = countries.get(fact.place().country()).get(grid);
        grid.scopeOf(fact).ifPresent(scope -> add(cells, scope.key(), path, day));
    }

    /** The days of a cell of a grid that is known in its country. */
    Days days(Scope cell, Per.Grid grid) {
        return cell(cell, grid).days();
    }

    /** By which paths facts in the cell are kept, some of which may lie elsewhere. */
    Set<String> paths(Scope cell, Per.Grid grid) {
        return cell(cell, grid).paths();
    }

    private Cell cell(Scope cell, Per.Grid grid) {
        return countries.get(cell.names().get(0)).get(grid).getOrDefault(cell.key(), Cell.EMPTY);
    }

    /** A cell, and whether it had nothing on that day before. */
    interface CellConsumer {
        void accept(String key, boolean first);
    }

    /** There is one fact more in the cells that the consumer is told of. */
    void add(Fact fact, String path, int day, CellConsumer consumer) {
        forEach(fact, (key, cells) -> consumer.accept(key, add(cells, key, path, day)));
    }

    /** There is one fact less in them. */
    void remove(Fact fact, int day, Consumer<String> consumer) {
        forEach(fact, (key, cells) -> {
            cells.getOrDefault(key, Cell.EMPTY).days().remove(day);
            consumer.accept(key);
        });
    }

    /**
     * Nothing in any cell of the country is left on that day.
     *
     * @param used whether anything is kept by a path
     */
    void drop(String country, int day, Predicate<String> used) {
        for (Map<String, Cell> cells : countries.getOrDefault(country, Map.of()).values()) {
            cells.values().forEach(cell -> {
                if (cell.days().contains(day)) {
                    cell.days().drop(day);
                    cell.paths().removeIf(used.negate());
                }
            });
            cells.values().removeIf(cell -> cell.days().size() == 0);
        }
    }

    private static boolean add(Map<String, Cell> cells, String key, String path, int day) {
        Cell cell = cells.computeIfAbsent(key, c -> new Cell(new Days(), new HashSet<>(2)));
        boolean first = !cell.days().contains(day);
        cell.days().add(day);
        cell.paths().add(path);
        return first;
    }

    private void forEach(Fact fact, BiConsumer<String, Map<String, Cell>> consumer) {
        countries
                .getOrDefault(fact.place().country(), Map.of())
                .forEach((grid, cells) -> grid.scopeOf(fact).ifPresent(cell -> consumer.accept(cell.key(), cells)));
    }
}
