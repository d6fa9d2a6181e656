package io.tocsin.incident;

import java.util.OptionalInt;

/**
 * A number of people, as far as it is known. Sources do give a low above the best; the numbers stay as they are given.
 */
public record Estimate(OptionalInt low, OptionalInt best, OptionalInt high) {

    /** Nothing is known. */
    public static final Estimate NONE = new Estimate(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    public Estimate {
        Limits.people("low", low);
        Limits.people("best", best);
        Limits.people("high", high);
    }

    /** Exactly so many. */
    public static Estimate of(int number) {
        return new Estimate(OptionalInt.of(number), OptionalInt.of(number), OptionalInt.of(number));
    }

    /** The number to count with: best, else low, else high, else nobody. */
    public int count() {
        return best.orElse(low.orElse(high.orElse(0)));
    }

    /** Whether any number is known. */
    public boolean isKnown() {
        return low.isPresent() || best.isPresent() || high.isPresent();
    }
}
