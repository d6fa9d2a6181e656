package io.tocsin.news.find.attack;

import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Set;

/** What is stored and may go up by itself: {@code a dynamite store at a quarry exploded}, {@code a depot of shells blew up}. */
final class Stores {

    private static final int WITHIN = 12;

    private static final Set<String> STORED = Words.of("stored-explosives");
    private static final Set<String> PLACES = Words.of("stores-of-explosives");
    private static final Set<String> LEADS = Words.of("leads-to-where");
    private static final Set<String> PARTS = Words.of("parts");

    private Stores() {}

    /** Whether the verb at the position tells it of such a store, which is what its clause begins with. */
    static boolean areSubject(Sentence s, int verb) {
        int begin = verb;
        while (begin > 0
                && begin > verb - WITHIN
                && (!ends(s.word(begin - 1)) || s.isCapital(begin - 2))) { // a quarry outside Mosul, Iraq, exploded
            begin--;
        }
        for (int at = begin; at < verb; at++) {
            if (LEADS.contains(s.word(at))) {
                return false;
            }
            if (PLACES.contains(s.word(at)) && STORED.contains(s.word(at - 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean ends(String word) {
        return word.isEmpty() || !Character.isLetter(word.charAt(0)) || PARTS.contains(word);
    }
}
