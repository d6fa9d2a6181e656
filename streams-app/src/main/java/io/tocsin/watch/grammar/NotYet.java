package io.tocsin.watch.grammar;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** What the grammar has and this version does not watch yet. The version that does deletes it here. */
final class NotYet {

    private static final Map<Shape, Set<String>> FIELDS = Map.of(
            Shape.RULE, Set.of("unusual", "expect"),
            Shape.MATCH, Set.of("areas", "where"),
            Shape.LEVEL,
                    Set.of("killed", "injured", "origins", "or-incidents", "or-killed", "or-injured", "or-origins"));

    private static final Map<String, Pattern> VALUES = Map.of(
            "per", Pattern.compile("(?:cell|radius)(?:\\(.*\\))?|actor|target|world"),
            "count", Pattern.compile("possible"));

    private NotYet() {}

    /** The fields of the grammar that this version does not watch. */
    static Set<String> fields(Shape shape) {
        return FIELDS.getOrDefault(shape, Set.of());
    }

    /** Whether the value of the field is one that this version does not watch; if so, that is told. */
    static boolean refused(String field, Value value) {
        Optional<String> found = value.node() instanceof ScalarNode scalar
                ? Optional.of(scalar.getValue())
                        .filter(text -> VALUES.get(field).matcher(text).matches())
                : Optional.empty();
        found.ifPresent(text -> value.refuse(reason(field + ": " + text)));
        return found.isPresent();
    }

    static String reason(String what) {
        return Wording.quoted(what) + " is not supported by this version; remove it";
    }
}
