package io.tocsin.resolve;

import io.tocsin.incident.Report;
import io.tocsin.incident.Source;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Scores two reports: the sum of the weights of what comparing them comes to, feature by feature (Fellegi and Sunter
 * 1969). Comparing ends early once not even the best of the rest would reach a near miss. Pure, symmetric, thread-safe.
 */
public final class PairScore {

    private static final Feature[] FEATURES = Feature.values();

    /** The order of comparing: what costs nothing first, so that most pairs end before names and words are compared. */
    private static final Feature[] CHEAPEST_FIRST = {
        Feature.PRIOR,
        Feature.TIME,
        Feature.CATEGORY,
        Feature.KILLED,
        Feature.INJURED,
        Feature.QUANTITY,
        Feature.TARGET_KIND,
        Feature.PUBLISHED,
        Feature.SOURCE,
        Feature.ORIGIN,
        Feature.TARGET_NAME,
        Feature.DISTANCE,
        Feature.PLACE,
        Feature.WORDING
    };

    /** How many of them cost less than to tell whether the two are within reach of each other. */
    private static final int CHEAP = List.of(CHEAPEST_FIRST).indexOf(Feature.DISTANCE);

    private final WeightTable table;
    /** In the order of comparing: the most that a feature and those after it can add. */
    private final double[] most;
    /** By finding: made once, because its words are asked for again and again. */
    private final Map<Finding, Score.Weight> parts = new EnumMap<>(Finding.class);

    public PairScore(WeightTable table) {
        this.table = table;
        this.most = new double[CHEAPEST_FIRST.length + 1];
        for (int i = CHEAPEST_FIRST.length - 1; i >= 0; i--) {
            most[i] = most[i + 1] + table.most(CHEAPEST_FIRST[i]);
        }
        for (Finding finding : Finding.values()) {
            parts.put(finding, Score.Weight.of(finding.label(), table.weight(finding)));
        }
    }

    /** The score of the two; {@link Score#OUT_OF_REACH} where it is not above the bound of near misses. */
    public Score score(Report one, Report other) {
        return score(new Told(one), new Told(other));
    }

    Score score(Told one, Told other) {
        if (!mayBeOne(one.report(), other.report())) {
            return Score.OUT_OF_REACH;
        }
        Finding[] findings = new Finding[FEATURES.length];
        double sofar = 0;
        for (int i = 0; i < CHEAPEST_FIRST.length; i++) {
            boolean tooUnlike = sofar + most[i] <= table.nearMiss();
            if (tooUnlike || (i == CHEAP && !Blocking.withinReach(one, other))) {
                return Score.OUT_OF_REACH;
            }
            Feature feature = CHEAPEST_FIRST[i];
            Finding finding = Findings.of(feature, one, other);
            findings[feature.ordinal()] = finding;
            sofar += table.weight(finding);
        }
        double total = total(findings);
        return total <= table.nearMiss() ? Score.OUT_OF_REACH : new Score(total, weights(findings));
    }

    private double total(Finding[] findings) {
        double total = 0;
        for (Finding finding : findings) {
            total += table.weight(finding);
        }
        return total;
    }

    /** What comparing the two comes to, feature by feature; empty where they are not within reach of each other. */
    public static List<Finding> compare(Report one, Report other) {
        Told here = new Told(one);
        Told there = new Told(other);
        List<Finding> findings = new ArrayList<>(FEATURES.length);
        if (mayBeOne(one, other) && Blocking.withinReach(here, there)) {
            for (Feature feature : FEATURES) {
                findings.add(Findings.of(feature, here, there));
            }
        }
        return findings;
    }

    /** Whether a score makes a link. */
    public boolean links(Score score) {
        return score.total() > table.threshold();
    }

    /**
     * Whether the two may speak of one event at all: a database never reports one incident under two ids. News, field
     * teams and officials repeat themselves, and aggregators reprint, so theirs may.
     */
    static boolean mayBeOne(Report one, Report other) {
        boolean database =
                one.source().kind() == Source.Kind.DATABASE || other.source().kind() == Source.Kind.DATABASE;
        boolean sameSource = one.source().id().equals(other.source().id());
        return !(database && sameSource);
    }

    private List<Score.Weight> weights(Finding[] findings) {
        List<Score.Weight> weights = new ArrayList<>(findings.length);
        for (Finding finding : findings) {
            if (table.weight(finding) != 0) {
                weights.add(parts.get(finding));
            }
        }
        return weights;
    }
}
