package io.tocsin.resolve;

import java.util.List;
import java.util.Objects;

/**
 * The reports of one day in an area, in a cell, or in an area but in no cell: what a report looks into for others to be
 * compared with.
 *
 * @param day as that of the homes in it
 * @param area of the homes in it; {@link #ANY} for all, if the cell is given
 * @param cell of the homes in it; if the area is given, {@link #ANY} for all, or empty for those in none
 */
public record Block(int day, String area, String cell) {

    /** Whatever it is; no area or cell is called so. */
    public static final String ANY = "*";

    public Block {
        Objects.requireNonNull(area);
        Objects.requireNonNull(cell);
        if (area.equals(ANY) == (cell.equals(ANY) || cell.isEmpty())) {
            throw new IllegalArgumentException("a block is that of an area or of a cell, not " + area + " and " + cell);
        }
    }

    /** Whether what is kept there lies in the block. */
    public boolean covers(Home home) {
        return day == home.day()
                && (cell.equals(ANY) || cell.equals(home.cell()))
                && (area.equals(ANY) || area.equals(home.area()));
    }

    /** Whether any of what is kept there lies in the block. */
    boolean coversAny(List<Home> homes) {
        for (Home home : homes) {
            if (covers(home)) {
                return true;
            }
        }
        return false;
    }
}
