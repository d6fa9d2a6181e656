package io.tocsin.news.find.people;

import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Set;

/** Words apart from each other by which somebody claims an attack or is blamed for one. */
final class Told {

    private static final int SOON = 8;
    private static final int LATER = 5;
    private static final int HELD_WITHIN = 10;

    private static final Set<String> SAYS = Words.of("says");
    private static final Set<String> OWN = Words.of("own");
    private static final Set<String> HAD = Words.of("had");
    private static final Set<String> DEEDS = Words.of("deeds");
    private static final Set<String> NOT = Words.of("not-doing");
    private static final Set<String> HOLDS = Words.of("holds");
    private static final Set<String> RESPONSIBLE = Words.of("responsible");

    private Told() {}

    /** {@code announced that it had flown them}, {@code said its men had fired}, {@code said that it was responsible}. */
    static boolean isClaim(Sentence s, int at) {
        if (!SAYS.contains(s.word(at))) {
            return false;
        }
        for (int own = at + 1; own <= at + SOON; own++) {
            if (OWN.contains(s.word(own))) {
                boolean did = s.has(HAD, own + 1, own + LATER) && s.has(DEEDS, own + 2, own + LATER + 1);
                boolean was = s.has(RESPONSIBLE, own + 1, own + LATER);
                return (did || was) && !s.has(NOT, own + 1, own + LATER + 1);
            }
        }
        return false;
    }

    /** {@code holds the rebels responsible}. */
    static boolean isCharge(Sentence s, int at) {
        return HOLDS.contains(s.word(at)) && s.has(RESPONSIBLE, at + 2, at + HELD_WITHIN);
    }
}
