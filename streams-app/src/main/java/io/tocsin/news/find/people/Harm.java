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
     * @param firmness how much it counts beside another
     * @param at the position of the first token that counts
     * @param end the position after the last
     */
    public record Count(int number, boolean most, Firmness firmness, int at, int end) {

        Count plus(Count other) {
            return new Count(
                    Math.min(number + other.number, 1_000_000),
                    most || other.most,
                    firmness.compareTo(other.firmness) < 0 ? other.firmness : firmness,
                    Math.min(at, other.at),
                    Math.max(end, other.end));
        }

        Count inAll() {
            return new Count(number, most, Firmness.TOLL, at, end);
        }

        /** The same as a report has it. */
        public Estimate estimate() {
            return most
                    ? new Estimate(OptionalInt.of(number), OptionalInt.of(number), OptionalInt.empty())
                    : Estimate.of(number);
        }
    }

    /** How much a count says of all who were harmed. */
    public enum Firmness {
        /** Of some beside others: {@code two more lives}; or only a person of name is told of. */
        PART,
        /** Plainly. */
        PLAIN,
        /** Of all that there are by now: {@code bringing to three}, {@code the fifth to die}. */
        TOLL
    }

    /** This and what the other says later: a toll outdoes other counts, and what was told first stands beside its like. */
    public Harm then(Harm later, boolean anew) {
        return new Harm(firmer(killed, later.killed, anew), firmer(injured, later.injured, anew));
    }

    private static Optional<Count> firmer(Optional<Count> told, Optional<Count> later, boolean anew) {
        if (told.isEmpty() || later.isEmpty()) {
            return told.or(() -> later);
        }
        int more = later.get().firmness.compareTo(told.get().firmness);
        return more > 0 || (anew && more == 0) ? later : told;
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
