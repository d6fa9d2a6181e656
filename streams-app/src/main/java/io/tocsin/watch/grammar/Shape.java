package io.tocsin.watch.grammar;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The mappings of the grammar and the fields of each, in the order in which they are written. */
enum Shape {
    FILE("a file of rules", "rules"),
    RULE(
            "a rule",
            "id",
            "revision",
            "title",
            "match",
            "per",
            "within",
            "levels",
            "unusual",
            "count",
            "quiet",
            "remind",
            "labels",
            "runbook",
            "expect"),
    MATCH(
            "match",
            "categories",
            "countries",
            "areas",
            "targets",
            "actors",
            "tags",
            "min-origins",
            "min-confidence",
            "min-killed",
            "where"),
    TARGETS("targets", "kinds", "affiliations"),
    LEVEL(
            "a level",
            "severity",
            "incidents",
            "killed",
            "injured",
            "origins",
            "or-incidents",
            "or-killed",
            "or-injured",
            "or-origins"),
    UNUSUAL("unusual", "history", "at-most-once-in", "severity");

    private final String noun;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> fields;

    Shape(String noun, String... fields) {
        this.noun = noun;
        this.fields = List.of(fields);
    }

    String noun() {
        return noun;
    }

    List<String> fields() {
        return fields;
    }

    boolean has(String field) {
        return fields.contains(field);
    }

    /** Why a field of that name is refused, and what to do instead. */
    String refusal(String field) {
        String found = Wording.quoted(field) + " is no field of " + noun + "; ";
        Optional<String> nearest = Wording.nearest(field, fields);
        Optional<Shape> owner =
                Stream.of(values()).filter(shape -> shape.has(field)).findFirst();
        if (nearest.isEmpty() && owner.isPresent()) {
            return found + "it belongs into " + owner.get().noun + ", move it there";
        }
        return found
                + nearest.map(name -> "did you mean " + Wording.quoted(name) + "?")
                        .orElseGet(() -> "remove it or use one of " + Wording.list(fields));
    }
}
