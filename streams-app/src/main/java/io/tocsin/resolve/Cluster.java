package io.tocsin.resolve;

import io.tocsin.incident.Incident.Member;
import io.tocsin.incident.ReportId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reports of one event, oldest first, the links that were accepted between them, and the reports that almost belong to
 * them.
 */
record Cluster(List<Known> members, Map<Pair, Link> links, List<Member> nearMisses) {

    static Cluster of(Known report) {
        return new Cluster(List.of(report), Map.of(), List.of());
    }

    /** The report that the incident is named after. */
    Known head() {
        return members.get(0);
    }

    /** Where all of them are. */
    String country() {
        return head().report().place().country();
    }

    boolean contains(ReportId id) {
        return members.stream().anyMatch(member -> member.id().equals(id));
    }

    Cluster withNearMisses(List<Member> near) {
        return new Cluster(members, links, near);
    }

    boolean mayJoin(Cluster other, World world) {
        for (Known mine : members) {
            for (Known theirs : other.members) {
                if (!world.mayShareAnIncident(mine, theirs)) {
                    return false;
                }
            }
        }
        return true;
    }

    Cluster join(Cluster other, Pair pair, Link link) {
        List<Known> all = new ArrayList<>(members);
        all.addAll(other.members);
        all.sort(Known.OLDEST_FIRST);
        Map<Pair, Link> accepted = new HashMap<>(links);
        accepted.putAll(other.links);
        accepted.put(pair, link);
        return new Cluster(List.copyOf(all), Map.copyOf(accepted), List.of());
    }
}
