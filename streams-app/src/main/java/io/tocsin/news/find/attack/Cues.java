package io.tocsin.news.find.attack;

import io.tocsin.news.LeftOut.Reason;
import io.tocsin.news.find.Facts;
import io.tocsin.news.lexicon.Phrases;
import io.tocsin.news.lexicon.Phrases.Found;
import io.tocsin.news.lexicon.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words that say that an attack is none, or none in particular. */
final class Cues {

    enum Where {
        BEFORE,
        AFTER,
        SENTENCE,
        PHRASE,
        ONWARD,
        BACK
    }

    /** A word and where it stands. */
    record Cue(Reason reason, Where where, int at, int end) {}

    private record Meaning(Reason reason, Where where) {}

    private final Phrases<Meaning> before = new Phrases<>();
    private final Phrases<Meaning> after = new Phrases<>();
    private final Phrases<Meaning> sentence = new Phrases<>();
    private final Phrases<Meaning> phrase = new Phrases<>();
    private final Phrases<Meaning> onward = new Phrases<>();
    private final Phrases<Meaning> back = new Phrases<>();

    Cues() {
        for (List<String> row : Table.read("cues.tsv", 3)) {
            Meaning meaning = new Meaning(
                    Reason.valueOf(row.get(1).toUpperCase(Locale.ROOT)),
                    Where.valueOf(row.get(2).toUpperCase(Locale.ROOT)));
            phrases(meaning.where()).addAll(row.get(0), meaning);
        }
    }

    private Phrases<Meaning> phrases(Where where) {
        return switch (where) {
            case BEFORE -> before;
            case AFTER -> after;
            case SENTENCE -> sentence;
            case PHRASE -> phrase;
            case ONWARD -> onward;
            case BACK -> back;
        };
    }

    List<Cue> in(Facts facts, Where where) {
        List<Cue> cues = new ArrayList<>();
        for (Found<Meaning> found : facts.all(phrases(where))) {
            boolean may = found.meaning().reason() == Reason.HYPOTHETICAL && facts.isTimed(found.from()); // the month
            if (!may) {
                cues.add(new Cue(found.meaning().reason(), where, found.from(), found.until()));
            }
        }
        return cues;
    }
}
