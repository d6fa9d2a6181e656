package io.tocsin.news.tell;

import io.tocsin.news.Taken;
import io.tocsin.news.find.Facts;
import io.tocsin.news.find.time.When;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** From which words of the text each thing that is told of an attack was taken. */
final class Takings {

    private final List<Taken> taken = new ArrayList<>();

    /** The value of the field was taken from the tokens between the positions. */
    void take(String field, String value, Facts facts, int at, int end) {
        taken.add(new Taken(field, value, facts.sentence().span(at, end)));
    }

    List<Taken> inOrder() {
        return taken.stream()
                .sorted(Comparator.comparing(Taken::span).thenComparing(Taken::field))
                .toList();
    }

    /** The time as people read it. */
    static String inWords(When when) {
        String days = when.until().equals(when.from().plusDays(1))
                ? when.from().toString()
                : when.from() + " to " + when.until().minusDays(1);
        return days
                + when.part().map(part -> ", " + part.label()).orElse("")
                + when.clock().map(clock -> ", " + clock).orElse("");
    }
}
