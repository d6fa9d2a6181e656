package io.tocsin.backtest;

import io.tocsin.watch.Rule;
import io.tocsin.watch.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one rule would have done.
 *
 * @param reports behind the incidents that it counts
 * @param incidents that it counts
 * @param openings its alerts, in the order in which they opened; one that was withdrawn and came back is one
 * @param notifications how many of its transitions would have told people
 * @param alertsAWeek over the whole history; one shorter than a week counts as a week
 * @param recurrenceDays the median over its alerts, of those with a past to judge by
 * @param leadTime the median, over alerts that stand, from word of it to the end of the day with the most incidents of
 *     the episode
 * @param shareWithdrawn of its alerts that were taken back in the end, 0 to 1
 * @param incidentsOverTime those that it counts, by period of the timeline; those before the first publication are not on it
 * @param alertsOverTime those that opened, by period of the timeline
 * @param loudest scopes, the one with the most notifications first, at most {@link #MOST_SCOPES}
 * @param scopes how many scopes it opened alerts in
 */
public record RuleFinding(
        Rule rule,
        int reports,
        int incidents,
        List<Opening> openings,
        int notifications,
        double alertsAWeek,
        OptionalDouble recurrenceDays,
        Optional<Duration> leadTime,
        double shareWithdrawn,
        List<Integer> incidentsOverTime,
        List<Integer> alertsOverTime,
        List<Loud> loudest,
        int scopes) {

    /** More scopes than this are not listed. */
    public static final int MOST_SCOPES = 10;

    public RuleFinding {
        openings = List.copyOf(openings);
        incidentsOverTime = List.copyOf(incidentsOverTime);
        alertsOverTime = List.copyOf(alertsOverTime);
        loudest = List.copyOf(loudest);
    }

    /**
     * A scope in which the rule opened alerts.
     *
     * @param incidents that its standing alerts count
     * @param overTime these incidents, by period of the timeline
     */
    public record Loud(
            Scope scope, int alerts, int notifications, int withdrawn, int incidents, List<Integer> overTime) {

        public Loud {
            overTime = List.copyOf(overTime);
        }
    }
}
