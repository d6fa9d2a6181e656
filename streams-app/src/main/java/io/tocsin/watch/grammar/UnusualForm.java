package io.tocsin.watch.grammar;

import io.tocsin.watch.Severity;
import io.tocsin.watch.Unusual;
import java.time.Duration;
import java.util.Optional;

/** {@code unusual}: by how long a past, and how seldom it may come by chance. */
final class UnusualForm {

    private static final Duration LONGEST_HISTORY = Duration.ofDays(3_650);
    private static final Duration MOST_OFTEN = Duration.ofDays(1);
    private static final Duration LEAST_OFTEN = Duration.ofDays(36_500);

    private UnusualForm() {}

    /** @param within the window of the rule, if it has one */
    static Optional<Unusual> read(Value value, Optional<Duration> within) {
        Fields fields = new Fields(value, Shape.UNUSUAL);
        Duration fewestWindows = within.orElse(Duration.ZERO).multipliedBy(Unusual.FEWEST_WINDOWS);
        if (fewestWindows.compareTo(LONGEST_HISTORY) > 0) {
            value.refuse("wants a history of " + Unusual.FEWEST_WINDOWS + " windows, which may be "
                    + Durations.write(LONGEST_HISTORY) + " at most; shorten the window, or remove this");
            return Optional.empty();
        }
        Optional<Duration> history = fields.require("history", "90d")
                .flatMap(time -> Durations.read(time, fewestWindows, LONGEST_HISTORY, " (ten windows or more)"));
        Optional<Duration> atMostOnceIn = fields.require("at-most-once-in", "365d")
                .flatMap(time -> Durations.read(time, MOST_OFTEN, LEAST_OFTEN, ""));
        Optional<Severity> severity = fields.find("severity").flatMap(LevelForm.SEVERITIES::read);
        return history.flatMap(
                past -> atMostOnceIn.map(interval -> new Unusual(past, interval, severity.orElse(Severity.WATCH))));
    }
}
