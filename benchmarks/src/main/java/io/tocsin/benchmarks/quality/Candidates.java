package io.tocsin.benchmarks.quality;

import io.tocsin.resolve.Block;
import io.tocsin.resolve.Blocking;
import io.tocsin.resolve.Home;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pairs that blocking lets meet, by index into the reports. */
final class Candidates implements Links.Pairs {

    /** Takes two reports that meet, the lower index first. */
    interface Meeting {
        void of(int lower, int higher);
    }

    private final List<Labelled> reports;
    private final Map<Block, List<Integer>> kept = new HashMap<>();
    private int mostBlocks;
    private long pairs;
    private int mostCandidates;

    Candidates(List<Labelled> reports) {
        this.reports = reports;
        for (int i = 0; i < reports.size(); i++) {
            for (Home home : Blocking.homes(reports.get(i).report())) {
                for (Block block : home.blocks()) {
                    kept.computeIfAbsent(block, unseen -> new ArrayList<>()).add(i);
                }
            }
        }
    }

    /** Every pair once, in order of the higher index, then the blocks. */
    @Override
    public void forEach(Meeting meeting) {
        int[] seenBy = new int[reports.size()];
        Arrays.fill(seenBy, -1);
        for (int i = 0; i < reports.size(); i++) {
            int found = 0;
            List<Block> near = Blocking.near(reports.get(i).report()).stream()
                    .flatMap(blocks -> blocks.all().stream())
                    .toList();
            mostBlocks = Math.max(mostBlocks, near.size());
            for (Block block : near) {
                for (int other : kept.getOrDefault(block, List.of())) {
                    if (other != i && seenBy[other] != i) {
                        seenBy[other] = i;
                        found++;
                        if (other < i) {
                            meeting.of(other, i);
                        }
                    }
                }
            }
            pairs += found;
            mostCandidates = Math.max(mostCandidates, found);
        }
    }

    int mostBlocks() {
        return mostBlocks;
    }

    double meanCandidates() {
        return (double) pairs / reports.size();
    }

    int mostCandidates() {
        return mostCandidates;
    }
}
