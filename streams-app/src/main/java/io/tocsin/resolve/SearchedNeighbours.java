package io.tocsin.resolve;

import io.tocsin.incident.Report;
import io.tocsin.incident.ReportId;
import io.tocsin.places.Coordinates;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Finds neighbours by comparing a report with all that lie in the blocks near it. */
final class SearchedNeighbours implements Neighbours {

    private final Matching matching;
    private final BiFunction<Report, Report, Optional<Link>> comparing;
    private final StandingReports standing;
    private final AskedOnce known;
    private final Map<ReportId, Map<ReportId, Link>> found = new HashMap<>();
    private final Map<ReportId, List<Home>> homesOf = new HashMap<>();
    private final Map<ReportId, List<Blocks>> nearOf = new HashMap<>();

    /** @param comparing what {@link Matching#comparing} gave for this resolution */
    SearchedNeighbours(
            Matching matching,
            BiFunction<Report, Report, Optional<Link>> comparing,
            StandingReports standing,
            AskedOnce known) {
        this.matching = matching;
        this.comparing = comparing;
        this.standing = standing;
        this.known = known;
    }

    @Override
    public Map<ReportId, Link> of(Known report) {
        return found.computeIfAbsent(report.id(), id -> search(report));
    }

    private Map<ReportId, Link> search(Known report) {
        Map<ReportId, Link> neighbours = new LinkedHashMap<>();
        Optional<Coordinates> spot = matching.spot(report.report());
        for (Blocks blocks : near(report)) {
            for (Block block : blocks.all()) {
                if (mayHoldAny(block, report)) {
                    for (ReportId id : standing.in(block)) {
                        if (!neighbours.containsKey(id) && mayLink(report, id) && !apart(spot, id)) {
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
    private boolean apart(Optional<Coordinates> spot, ReportId other) {
        return spot.isPresent()
                && standing.spot(other)
                        .filter(there -> matching.apart(spot.get(), there))
                        .isPresent();
    }

    private Optional<Link> compare(Known report, Known other) {
        if (!matching.mayLink(other.report(), report.id().source())) {
            return Optional.empty();
        }
        boolean asKnown = !standing.isSubject(report.id()) && !standing.isSubject(other.id());
        Optional<Link> compared = asKnown
                ? known.compared(report.id(), other.id(), () -> comparing.apply(report.report(), other.report()))
                : comparing.apply(report.report(), other.report());
        return compared.filter(link -> finds(other, report));
    }

    private List<Blocks> near(Known report) {
        return nearOf.computeIfAbsent(report.id(), id -> matching.near(report.report()));
    }

    /** Whether the other is found by the one: through a block near it that is not crowded. */
    private boolean finds(Known one, Known other) {
        List<Home> wanted = homesOf.computeIfAbsent(other.id(), id -> matching.homes(other.report()));
        return near(one).stream()
                .flatMap(blocks -> blocks.all().stream())
                .anyMatch(block -> block.coversAny(wanted) && !standing.crowded(block));
    }
}
