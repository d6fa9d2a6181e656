package io.tocsin.backtest;

import io.tocsin.backtest.Expected.Violation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a history came to.
 *
 * @param first the first publication; empty for an empty history
 * @param last the last publication
 * @param reports revisions that were replayed
 * @param incidents that stand in the end
 */
public record Findings(
        Optional<Instant> first,
        Optional<Instant> last,
        Timeline timeline,
        int reports,
        int incidents,
        List<RuleFinding> rules) {

    public Findings {
        rules = List.copyOf(rules);
    }

    /** Which of the expectations do not hold. */
    public List<Violation> violations(Collection<Expected> expectations) {
        return expectations.stream()
                .flatMap(expected -> rules.stream()
                        .filter(finding -> finding.rule().id().equals(expected.rule()))
                        .flatMap(finding -> violation(expected, finding).stream()))
                .toList();
    }

    private Optional<Violation> violation(Expected expected, RuleFinding finding) {
        Instant from = first.orElse(Instant.EPOCH);
        return expected.violation(finding.openings(), from, last.orElse(from));
    }
}
