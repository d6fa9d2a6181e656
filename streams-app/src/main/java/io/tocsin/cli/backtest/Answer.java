package io.tocsin.cli.backtest;

import io.tocsin.backtest.Arrivals;
import io.tocsin.backtest.Expected;
import io.tocsin.backtest.Expected.Violation;
import io.tocsin.backtest.Findings;
import java.util.List;

/**
 * What is told of a backtest.
 *
 * @param refused how many reports could not be read or break a constraint
 * @param violations those of the expectations that do not hold
 */
public record Answer(
        Arrivals arrivals, Findings findings, long refused, List<Expected> expectations, List<Violation> violations) {

    public Answer {
        expectations = List.copyOf(expectations);
        violations = List.copyOf(violations);
    }

    /** The answer to the expectations. */
    public static Answer of(Arrivals arrivals, Findings findings, long refused, List<Expected> expectations) {
        return new Answer(arrivals, findings, refused, expectations, findings.violations(expectations));
    }

    /** How the reports arrived, in words. */
    String arrived() {
        return switch (arrivals) {
            case AS_KNOWN -> "as known then";
            case AS_NOW -> "as known now";
        };
    }
}
