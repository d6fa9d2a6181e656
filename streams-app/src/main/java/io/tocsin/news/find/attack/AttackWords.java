package io.tocsin.news.find.attack;

import io.tocsin.incident.Category;
import io.tocsin.news.find.Facts;
import io.tocsin.news.lexicon.Phrases;
import io.tocsin.news.lexicon.Phrases.Found;
import io.tocsin.news.lexicon.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of attack, and where a sentence has them. */
public final class AttackWords {

    enum Kind {
        EVENT,
        EVENTS,
        KILLING,
        VERB,
        LANDS,
        DOWNS,
        HARM,
        WEAPON,
        AGENT
    }

    record Meaning(Kind kind, Category category) {}

    /** A word of attack. */
    record Mark(Kind kind, Category category, int at, int end) {

        boolean is(Kind... kinds) {
            for (Kind each : kinds) {
                if (kind == each) {
                    return true;
                }
            }
            return false;
        }
    }

    private final Phrases<Meaning> phrases = Phrases.readInflected(
            "attacks.tsv", 3, row -> new Meaning(Kind.valueOf(row.get(1).toUpperCase(Locale.ROOT)), category(row)));

    private static Category category(List<String> row) {
        return row.get(2).equals("-")
                ? Category.UNKNOWN
                : Category.of(row.get(2)).orElseThrow(() -> Table.invalid("attacks.tsv", row, "no category"));
    }

    /** Those of the sentence, in order, none where a time begins. */
    List<Mark> in(Facts facts) {
        List<Mark> marks = new ArrayList<>();
        for (Found<Meaning> found : facts.all(phrases)) {
            if (!facts.isTimed(found.from())) {
                marks.add(new Mark(found.meaning().kind(), found.meaning().category(), found.from(), found.until()));
            }
        }
        return marks;
    }
}
