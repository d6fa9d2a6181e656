package io.tocsin.watch.grammar;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One of a closed set of words, and what each stands for. */
final class Choice<T> {

    private final String noun;
    private final Map<String, T> meanings;

    Choice(String noun, Map<String, T> meanings) {
        this.noun = noun;
        this.meanings = Collections.unmodifiableMap(new LinkedHashMap<>(meanings));
    }

    static <T> Choice<T> of(String noun, List<T> values, Function<T, String> label) {
        Map<String, T> meanings = new LinkedHashMap<>();
        values.forEach(value -> meanings.put(label.apply(value), value));
        return new Choice<>(noun, meanings);
    }

    Optional<T> read(Value value) {
        return value.text().flatMap(word -> {
            Optional<T> meaning = Optional.ofNullable(meanings.get(word));
            if (meaning.isEmpty()) {
                value.refuse(Wording.quoted(word) + " is not " + noun + "; " + remedy(word));
            }
            return meaning;
        });
    }

    private String remedy(String word) {
        return Wording.nearest(word, meanings.keySet())
                .map(near -> "did you mean " + Wording.quoted(near) + "?")
                .orElseGet(() -> "write one of " + Wording.list(meanings.keySet()));
    }
}
