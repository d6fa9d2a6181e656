package io.tocsin.watch.grammar;

import io.tocsin.watch.Level;
import io.tocsin.watch.Severity;
import io.tocsin.watch.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code levels}: the thresholds, lowest first, and the severities that they give. */
final class LevelForm {

    static final Choice<Severity> SEVERITIES = Choice.of("a severity", List.of(Severity.values()), Severity::label);

    private static final String OR = "or-";

    private LevelForm() {}

    static List<Level> read(Value value) {
        List<Level> levels = new ArrayList<>();
        for (Value item : value.items(Severity.values().length)) {
            read(item, levels).ifPresent(levels::add);
        }
        return levels;
    }

    private static Optional<Level> read(Value value, List<Level> lower) {
        int toldBefore = value.problems().told();
        Fields fields = new Fields(value, Shape.LEVEL);
        Optional<Severity> severity = fields.require("severity", "watch").flatMap(SEVERITIES::read);
        Threshold all = threshold(fields, "");
        Threshold any = threshold(fields, OR);
        if (value.problems().told() > toldBefore) {
            return Optional.empty();
        }
        if (!all.asks() && !any.asks()) {
            value.refuse("asks for nothing; write what it asks for, such as incidents: 3");
            return Optional.empty();
        }
        Level level = new Level(severity.orElseThrow(), all, any);
        lower.stream()
                .filter(other -> !rises(other, level))
                .findFirst()
                .ifPresent(other -> value.refuse(inWords(level)
                        + " follows " + inWords(other)
                        + "; put the lowest level first and let both severity and incidents rise"));
        return Optional.of(level);
    }

    private static Threshold threshold(Fields fields, String prefix) {
        return new Threshold(
                number(fields, prefix + "incidents"),
                number(fields, prefix + "killed"),
                number(fields, prefix + "injured"),
                number(fields, prefix + "origins"));
    }

    private static int number(Fields fields, String name) {
        return fields.find(name)
                .flatMap(number -> number.whole(1, Threshold.MOST))
                .orElse(0);
    }

    private static boolean rises(Level from, Level to) {
        boolean comparable = asksForIncidentsOnly(from) && asksForIncidentsOnly(to);
        return from.severity().compareTo(to.severity()) < 0
                && (!comparable || from.all().incidents() < to.all().incidents());
    }

    private static boolean asksForIncidentsOnly(Level level) {
        return !level.any().asks()
                && level.all().equals(Threshold.incidents(level.all().incidents()));
    }

    private static String inWords(Level level) {
        return level.severity().label() + " at " + level.inWords();
    }
}
