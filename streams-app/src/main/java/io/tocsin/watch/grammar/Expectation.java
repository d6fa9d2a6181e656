package io.tocsin.watch.grammar;

import static java.util.Objects.requireNonNull;

import io.tocsin.places.Area;
import io.tocsin.watch.Scope;
import java.util.Locale;
import java.util.Optional;

/**
 * How many alerts of a rule are expected to be opened. It is kept with the rule, and only the backtest looks at it.
 *
 * @param number with {@link Bound#AT_MOST}, 0 is none at all
 * @param period how long those may take; empty: all that is looked at
 * @param scope a country's code, an area's key such as {@code IQ/al anbar}, or how the key of a scope begins; empty: all
 */
public record Expectation(Bound bound, int number, Optional<Period> period, Optional<String> scope) {

    /** On which side of the number it is well. */
    public enum Bound {
        AT_MOST,
        AT_LEAST;

        /** The words for it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Of what the number is told. */
    public enum Period {
        DAY(1),
        WEEK(7),
        MONTH(365.25 / 12),
        YEAR(365.25);

        private final double days;

        Period(double days) {
            this.days = days;
        }

        /** The word for it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** How many days it has, on average. */
        public double days() {
            return days;
        }
    }

    public Expectation {
        requireNonNull(bound);
        requireNonNull(period);
        requireNonNull(scope);
        if (number < 0) {
            throw new IllegalArgumentException("number " + number + " is below 0");
        }
    }

    /** Whether alerts in the scope of that key are meant. */
    public boolean concerns(String scopeKey) {
        if (scope.isEmpty()) {
            return true;
        }
        String meant = scope.get();
        boolean inCountry = Scope.countryOf(scopeKey).filter(meant::equals).isPresent();
        boolean inArea = meant.indexOf(Area.SEPARATOR) > 0 && scopeKey.startsWith(meant + Area.SEPARATOR);
        boolean named = meant.indexOf(':') > 0 && scopeKey.startsWith(meant);
        return inCountry || inArea || named || scopeKey.equals(meant);
    }

    /** As it is written: {@code at most 2 a month in IQ}. */
    public String text() {
        boolean none = bound == Bound.AT_MOST && number == 0 && period.isEmpty();
        return (none ? "none" : bound.label() + " " + number)
                + period.map(each -> " a " + each.label()).orElse("")
                + scope.map(where -> " in " + where).orElse("");
    }
}
