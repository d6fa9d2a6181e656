package io.tocsin.topology;

import io.tocsin.incident.ReportId;
import io.tocsin.resolve.Block;
import io.tocsin.resolve.KnownReports;
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
    private final Map<Block, List<ReportId>> blocks = new LinkedHashMap<>(16, 0.75f, true);
    private int reports;

    KeptBlocks() {
        this(REPORTS_KEPT);
    }

    /** @param most reports in all blocks that are kept */
    KeptBlocks(int most) {
        this.most = most;
    }

    /** The reports in the block; null if it is not kept. */
    List<ReportId> get(Block block) {
        return blocks.get(block);
    }

    /** @param ids of all reports in the block, or the first so many */
    void keep(Block block, List<ReportId> ids) {
        remove(block);
        blocks.put(block, ids);
        reports += ids.size();
        forgetEldest();
    }

    /** A report came into the block, which has so many with it. */
    void add(Block block, ReportId id, int size) {
        List<ReportId> ids = blocks.get(block);
        if (ids == null && size == 1) {
            keep(block, new ArrayList<>(List.of(id)));
        } else if (ids != null && ids.size() < KnownReports.MOST_IN_BLOCK) {
            ids.add(id);
            reports++;
            forgetEldest();
        }
    }

    /** The block is no longer as it was. */
    void remove(Block block) {
        List<ReportId> ids = blocks.remove(block);
        reports -= ids == null ? 0 : ids.size();
    }

    private void forgetEldest() {
        Iterator<List<ReportId>> eldest = blocks.values().iterator();
        while (reports > most) {
            reports -= eldest.next().size();
            eldest.remove();
        }
    }
}
