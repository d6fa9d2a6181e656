package io.tocsin.watch.grammar;

import io.tocsin.places.Area;
import io.tocsin.watch.Scope;
import io.tocsin.watch.grammar.Expectation.Bound;
import io.tocsin.watch.grammar.Expectation.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code expect}: texts such as {@code at most 2 a month in IQ}, {@code at least 1 a year}, {@code none in SY}. */
final class ExpectationForm {

    private static final int ENTRIES = 20;
    private static final int LONGEST = 2_000;
    private static final Pattern EXPECTATION = Pattern.compile("(?:none|at (most|least) (\\d{1,6}))"
            + "(?: (?:an?|per|each|every) (day|week|month|year))?(?: in (\\S.*))?");
    private static final String EXAMPLES = "at most 2 a month in IQ, at least 1 a year, none in SY";

    private ExpectationForm() {}

    static List<Expectation> read(Value value) {
        return value.items(ENTRIES).stream()
                .map(ExpectationForm::one)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Expectation> one(Value value) {
        return value.words(LONGEST).flatMap(text -> {
            Matcher found = EXPECTATION.matcher(text);
            if (!found.matches()) {
                value.refuse(Wording.quoted(text) + " is not an expectation; write one such as " + EXAMPLES);
                return Optional.empty();
            }
            Bound bound = "least".equals(found.group(1)) ? Bound.AT_LEAST : Bound.AT_MOST;
            int number =
                    Optional.ofNullable(found.group(2)).map(Integer::valueOf).orElse(0);
            Optional<Period> period =
                    Optional.ofNullable(found.group(3)).map(word -> Period.valueOf(word.toUpperCase(Locale.ROOT)));
            if (found.group(4) == null) {
                return Optional.of(new Expectation(bound, number, period, Optional.empty()));
            }
            return scope(found.group(4).strip(), value)
                    .map(scope -> new Expectation(bound, number, period, Optional.of(scope)));
        });
    }

    /** A country, an area, or how the key of a scope begins. */
    private static Optional<String> scope(String text, Value value) {
        boolean key = text.equals(Scope.WORLD.key())
                || Stream.of(Scope.Kind.CELL, Scope.Kind.RADIUS, Scope.Kind.ACTOR, Scope.Kind.TARGET)
                        .anyMatch(kind -> text.startsWith(kind.label() + ":"));
        if (key) {
            return Optional.of(folded(text));
        }
        return text.indexOf(Area.SEPARATOR) < 0
                ? Optional.of(text).filter(code -> Countries.known(code, value))
                : AreaForm.key(text, value);
    }

    /** Names are folded; those of cells and clusters are not names. */
    private static String folded(String key) {
        int name = key.indexOf(':') + 1;
        boolean named = key.startsWith(Scope.Kind.ACTOR.label()) || key.startsWith(Scope.Kind.TARGET.label());
        return named ? key.substring(0, name) + Area.folded(key.substring(name)) : key;
    }
}
