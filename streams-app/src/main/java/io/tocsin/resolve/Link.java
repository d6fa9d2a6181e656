package io.tocsin.resolve;

import java.util.List;

/**
 * Why two reports speak of one event.
 *
 * @param score sum of log-likelihood weights; above 0 when a link is more likely than not
 * @param reasons the named weights
 */
public record Link(double score, List<String> reasons) {

    public Link {
        reasons = List.copyOf(reasons);
    }
}
