package io.tocsin.resolve;

import io.tocsin.incident.ReportId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The reports that stand in one world: those that are known, with the one at hand as it is there. */
final class StandingReports {

    private final Matching matching;
    private final Bounds bounds;
    private final AskedOnce known;
    private final Optional<ReportId> subject;
    private final Optional<Known> version;
    private final List<Home> homes;
    private final List<Home> knownHomes;

    private StandingReports(
            Matching matching, Bounds bounds, AskedOnce known, Optional<ReportId> subject, Optional<Known> version) {
        this.matching = matching;
        this.bounds = bounds;
        this.known = known;
        this.subject = subject;
        this.version = standing(version);
        this.homes = homes(this.version);
        this.knownHomes = homes(standing(subject.flatMap(known::find)));
    }

    static StandingReports asKnown(Matching matching, Bounds bounds, AskedOnce known) {
        return new StandingReports(matching, bounds, known, Optional.empty(), Optional.empty());
    }

    StandingReports with(Known report) {
        return new StandingReports(matching, bounds, known, Optional.of(report.id()), Optional.of(report));
    }

    /** The report, if it stands in this world. */
    Optional<Known> find(ReportId id) {
        return isSubject(id) ? version : standing(known.find(id));
    }

    /** Whether the report is the one that may differ from what is known of it. */
    boolean isSubject(ReportId id) {
        return subject.isPresent() && subject.get().equals(id);
    }

    /** The reports in the block; the first so many. */
    List<Lying> in(Block block) {
        List<Lying> all = known.in(block);
        boolean subjectIsIn = block.coversAny(homes);
        boolean subjectWasIn = block.coversAny(knownHomes);
        if (!subjectIsIn && !subjectWasIn) {
            return all;
        }
        List<Lying> corrected = new ArrayList<>(all);
        if (subjectWasIn) {
            corrected.removeIf(lying -> isSubject(lying.id()));
        }
        if (subjectIsIn) {
            corrected.add(new Lying(subject.orElseThrow(), Optional.empty()));
        }
        return corrected;
    }

    /** The blocks that the report at hand lies in here, or as it is known. */
    Set<Block> subjectsBlocks() {
        Set<Block> blocks = new LinkedHashSet<>();
        knownHomes.forEach(home -> blocks.addAll(home.blocks()));
        homes.forEach(home -> blocks.addAll(home.blocks()));
        return blocks;
    }

    /** Whether any report in the block may be of such a source. */
    boolean mayHold(Block block, Predicate<String> source) {
        return known.mayHold(Blocks.of(block), source) || block.coversAny(homes);
    }

    /** Whether too many lie in the block to tell them apart: none of them are found through it. */
    boolean crowded(Block block) {
        int size = known.size(block);
        if (block.coversAny(homes)) {
            size++;
        }
        if (block.coversAny(knownHomes)) {
            size--;
        }
        return bounds.crowded(size);
    }

    /** Whether any block that the report lies in is crowded. */
    boolean isInACrowd(Known report) {
        return matching.homes(report).stream()
                .flatMap(home -> home.blocks().stream())
                .anyMatch(this::crowded);
    }

    private List<Home> homes(Optional<Known> of) {
        return of.map(matching::homes).orElse(List.of());
    }

    private static Optional<Known> standing(Optional<Known> known) {
        return known.filter(k -> !k.report().retracted());
    }
}
