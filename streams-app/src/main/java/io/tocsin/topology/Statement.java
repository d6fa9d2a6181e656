package io.tocsin.topology;

import io.tocsin.incident.Report;
import io.tocsin.resolve.Pair;
import io.tocsin.resolve.Ruling;
import java.util.Set;

/** What arrives at the resolver. */
sealed interface Statement {

    /** A report, placed. */
    record OfSource(Report report) implements Statement {}

    /**
     * What an operator said of pairs of reports.
     *
     * @param country whose task resolves them
     */
    record OfOperator(String country, Ruling ruling, Set<Pair> pairs) implements Statement {}
}
