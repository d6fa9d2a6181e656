package io.tocsin.benchmarks.quality;

import io.tocsin.incident.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The scored pairs of a list of reports, strongest first, and the groups that they tie together. */
final class Links {

    /** Two reports by index, the lower one first. */
    private record Pair(int lower, int higher) {}

    private record Link(Pair pair, double score) {}

    /** The pairs that are worth scoring. */
    interface Pairs {
        void forEach(Candidates.Meeting meeting);
    }

    /** How strongly two reports speak of one event. */
    interface Scoring {
        double score(Report one, Report other);
    }

    private static final Comparator<Link> STRONGEST_FIRST = Comparator.comparingDouble((Link link) -> -link.score())
            .thenComparing(link -> link.pair().lower())
            .thenComparing(link -> link.pair().higher());

    private final int reports;
    private final List<Link> strongestFirst = new ArrayList<>();
    private final Map<Pair, Double> scores = new HashMap<>();

    /** Scores every pair that meets; those that come to minus infinity are left out. */
    Links(List<Labelled> labelled, Pairs pairs, Scoring scoring) {
        this.reports = labelled.size();
        pairs.forEach((lower, higher) -> {
            double score = scoring.score(
                    labelled.get(lower).report(), labelled.get(higher).report());
            if (score > Double.NEGATIVE_INFINITY) {
                Link link = new Link(new Pair(lower, higher), score);
                strongestFirst.add(link);
                scores.put(link.pair(), score);
            }
        });
        strongestFirst.sort(STRONGEST_FIRST);
    }

    private boolean above(double bound, int lower, int higher) {
        return scores.getOrDefault(new Pair(lower, higher), Double.NEGATIVE_INFINITY) > bound;
    }

    /**
     * Joins by links above the threshold, strongest first, unless two reports across score no more than the veto, as
     * the resolver does.
     *
     * @return by report, the number of its group
     */
    int[] groups(double threshold, double veto) {
        int[] groupOf = new int[reports];
        List<Set<Integer>> members = new ArrayList<>(reports);
        for (int i = 0; i < reports; i++) {
            groupOf[i] = i;
            members.add(new HashSet<>(Set.of(i)));
        }
        for (Link link : strongestFirst) {
            int one = groupOf[link.pair().lower()];
            int other = groupOf[link.pair().higher()];
            if (link.score() > threshold && one != other && agree(members.get(one), members.get(other), veto)) {
                for (int moved : members.get(other)) {
                    groupOf[moved] = one;
                }
                members.get(one).addAll(members.get(other));
            }
        }
        return groupOf;
    }

    private boolean agree(Set<Integer> one, Set<Integer> other, double veto) {
        if (veto == Double.NEGATIVE_INFINITY) {
            return true;
        }
        for (int mine : one) {
            for (int theirs : other) {
                if (!above(veto, Math.min(mine, theirs), Math.max(mine, theirs))) {
                    return false;
                }
            }
        }
        return true;
    }
}
