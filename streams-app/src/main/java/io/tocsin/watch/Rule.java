package io.tocsin.watch;

import io.tocsin.places.Area;
import io.tocsin.places.PlaceLevel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which incidents count, per which scope, within which window, at which levels.
 *
 * @param per the level of the place hierarchy in which it counts
 * @param within length of the window; windows are half-open, (t − within, t]
 * @param levels lowest first, rising in both severity and threshold
 * @param quiet how long below the lowest level until an episode is over
 * @param remind at most one reminder that often while an alert grows; empty: none
 */
public record Rule(
        String id,
        int revision,
        String title,
        Match match,
        PlaceLevel per,
        Duration within,
        List<Level> levels,
        Duration quiet,
        Optional<Duration> remind,
        Map<String, String> labels,
        Optional<String> runbook) {

    public Rule {
        levels = List.copyOf(levels);
        labels = Map.copyOf(labels);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("a rule needs at least one level");
        }
        for (int i = 1; i < levels.size(); i++) {
            boolean rises = levels.get(i - 1).severity().compareTo(levels.get(i).severity()) < 0
                    && levels.get(i - 1).incidents() < levels.get(i).incidents();
            if (!rises) {
                throw new IllegalArgumentException("levels must rise in severity and in incidents: " + levels.get(i - 1)
                        + " is followed by " + levels.get(i));
            }
        }
    }

    /** The lowest level. */
    Level lowest() {
        return levels.get(0);
    }

    /** The highest threshold. */
    int highestThreshold() {
        return levels.get(levels.size() - 1).incidents();
    }

    /** The scope in which the incident counts; empty where the rule does not count it. */
    Optional<Area> scopeOf(Fact fact) {
        return match.test(fact) ? fact.place().area(per) : Optional.empty();
    }
}
