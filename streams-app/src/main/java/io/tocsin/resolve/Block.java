package io.tocsin.resolve;

import java.util.Objects;

/**
 * The reports of one day in an area, in a cell, or in both: what a report looks into for others to be compared with.
 *
 * @param day as that of the homes in it
 * @param area of the homes in it; {@link #ANY} for all, if the cell is given
 * @param cell of the homes in it; {@link #ANY} for all, if the area is given
 */
public record Block(int day, String area, String cell) {

    /** Whatever it is; no area or cell is called so. */
    public static final String ANY = "*";

    public Block {
        Objects.requireNonNull(area);
        Objects.requireNonNull(cell);
        if (area.equals(ANY) && cell.equals(ANY)) {
            throw new IllegalArgumentException("a block of any area and any cell");
        }
    }

    /** Whether what is kept there lies in the block. */
    public boolean covers(Home home) {
        return day == home.day()
                && (cell.equals(ANY) || cell.equals(home.cell()))
                && (area.equals(ANY) || area.equals(home.area()));
    }
}
