package io.tocsin.news.find.people;

import io.tocsin.incident.Estimate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * People harmed, as a stretch of a sentence counts them.
 *
 * @param killed empty: nothing is said
 * @param injured empty: nothing is said
 */
public record Harm(Optional<Count> killed, Optional<Count> injured) {

    /** Nothing is said of people harmed. */
    public static final Harm UNSAID = new Harm(Optional.empty(), Optional.empty());

    /**
     * A number of people.
     *
     * @param most whether there may be more of them
     * @param at the position of the first token that counts
     * @param end the position after the last
     */
    public record Count(int number, boolean most, int at, int end) {

        Count plus(Count other) {
            return new Count(
                    Math.min(number + other.number, 1_000_000),
                    most || other.most,
                    Math.min(at, other.at),
                    Math.max(end, other.end));
        }

        /** The same as a report has it. */
        public Estimate estimate() {
            return most
                    ? new Estimate(OptionalInt.of(number), OptionalInt.of(number), OptionalInt.empty())
                    : Estimate.of(number);
        }
    }

    /** Whether anything is said. */
    public boolean isSaid() {
        return killed.isPresent() || injured.isPresent();
    }

    /** What this says, and where it says nothing, what the other says. */
    public Harm or(Harm other) {
        return new Harm(killed.or(() -> other.killed), injured.or(() -> other.injured));
    }
}
