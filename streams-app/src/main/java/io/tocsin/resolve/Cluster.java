package io.tocsin.resolve;

import io.tocsin.incident.ReportId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reports of one event, oldest first, and the links that were accepted between them. */
record Cluster(List<Known> members, Map<Pair, Link> links) {

    static Cluster of(Known report) {
        return new Cluster(List.of(report), Map.of());
    }

    /** The report that the incident is named after. */
    Known head() {
        return members.get(0);
    }

    boolean contains(ReportId id) {
        return members.stream().anyMatch(member -> member.id().equals(id));
    }

    boolean mayJoin(Cluster other, Matching matching) {
        return members.stream()
                .allMatch(mine -> other.members.stream().allMatch(theirs -> matching.mayLink(mine.id(), theirs.id())));
    }

    Cluster join(Cluster other, Pair pair, Link link) {
        List<Known> all = new ArrayList<>(members);
        all.addAll(other.members);
        all.sort(Known.OLDEST_FIRST);
        Map<Pair, Link> accepted = new HashMap<>(links);
        accepted.putAll(other.links);
        accepted.put(pair, link);
        return new Cluster(List.copyOf(all), Map.copyOf(accepted));
    }
}
