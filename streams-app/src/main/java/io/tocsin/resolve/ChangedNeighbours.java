package io.tocsin.resolve;

import io.tocsin.incident.ReportId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Neighbours after one report changed and no block turned crowded, or stopped being so, by it: those from before, except
 * that the one matches others now. Since matching is symmetric, comparing the one with all is enough.
 */
final class ChangedNeighbours implements Neighbours {

    private final Neighbours before;
    private final ReportId changed;
    private final Map<ReportId, Link> ofChanged;
    private final Map<ReportId, Map<ReportId, Link>> found = new HashMap<>();

    /** @param ofChanged what the changed report matches now; none where it does not stand any more */
    ChangedNeighbours(Neighbours before, ReportId changed, Map<ReportId, Link> ofChanged) {
        this.before = before;
        this.changed = changed;
        this.ofChanged = ofChanged;
    }

    @Override
    public Map<ReportId, Link> of(Known report) {
        return report.id().equals(changed) ? ofChanged : found.computeIfAbsent(report.id(), id -> corrected(report));
    }

    private Map<ReportId, Link> corrected(Known report) {
        Map<ReportId, Link> corrected = new LinkedHashMap<>(before.of(report));
        corrected.remove(changed);
        Link link = ofChanged.get(report.id());
        if (link != null) {
            corrected.put(changed, link);
        }
        return corrected;
    }
}
