package io.tocsin.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.ReportId;
import io.tocsin.resolve.Block;
import io.tocsin.resolve.Lying;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            Map<Block, List<Lying>> all = new HashMap<>();
            for (int step = 0; step < 100; step++) {
                Block block = BLOCKS.get(random.nextInt(BLOCKS.size()));
                List<Lying> lying = all.computeIfAbsent(block, b -> new ArrayList<>());
                if (random.nextInt(4) > 0) {
                    Lying report = new Lying(new ReportId("source", "r" + step), Optional.empty());
                    lying.add(report);
                    blocks.add(block, report, lying.size());
                } else if (!lying.isEmpty() && random.nextBoolean()) {
                    lying.remove(random.nextInt(lying.size()));
                    blocks.remove(block);
                } else if (blocks.get(block) == null) {
                    blocks.keep(block, new ArrayList<>(lying));
                }
                kept += compare(seed, blocks, all);
            }
        }
        assertThat(kept).isPositive();
    }

    private static int compare(int seed, KeptBlocks blocks, Map<Block, List<Lying>> all) {
        int kept = 0;
        for (Block block : BLOCKS) {
            List<Lying> lying = blocks.get(block);
            if (lying != null) {
                assertThat(lying).as("seed %d, %s", seed, block).isEqualTo(all.getOrDefault(block, List.of()));
                kept += lying.size();
            }
        }
        assertThat(kept).as("seed %d", seed).isLessThanOrEqualTo(MOST);
        return kept;
    }
}
