package io.tocsin.topology;

import com.carrotsearch.hppc.LongLongHashMap;
import io.tocsin.resolve.Block;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How many reports have a home in each block, and of which source they are where all are of one. The blocks of an area,
 * of a cell, or of an area without cells, are a column; columns are known by numbers.
 */
final class BlockTallies {

    /** The number of a column that holds nothing. */
    static final int NONE = -1;

    private static final int SEVERAL = -1;

    private final Map<String, Integer> areas = new HashMap<>();
    private final Map<String, Integer> areasWithoutCells = new HashMap<>();
    private final Map<String, Integer> cells = new HashMap<>();
    private final Map<String, Integer> sourceNumbers = new HashMap<>();
    private final List<String> sources = new ArrayList<>();

    /** By day and column: the source in the upper half, the reports in the lower. */
    private final LongLongHashMap tallies = new LongLongHashMap();

    private int columns;

    /** The number of the column, or {@link #NONE}; area and cell as in {@link Block}. */
    int column(String area, String cell) {
        return columnsLike(area, cell).getOrDefault(key(area, cell), NONE);
    }

    /** The number of the column, which it has from now on. */
    int numbered(String area, String cell) {
        return columnsLike(area, cell).computeIfAbsent(key(area, cell), name -> columns++);
    }

    private Map<String, Integer> columnsLike(String area, String cell) {
        if (area.equals(Block.ANY)) {
            return cells;
        }
        return cell.equals(Block.ANY) ? areas : areasWithoutCells;
    }

    private static String key(String area, String cell) {
        return area.equals(Block.ANY) ? cell : area;
    }

    /** How many reports there are. */
    int size(int day, int column) {
        return (int) tallies.get(block(day, column));
    }

    /** Whether any report there may be of such a source; true also where the source is not known. */
    boolean mayHold(int day, int column, Predicate<String> source) {
        long tally = tallies.get(block(day, column));
        return tally != 0 && (source(tally) == SEVERAL || source.test(sources.get(source(tally))));
    }

    void add(int day, int column, String source) {
        long block = block(day, column);
        int number = number(source);
        int index = tallies.indexOf(block);
        if (index < 0) {
            tallies.indexInsert(index, block, tally(number, 1));
        } else {
            long tally = tallies.indexGet(index);
            tallies.indexReplace(index, tally(source(tally) == number ? number : SEVERAL, (int) tally + 1));
        }
    }

    void remove(int day, int column) {
        long block = block(day, column);
        int index = tallies.indexOf(block);
        long tally = tallies.indexGet(index);
        if ((int) tally == 1) {
            tallies.indexRemove(index);
        } else {
            tallies.indexReplace(index, tally(source(tally), (int) tally - 1));
        }
    }

    private int number(String source) {
        return sourceNumbers.computeIfAbsent(source, name -> {
            sources.add(name);
            return sources.size() - 1;
        });
    }

    private static long block(int day, int column) {
        return (long) day << Integer.SIZE | column;
    }

    private static long tally(int source, int reports) {
        return (long) source << Integer.SIZE | reports;
    }

    private static int source(long tally) {
        return (int) (tally >> Integer.SIZE);
    }
}
