package io.tocsin.resolve;

import java.util.List;
import java.util.Objects;

/**
 * Where a report is kept to be found: a day, an area and a cell in it.
 *
 * @param day days since 1970, UTC, or the first day of a longer stretch
 * @param area begins with the country, or with a word and the country; never empty
 * @param cell begins with the country; empty for what lies in no cell
 */
public record Home(int day, String area, String cell) {

    public Home {
        Objects.requireNonNull(area);
        Objects.requireNonNull(cell);
    }

    /** The two blocks that it lies in. */
    public List<Block> blocks() {
        Block inArea = new Block(day, area, Block.ANY);
        return List.of(inArea, cell.isEmpty() ? new Block(day, area, cell) : new Block(day, Block.ANY, cell));
    }
}
