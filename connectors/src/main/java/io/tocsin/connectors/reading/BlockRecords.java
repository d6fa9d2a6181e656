package io.tocsin.connectors.reading;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells what blocks hold one by one. A block can only be read as a whole, so an outcome inside of it resumes at the beginning of
 * the block and counts how many come before.
 */
final class BlockRecords implements Records {

    private final Blocks blocks;
    private Block block = Block.NONE;
    private int told;
    private long toldBefore;

    BlockRecords(Blocks blocks) {
        this.blocks = blocks;
    }

    /** Reads the blocks of one format. */
    interface Blocks {

        /** Reads what stands at the head of the file; nothing is wrong there, or this is. */
        Optional<Outcome> open() throws IOException;

        /** The next block, or nothing if there is no whole one. */
        Optional<Block> next() throws IOException;

        /** Whether there is something behind the last block that is none yet. */
        boolean holdsBack();

        /** What is wrong with it if nothing follows; nothing where nothing is. */
        Optional<String> brokenEnd();
    }

    /**
     * What belongs together.
     *
     * @param from where it begins
     * @param after where the next one begins
     * @param outcomes what it holds, each given the position after it
     */
    record Block(Position from, Position after, List<Function<Position, Outcome>> outcomes) {

        private static final Block NONE = new Block(Position.START, Position.START, List.of());

        Outcome outcome(int index) {
            boolean last = index == outcomes.size() - 1;
            return outcomes.get(index).apply(last ? after : from.within(index + 1, after.fingerprint()));
        }
    }

    @Override
    public void open(Position from) throws IOException {
        toldBefore = from.taken();
        Optional<Outcome> wrong = blocks.open();
        if (wrong.isPresent() && from.atBeginning()) {
            Outcome outcome = wrong.get();
            block = new Block(Position.START, outcome.after(), List.of(after -> outcome));
        }
    }

    @Override
    public Optional<Outcome> next() throws IOException {
        while (told == block.outcomes().size()) {
            Optional<Block> next = blocks.next();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            block = next.get();
            told = (int) Math.min(toldBefore, block.outcomes().size());
            toldBefore = 0;
        }
        return Optional.of(block.outcome(told++));
    }

    @Override
    public boolean holdsBack() {
        return blocks.holdsBack();
    }

    @Override
    public Optional<String> brokenEnd() {
        return blocks.brokenEnd();
    }
}
