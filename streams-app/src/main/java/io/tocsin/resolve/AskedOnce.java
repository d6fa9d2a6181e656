package io.tocsin.resolve;

import io.tocsin.incident.ReportId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What is known, and how its reports compare, asked for once in the course of one resolution. */
final class AskedOnce implements KnownReports {

    private final KnownReports known;
    private final Map<ReportId, Optional<Known>> found = new HashMap<>();
    private final Map<Block, List<Lying>> blocks = new HashMap<>();
    private final Map<Pair, Optional<Link>> compared = new HashMap<>();

    AskedOnce(KnownReports known) {
        this.known = known;
    }

    @Override
    public Optional<Known> find(ReportId id) {
        return found.computeIfAbsent(id, known::find);
    }

    /** What comparing two reports came to, as they are known; worked out where it was not asked for yet. */
    Optional<Link> compared(ReportId one, ReportId other, Supplier<Optional<Link>> comparing) {
        return compared.computeIfAbsent(Pair.of(one, other), pair -> comparing.get());
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
    public List<Lying> in(Block block) {
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
