package io.tocsin.resolve;

import io.tocsin.incident.ReportId;
import io.tocsin.places.Coordinates;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds neighbours by comparing a report with all that lie in the blocks near it. */
final class SearchedNeighbours implements Neighbours {

    private final Matching matching;
    private final StandingReports standing;
    private final AskedOnce known;
    private final Map<ReportId, Map<ReportId, Link>> found = new HashMap<>();

    SearchedNeighbours(Matching matching, StandingReports standing, AskedOnce known) {
        this.matching = matching;
        this.standing = standing;
        this.known = known;
    }

    @Override
    public Map<ReportId, Link> of(Known report) {
        return found.computeIfAbsent(report.id(), id -> search(report));
    }

    private Map<ReportId, Link> search(Known report) {
        Map<ReportId, Link> neighbours = new LinkedHashMap<>();
        Optional<Coordinates> spot = matching.spot(report);
        for (Blocks blocks : matching.near(report)) {
            for (Block block : blocks.all()) {
                if (mayHoldAny(block, report)) {
                    for (Lying lying : standing.in(block)) {
                        ReportId id = lying.id();
                        if (mayLink(report, id) && !apart(spot, lying.spot()) && !neighbours.containsKey(id)) {
                            standing.find(id)
                                    .flatMap(other -> compare(report, other))
                                    .ifPresent(link -> neighbours.put(id, link));
                        }
                    }
                }
            }
        }
        return neighbours;
    }

    /** Most blocks hold nothing, or only reports of the one database that the report is of too. */
    private boolean mayHoldAny(Block block, Known report) {
        return standing.mayHold(block, source -> matching.mayLink(report.report(), source)) && !standing.crowded(block);
    }

    private boolean mayLink(Known report, ReportId other) {
        return matching.mayLink(report.report(), other.source()) && !report.id().equals(other);
    }

    /** Whether the place alone tells that they do not match: most need not be looked up for it. */
    private boolean apart(Optional<Coordinates> spot, Optional<Coordinates> other) {
        return spot.isPresent() && other.isPresent() && matching.apart(spot.get(), other.get());
    }

    private Optional<Link> compare(Known report, Known other) {
        if (!matching.mayLink(other.report(), report.id().source())) {
            return Optional.empty();
        }
        boolean asKnown = !standing.isSubject(report.id()) && !standing.isSubject(other.id());
        Optional<Link> compared = asKnown
                ? known.compared(report.id(), other.id(), () -> matching.compare(report, other))
                : matching.compare(report, other);
        return compared.filter(link -> finds(other, report));
    }

    /** Whether the other is found by the one: through a block near it that is not crowded. */
    private boolean finds(Known one, Known other) {
        List<Home> wanted = matching.homes(other);
        for (Blocks blocks : matching.near(one)) {
            for (Home home : wanted) {
                if (blocks.covering(home)
                        .filter(block -> !standing.crowded(block))
                        .isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }
}
