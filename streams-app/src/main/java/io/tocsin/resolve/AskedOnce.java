package io.tocsin.resolve;

import io.tocsin.incident.ReportId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What is known, asked for once in the course of one resolution. */
final class AskedOnce implements KnownReports {

    private final KnownReports known;
    private final Map<ReportId, Optional<Known>> found = new HashMap<>();
    private final Map<Block, List<ReportId>> blocks = new HashMap<>();

    AskedOnce(KnownReports known) {
        this.known = known;
    }

    @Override
    public Optional<Known> find(ReportId id) {
        return found.computeIfAbsent(id, known::find);
    }

    @Override
    public int size(Block block) {
        return known.size(block);
    }

    @Override
    public boolean mayHold(Blocks blocks, Predicate<String> source) {
        return known.mayHold(blocks, source);
    }

    @Override
    public List<ReportId> in(Block block) {
        return blocks.computeIfAbsent(block, known::in);
    }

    @Override
    public int firstDay() {
        return known.firstDay();
    }

    @Override
    public Map<ReportId, Ruling> rulings(ReportId id) {
        return known.rulings(id);
    }
}
