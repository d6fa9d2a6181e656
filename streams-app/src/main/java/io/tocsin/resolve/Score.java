package io.tocsin.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How strongly two reports speak of one event.
 *
 * @param total sum of the weights: the logarithm of the odds that they do; minus infinity when they cannot
 * @param weights what it is made of, in order of features; empty where the total is out of reach of a near miss
 */
public record Score(double total, List<Weight> weights) {

    /**
     * One part of a score.
     *
     * @param finding what the comparison came to, such as {@code same-day}
     * @param value natural logarithm of a likelihood ratio: above 0 speaks for one event
     * @param inWords both, such as {@code same-day +2.10}
     */
    public record Weight(String finding, double value, String inWords) {

        static Weight of(String finding, double value) {
            return new Weight(finding, value, finding + String.format(Locale.ROOT, " %+.2f", value));
        }
    }

    /** Of two reports that cannot speak of one event, or are so unlike that it makes no difference. */
    public static final Score OUT_OF_REACH = new Score(Double.NEGATIVE_INFINITY, List.of());

    public Score {
        weights = List.copyOf(weights);
    }

    /** The weights in words, such as {@code same-day +2.10}. */
    public List<String> reasons() {
        List<String> reasons = new ArrayList<>(weights.size());
        for (Weight weight : weights) {
            reasons.add(weight.inWords());
        }
        return reasons;
    }
}
