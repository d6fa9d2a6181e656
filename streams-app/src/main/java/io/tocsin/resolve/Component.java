package io.tocsin.resolve;

import io.tocsin.incident.Incident.Member;
import io.tocsin.incident.ReportId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reports that hang together by links. Splits into clusters: one for each event that they speak of.
 *
 * @param members all of them, or some of too many
 */
record Component(World world, Map<ReportId, Known> members, boolean tooLarge) {

    private static final int MOST_NEAR_MISSES = 10;
    private static final Comparator<Map.Entry<Pair, Link>> STRONGEST_FIRST = Comparator.comparingDouble(
                    (Map.Entry<Pair, Link> entry) -> -entry.getValue().score())
            .thenComparing(Map.Entry::getKey);
    private static final Comparator<Member> NEAREST_FIRST =
            Comparator.comparingDouble((Member member) -> -member.score()).thenComparing(Member::report);

    /**
     * Accepts links in order of score, ties by id, unless one would bring two reports together that cannot belong to
     * one incident. The result depends on the set of reports alone.
     */
    Collection<Cluster> clusters() {
        Map<ReportId, Cluster> clusterOf = new LinkedHashMap<>();
        Map<Pair, Link> links = new HashMap<>();
        for (Known member : members.values()) {
            clusterOf.put(member.id(), Cluster.of(member));
            world.matches(member).forEach((other, match) -> {
                if (match.link().holds()) {
                    links.put(Pair.of(member.id(), other), match.link());
                }
            });
        }
        List<Map.Entry<Pair, Link>> strongestFirst = new ArrayList<>(links.entrySet());
        strongestFirst.sort(STRONGEST_FIRST);
        for (Map.Entry<Pair, Link> link : strongestFirst) {
            Cluster one = clusterOf.get(link.getKey().lower());
            Cluster other = clusterOf.get(link.getKey().higher());
            if (!one.contains(link.getKey().higher()) && one.mayJoin(other, world)) {
                Cluster joined = one.join(other, link.getKey(), link.getValue());
                joined.members().forEach(member -> clusterOf.put(member.id(), joined));
            }
        }
        List<Cluster> clusters = new ArrayList<>();
        clusterOf.forEach((id, cluster) -> {
            if (cluster.head().id().equals(id)) {
                clusters.add(cluster.withNearMisses(nearMisses(cluster)));
            }
        });
        return clusters;
    }

    /** Reports elsewhere that almost match one of the cluster's, or match and may not join it; the nearest few. */
    private List<Member> nearMisses(Cluster cluster) {
        Set<ReportId> own = new HashSet<>();
        cluster.members().forEach(member -> own.add(member.id()));
        Map<ReportId, Member> nearest = new HashMap<>();
        for (Known member : cluster.members()) {
            world.matches(member).forEach((id, match) -> {
                if (!own.contains(id)) {
                    int revision = match.other().report().revision();
                    Member near = new Member(
                            id, revision, match.link().score(), match.link().reasons());
                    nearest.merge(id, near, Component::nearer);
                }
            });
        }
        return nearest.values().stream()
                .sorted(NEAREST_FIRST)
                .limit(MOST_NEAR_MISSES)
                .toList();
    }

    private static Member nearer(Member one, Member other) {
        if (one.score() != other.score()) {
            return one.score() > other.score() ? one : other;
        }
        return one.reasons().toString().compareTo(other.reasons().toString()) <= 0 ? one : other;
    }
}
