package io.tocsin.watch;

import java.util.List;

/** What was announced so far. */
public interface AlertBook {

    /**
     * All alerts of the rule that are kept together under that book, withdrawn ones included, in no order.
     *
     * @param book see {@link Scope#book()}
     */
    List<Announced> of(String rule, String book);
}
