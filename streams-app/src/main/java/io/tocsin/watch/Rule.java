package io.tocsin.watch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which incidents count, per which scope, within which window, at which levels.
 *
 * @param within length of the window; windows are half-open, (t − within, t]
 * @param levels lowest first, rising in severity; may be empty where there is {@code unusual}
 * @param count which incidents reach the levels
 * @param quiet how long below the lowest level until an episode is over
 * @param remind at most one reminder that often while an alert grows; empty: none
 */
public record Rule(
        String id,
        int revision,
        String title,
        Match match,
        Per per,
        Duration within,
        List<Level> levels,
        Optional<Unusual> unusual,
        Certainty count,
        Duration quiet,
        Optional<Duration> remind,
        Map<String, String> labels,
        Optional<String> runbook) {

    /** The id of the rule for sources that fall silent, which is built in. */
    public static final String SOURCE_SILENT = "source-silent";

    private static final Duration USUAL_HISTORY = Duration.ofDays(90);

    public Rule {
        levels = List.copyOf(levels);
        labels = Map.copyOf(labels);
        if (levels.isEmpty() && unusual.isEmpty()) {
            throw new IllegalArgumentException("a rule needs a level, or unusual");
        }
        for (int i = 1; i < levels.size(); i++) {
            if (levels.get(i - 1).severity().compareTo(levels.get(i).severity()) >= 0) {
                throw new IllegalArgumentException(
                        "levels must rise in severity: " + levels.get(i - 1) + " is followed by " + levels.get(i));
            }
        }
    }

    /** The level that gives the severity; empty where only {@code unusual} does. */
    public Optional<Level> level(Severity severity) {
        return levels.stream().filter(level -> level.severity() == severity).findFirst();
    }

    /** The scope in which the incident counts; empty where the rule does not count it. */
    Optional<Scope> scopeOf(Fact fact) {
        return match.test(fact) ? per.scopeOf(fact) : Optional.empty();
    }

    /** Whether an incident in a scope is there, and in its window, for certain. */
    boolean certain(Fact fact) {
        return fact.span().compareTo(within) <= 0 && per.certain(fact);
    }

    /** Whether an incident in a scope reaches levels. */
    boolean counts(Fact fact) {
        return count == Certainty.POSSIBLE || certain(fact);
    }

    /** Whether an incident in a scope is one that the rule asks for, and reaches levels. */
    boolean isReachedBy(Fact fact) {
        return counts(fact) && match.test(fact);
    }

    /** The highest number of each that any level asks for. */
    Threshold highest() {
        Threshold highest = Threshold.NONE;
        for (Level level : levels) {
            highest = highest.orHigher(level.all()).orHigher(level.any());
        }
        return highest;
    }

    /** That of the highest level; there is none where there is {@code unusual} alone. */
    Severity highestSeverity() {
        return levels.get(levels.size() - 1).severity();
    }

    /** With fewer incidents than this no level can be reached; 1 where a single one may reach one. */
    int fewest() {
        int fewest = Threshold.MOST;
        for (Level level : levels) {
            for (Threshold way : level.ways()) {
                fewest = Math.min(fewest, Math.max(1, way.incidents()));
            }
        }
        return fewest;
    }

    /** The past by which counts are judged, in every alert: that of {@code unusual}, else 90 days or ten windows. */
    Duration history() {
        Duration windows = within.multipliedBy(Unusual.FEWEST_WINDOWS);
        return unusual.map(Unusual::history).orElse(windows.compareTo(USUAL_HISTORY) > 0 ? windows : USUAL_HISTORY);
    }
}
