package io.tocsin.news.find.people;

import io.tocsin.news.find.people.BlameFinder.Word;
import io.tocsin.news.lexicon.Phrases.Found;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.List;
import java.util.Set;

/** Says whether somebody of name is told to have done it, without a word of claim or blame. */
final class Deeds {

    private static final int DOES_WITHIN = 4;
    private static final int DONE_WITHIN = 10;
    private static final int OF_MEN = 6;
    private static final int APPOSED = 10;
    private static final int FOUGHT_WITHIN = 4;

    private static final Set<String> SUFFERS = Words.of("suffers");
    private static final Set<String> AFTER_NAMES = Words.of("after-phrases");
    private static final Set<String> DONE = Words.of("done-by");
    private static final Set<String> OF_GROUP = Words.of("men-of-groups");
    private static final Set<String> BACKED = Words.of("said-of-groups");
    private static final Set<String> WITH = Words.of("fought-with");
    private static final Set<String> CLASHES = Words.of("clashes");

    private Deeds() {}

    /** {@code launched by the Houthis}, {@code hacked to death last Friday by militiamen of CODECO}. */
    private static boolean isAgent(Sentence s, Found<String> actor) {
        for (int by = actor.from() - 1;
                by >= actor.from() - OF_MEN && !s.word(by).equals(",");
                by--) {
            if (s.word(by).equals("by")) {
                boolean far = actor.from() - by > 2 && !s.has(OF_GROUP, by + 1, actor.from());
                return !far && s.has(DONE, by - DONE_WITHIN, by);
            }
        }
        return false;
    }

    /** {@code a convoy of the international coalition drove past}: it is the convoy that drove. */
    private static boolean isOwner(Sentence s, int at) {
        for (int of = at - 1; of >= at - 3; of--) {
            if (s.word(of).equals("of")) {
                return !OF_GROUP.contains(s.word(of - 1));
            }
        }
        return false;
    }

    /** Whether no other noun follows, unless one that attacks: {@code by an American fund}, but {@code by PKK fighters}. */
    private static boolean endsThere(Sentence s, int at, List<Found<Word>> words) {
        return !s.word(at).matches("[a-z]+")
                || AFTER_NAMES.contains(s.word(at))
                || words.stream().anyMatch(word -> word.meaning() == Word.DOER && word.from() == at);
    }

    /** Whether the sentence says so. */
    static boolean does(Sentence s, Found<String> actor, List<Found<Word>> words) {
        if (isFought(s, actor.from())) {
            return true;
        }
        for (int back = 1; back <= 2; back++) {
            if (SUFFERS.contains(s.word(actor.from() - back))) {
                return false;
            }
        }
        if (isOwner(s, actor.from())) {
            return false;
        }
        int end = past(s, actor.until());
        return (isAgent(s, actor) && endsThere(s, actor.until(), words))
                || words.stream()
                        .anyMatch(word -> word.meaning() == Word.DOER
                                && word.from() >= end
                                && word.from() - end < DOES_WITHIN
                                && !s.word(end).equals(",")
                                && !s.word(end).equals("'s"));
    }

    /** The position after what is said of them between commas: {@code M23 rebels, backed by Rwanda, killed}. */
    private static int past(Sentence s, int end) {
        if (!s.word(end).equals(",") || !BACKED.contains(s.word(end + 1))) {
            return end;
        }
        int close = end + 2;
        while (close < end + APPOSED && !s.word(close).equals(",")) {
            close++;
        }
        return s.word(close).equals(",") ? close + 1 : end;
    }

    /** {@code a gun battle with Maoists}, {@code clashed with Maute gunmen}. */
    private static boolean isFought(Sentence s, int at) {
        int with = s.word(at - 1).equals("the") || s.word(at - 1).equals("suspected") ? at - 2 : at - 1;
        return WITH.contains(s.word(with)) && s.has(CLASHES, with - FOUGHT_WITHIN, with);
    }
}
