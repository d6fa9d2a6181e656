package io.tocsin.resolve;

import io.tocsin.incident.ReportId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** All that the resolver is to remember, in maps: to resolve a history without Kafka. For one thread. */
public final class ReportsInMemory implements KnownReports {

    private final Matching matching;
    private final Map<ReportId, Known> byId = new HashMap<>();
    private final Map<Block, Set<ReportId>> byBlock = new HashMap<>();
    private final Map<Block, Map<String, Integer>> sources = new HashMap<>();
    private final Map<ReportId, Map<ReportId, Ruling>> rulings = new HashMap<>();

    /** Nothing yet. */
    public ReportsInMemory(Matching matching) {
        this.matching = matching;
    }

    @Override
    public Optional<Known> find(ReportId id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public int size(Block block) {
        return byBlock.getOrDefault(block, Set.of()).size();
    }

    @Override
    public boolean mayHold(Blocks blocks, Predicate<String> source) {
        for (Block block : blocks.all()) {
            for (String there : sources.getOrDefault(block, Map.of()).keySet()) {
                if (source.test(there)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public List<Lying> in(Block block) {
        Set<ReportId> ids = byBlock.get(block);
        if (ids == null) {
            return List.of();
        }
        List<Lying> first = new ArrayList<>(Math.min(ids.size(), MOST_IN_BLOCK));
        for (ReportId id : ids) {
            if (first.size() == MOST_IN_BLOCK) {
                break;
            }
            first.add(new Lying(id, matching.spot(byId.get(id))));
        }
        return first;
    }

    @Override
    public int firstDay() {
        return Integer.MIN_VALUE;
    }

    @Override
    public Map<ReportId, Ruling> rulings(ReportId id) {
        return rulings.getOrDefault(id, Map.of());
    }

    /** Keeps what a report or a ruling led to. */
    public void apply(Resolution resolution) {
        resolution.rulings().forEach((pair, ruling) -> {
            rulings.computeIfAbsent(pair.lower(), id -> new HashMap<>()).put(pair.higher(), ruling);
            rulings.computeIfAbsent(pair.higher(), id -> new HashMap<>()).put(pair.lower(), ruling);
        });
        for (Known known : resolution.remember()) {
            Known before = byId.put(known.id(), known);
            if (before != null) {
                blocks(before).forEach(block -> leave(block, known.id()));
            }
            blocks(known).forEach(block -> enter(block, known.id()));
        }
    }

    private void enter(Block block, ReportId id) {
        if (byBlock.computeIfAbsent(block, b -> new LinkedHashSet<>()).add(id)) {
            sources.computeIfAbsent(block, b -> new HashMap<>()).merge(id.source(), 1, Integer::sum);
        }
    }

    private void leave(Block block, ReportId id) {
        Set<ReportId> ids = byBlock.get(block);
        ids.remove(id);
        sources.get(block).computeIfPresent(id.source(), (source, reports) -> reports == 1 ? null : reports - 1);
        if (ids.isEmpty()) {
            byBlock.remove(block);
            sources.remove(block);
        }
    }

    private Set<Block> blocks(Known known) {
        Set<Block> blocks = new LinkedHashSet<>();
        if (!known.report().retracted()) {
            matching.homes(known).forEach(home -> blocks.addAll(home.blocks()));
        }
        return blocks;
    }
}
