package io.tocsin.watch.grammar;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.tocsin.incident.Category;
import io.tocsin.incident.Family;
import io.tocsin.incident.TargetKind;
import io.tocsin.watch.Match;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code match}: which incidents count. */
final class MatchForm {

    private static final int ENTRIES = 250;
    private static final int NAME = 512;
    private static final int ORIGINS = 10_000;
    private static final int KILLED = 10_000_000;

    private static final Choice<Set<Category>> CATEGORIES = new Choice<>("a category or family", categories());
    private static final Choice<TargetKind> KINDS =
            Choice.of("a kind of target", List.of(TargetKind.values()), TargetKind::label);

    private MatchForm() {}

    static Match read(Value value) {
        Fields fields = new Fields(value, Shape.MATCH);
        Optional<Fields> targets = fields.find("targets").map(nested -> new Fields(nested, Shape.TARGETS));
        return new Match(
                set(fields.find("categories"), CATEGORIES::read).stream()
                        .flatMap(Collection::stream)
                        .collect(toUnmodifiableSet()),
                set(fields.find("countries"), Countries::read),
                set(fields.find("areas"), AreaForm::read),
                set(targets.flatMap(nested -> nested.find("kinds")), KINDS::read),
                set(targets.flatMap(nested -> nested.find("affiliations")), MatchForm::name),
                set(fields.find("actors"), MatchForm::name),
                set(fields.find("tags"), MatchForm::name),
                fields.find("min-origins")
                        .flatMap(least -> least.whole(0, ORIGINS))
                        .orElse(0),
                fields.find("min-confidence").flatMap(Value::fraction).orElse(0.0),
                fields.find("min-killed")
                        .flatMap(least -> least.whole(0, KILLED))
                        .orElse(0),
                fields.find("where").flatMap(Expressions::read));
    }

    private static <T> Set<T> set(Optional<Value> list, Function<Value, Optional<T>> entry) {
        return list.map(values -> values.items(ENTRIES)).orElse(List.of()).stream()
                .map(entry)
                .flatMap(Optional::stream)
                .collect(toUnmodifiableSet());
    }

    private static Optional<String> name(Value value) {
        return value.words(NAME);
    }

    /** Families stand for their members. A label that is both, {@code other}, is the category. */
    private static Map<String, Set<Category>> categories() {
        Map<String, Set<Category>> meanings = new LinkedHashMap<>();
        for (Family family : Family.values()) {
            meanings.put(family.label(), members(family));
        }
        for (Category category : Category.values()) {
            meanings.put(category.label(), Set.of(category));
        }
        return meanings;
    }

    private static Set<Category> members(Family family) {
        return Arrays.stream(Category.values())
                .filter(category -> category.family() == family)
                .collect(Collectors.toUnmodifiableSet());
    }
}
