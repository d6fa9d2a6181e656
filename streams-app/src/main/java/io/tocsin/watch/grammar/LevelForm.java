package io.tocsin.watch.grammar;

import io.tocsin.watch.Level;
import io.tocsin.watch.Severity;
import io.tocsin.watch.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code levels}: the thresholds, lowest first, and the severities that they give. */
final class LevelForm {

    private static final Choice<Severity> SEVERITIES =
            Choice.of("a severity", List.of(Severity.values()), Severity::label);

    private LevelForm() {}

    static List<Level> read(Value value) {
        List<Level> levels = new ArrayList<>();
        for (Value item : value.items(Severity.values().length)) {
            read(item, levels).ifPresent(levels::add);
        }
        return levels;
    }

    private static Optional<Level> read(Value value, List<Level> lower) {
        Fields fields = new Fields(value, Shape.LEVEL);
        Optional<Severity> severity = fields.require("severity", "watch").flatMap(SEVERITIES::read);
        Optional<Integer> incidents = fields.require("incidents", "3").flatMap(number -> number.whole(1, Threshold.MOST));
        Optional<Level> level = severity.flatMap(reached -> incidents.map(number -> new Level(reached, number)));
        level.filter(higher -> !lower.isEmpty() && !rises(lower.get(lower.size() - 1), higher))
                .ifPresent(found -> value.refuse(inWords(found) + " follows " + inWords(lower.get(lower.size() - 1))
                        + "; put the lowest level first and let both severity and incidents rise"));
        return level;
    }

    private static boolean rises(Level from, Level to) {
        return from.severity().compareTo(to.severity()) < 0 && from.all().incidents() < to.all().incidents();
    }

    private static String inWords(Level level) {
        return level.severity().label() + " at " + level.all().incidents();
    }
}
