package io.tocsin.topology;

import io.tocsin.resolve.Pair;
import io.tocsin.resolve.Ruling;
import java.util.Set;

/**
 * What an operator said of pairs of reports.
 *
 * @param country whose task resolves them
 */
record SaidOfReports(String country, Ruling ruling, Set<Pair> pairs) implements Told {}
