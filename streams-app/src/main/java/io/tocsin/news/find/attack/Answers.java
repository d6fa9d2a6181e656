package io.tocsin.news.find.attack;

import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Set;

/** Attacks that answer another: {@code rockets were fired in revenge for a raid}. */
public final class Answers {

    private static final Set<String> RETURN = Words.of("in-return");
    private static final Set<String> FOR_WHAT = Words.of("for-what");

    private Answers() {}

    /** Whether what is told before the one position answers what is told after the other. */
    public static boolean between(Sentence s, int from, int until) {
        for (int at = from; at < until; at++) {
            if (RETURN.contains(s.word(at)) && FOR_WHAT.contains(s.word(at + 1))) {
                return true;
            }
        }
        return false;
    }
}
