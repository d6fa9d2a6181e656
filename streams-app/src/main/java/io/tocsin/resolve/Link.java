package io.tocsin.resolve;

import java.util.List;

/**
 * How well two reports match.
 *
 * @param score sum of log-likelihood weights; above 0 when they more likely speak of one event than not
 * @param reasons the named weights
 */
public record Link(double score, List<String> reasons) {

    /** The score of what an operator joined: no sum of weights comes near it. */
    static final double RULED = 1_000;

    public Link {
        reasons = List.copyOf(reasons);
    }

    /** Whether the two belong together, if nothing forbids it; if not, they almost do. */
    boolean holds() {
        return score > 0;
    }
}
