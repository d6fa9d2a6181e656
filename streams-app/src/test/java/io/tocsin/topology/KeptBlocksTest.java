package io.tocsin.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.ReportId;
import io.tocsin.resolve.Block;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept of a block is what lies in it, and no more is kept than is allowed. */
class KeptBlocksTest {

    private static final int MOST = 10;
    private static final List<Block> BLOCKS = IntStream.range(0, 6)
            .mapToObj(day -> new Block(day, Block.ANY, "IQ:cell"))
            .toList();

    @Test
    void keepsAllOfABlockOrNothing() {
        int kept = 0;
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            KeptBlocks blocks = new KeptBlocks(MOST);
            Map<Block, List<ReportId>> all = new HashMap<>();
            for (int step = 0; step < 100; step++) {
                Block block = BLOCKS.get(random.nextInt(BLOCKS.size()));
                List<ReportId> ids = all.computeIfAbsent(block, b -> new ArrayList<>());
                if (random.nextInt(4) > 0) {
                    ReportId id = new ReportId("source", "r" + step);
                    ids.add(id);
                    blocks.add(block, id, ids.size());
                } else if (!ids.isEmpty() && random.nextBoolean()) {
                    ids.remove(random.nextInt(ids.size()));
                    blocks.remove(block);
                } else if (blocks.get(block) == null) {
                    blocks.keep(block, new ArrayList<>(ids));
                }
                kept += compare(seed, blocks, all);
            }
        }
        assertThat(kept).isPositive();
    }

    private static int compare(int seed, KeptBlocks blocks, Map<Block, List<ReportId>> all) {
        int kept = 0;
        for (Block block : BLOCKS) {
            List<ReportId> ids = blocks.get(block);
            if (ids != null) {
                assertThat(ids).as("seed %d, %s", seed, block).isEqualTo(all.getOrDefault(block, List.of()));
                kept += ids.size();
            }
        }
        assertThat(kept).as("seed %d", seed).isLessThanOrEqualTo(MOST);
        return kept;
    }
}
