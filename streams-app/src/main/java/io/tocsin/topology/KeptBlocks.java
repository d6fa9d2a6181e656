package io.tocsin.topology;

import io.tocsin.resolve.Block;
import io.tocsin.resolve.KnownReports;
import io.tocsin.resolve.Lying;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which reports lie in the blocks that were last looked into, or had their first report, so that few are read from the
 * store: what is told lately is mostly of the same days. Bounded by the reports in them.
 */
final class KeptBlocks {

    private static final int REPORTS_KEPT = 50_000;

    private final int most;
    private final Map<Block, List<Lying>> blocks = new LinkedHashMap<>(16, 0.75f, true);
    private int reports;

    KeptBlocks() {
        this(REPORTS_KEPT);
    }

    /** @param most reports in all blocks that are kept */
    KeptBlocks(int most) {
        this.most = most;
    }

    /** The reports in the block; null if it is not kept. */
    List<Lying> get(Block block) {
        return blocks.get(block);
    }

    /** @param all the reports in the block, or the first so many */
    void keep(Block block, List<Lying> all) {
        remove(block);
        blocks.put(block, all);
        reports += all.size();
        forgetEldest();
    }

    /** A report came into the block, which has so many with it. */
    void add(Block block, Lying report, int size) {
        List<Lying> all = blocks.get(block);
        if (all == null && size == 1) {
            keep(block, new ArrayList<>(List.of(report)));
        } else if (all != null && all.size() < KnownReports.MOST_IN_BLOCK) {
            all.add(report);
            reports++;
            forgetEldest();
        }
    }

    /** The block is no longer as it was. */
    void remove(Block block) {
        List<Lying> all = blocks.remove(block);
        reports -= all == null ? 0 : all.size();
    }

    private void forgetEldest() {
        Iterator<List<Lying>> eldest = blocks.values().iterator();
        while (reports > most) {
            reports -= eldest.next().size();
            eldest.remove();
        }
    }
}
