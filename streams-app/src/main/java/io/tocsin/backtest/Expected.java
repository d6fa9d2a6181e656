package io.tocsin.backtest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How many alerts a rule is expected to open: so that a team can keep its rules in version control and test them. In
 * periods of the calendar, each of them: {@code at most} holds for those that the history only touches too, {@code at
 * least} for those that lie in it as a whole.
 *
 * @param rule its id
 * @param text how it was written
 * @param per empty: in all
 * @param concerns by its key, whether alerts in a scope are meant
 */
public record Expected(
        String rule, String text, Bound bound, int number, Optional<Period> per, Predicate<String> concerns) {

    /** Which way the number bounds. */
    public enum Bound {
        AT_MOST,
        AT_LEAST
    }

    /** How many there were where it does not hold: in the worst period, or in all. */
    public record Violation(Expected expected, int found, Optional<LocalDate> period) {

        /** What was found, in words: {@code 5 in 2006-03}. */
        public String found(Period per) {
            return found + period.map(start -> " in " + per.inWords(start)).orElse("");
        }

        /** The rule, what was expected of it, and what was found. */
        public String inWords() {
            return "rule " + expected.rule + ": expected " + expected.text + ", found "
                    + expected.per.map(this::found).orElse(Integer.toString(found));
        }
    }

    /** Where it does not hold of the alerts that the rule opened between those instants. */
    Optional<Violation> violation(List<Opening> openings, Instant first, Instant last) {
        List<Opening> meant = openings.stream()
                .filter(opening -> concerns.test(opening.scope().key()))
                .toList();
        if (per.isEmpty()) {
            return holds(meant.size())
                    ? Optional.empty()
                    : Optional.of(new Violation(this, meant.size(), Optional.empty()));
        }
        Map<LocalDate, Integer> counts = new TreeMap<>();
        per.get().over(first, last).stream()
                .filter(start -> bound == Bound.AT_MOST || isWhole(start, first, last))
                .forEach(start -> counts.put(start, 0));
        meant.forEach(opening -> counts.computeIfPresent(per.get().startOf(opening.at()), (start, n) -> n + 1));
        return worst(counts);
    }

    private Optional<Violation> worst(Map<LocalDate, Integer> counts) {
        Violation worst = null;
        for (Map.Entry<LocalDate, Integer> count : counts.entrySet()) {
            int found = count.getValue();
            boolean worse = worst == null || (bound == Bound.AT_MOST ? found > worst.found : found < worst.found);
            if (!holds(found) && worse) {
                worst = new Violation(this, found, Optional.of(count.getKey()));
            }
        }
        return Optional.ofNullable(worst);
    }

    private boolean holds(int found) {
        return bound == Bound.AT_MOST ? found <= number : found >= number;
    }

    private boolean isWhole(LocalDate start, Instant first, Instant last) {
        return !start.isBefore(LocalDate.ofInstant(first, ZoneOffset.UTC))
                && !per.orElseThrow()
                        .after(start)
                        .isAfter(LocalDate.ofInstant(last, ZoneOffset.UTC).plusDays(1));
    }
}
