package io.tocsin.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The blocks of one area, or of one cell, on days that are a step apart.
 *
 * @param first day
 * @param last no block lies after this day
 * @param step days from one block to the next
 * @param area as in {@link Block}
 * @param cell as in {@link Block}
 */
public record Blocks(int first, int last, int step, String area, String cell) {

    public Blocks {
        if (step < 1) {
            throw new IllegalArgumentException("blocks " + step + " days apart");
        }
    }

    /** The block alone. */
    public static Blocks of(Block block) {
        return new Blocks(block.day(), block.day(), 1, block.area(), block.cell());
    }

    /** The one of them that the home lies in, if it lies in any. */
    Optional<Block> covering(Home home) {
        boolean onItsDay = home.day() >= first && home.day() <= last && (home.day() - first) % step == 0;
        return onItsDay
                ? Optional.of(new Block(home.day(), area, cell)).filter(block -> block.covers(home))
                : Optional.empty();
    }

    /** One after the other. */
    public List<Block> all() {
        List<Block> all = new ArrayList<>();
        for (int day = first; day <= last; day += step) {
            all.add(new Block(day, area, cell));
        }
        return all;
    }
}
