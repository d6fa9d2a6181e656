package io.tocsin.news.find.attack;

import io.tocsin.news.find.attack.AttackWords.Kind;
import io.tocsin.news.find.attack.AttackWords.Mark;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Set;

/** Noises that were none of attacks: {@code the explosions were part of an exercise}, {@code the gunfire came from a wedding}. */
final class Harmless {

    private static final int CAUSE_WITHIN = 30;
    private static final int SOURCE_WITHIN = 6;

    /** The source itself, or with one word before it: {@code a burst tyre}. */
    private static final int DIRECTLY = 2;

    private static final Set<String> NOISES = Words.of("noises");
    private static final Set<String> IS = Words.of("noise-is");
    private static final Set<String> BEFORE_CAUSES = Words.of("before-causes");
    private static final Set<String> NAMES_CAUSE = Words.of("names-cause");
    private static final Set<String> SOURCES = Words.of("harmless-sources");
    private static final Set<String> PARTS = Words.of("ends-causes");

    private Harmless() {}

    /** Of a noun: whether a verb after it says that it came from something harmless. */
    static boolean is(Sentence s, Mark noun) {
        if (!noun.is(Kind.EVENT, Kind.EVENTS) || !NOISES.contains(s.word(noun.end() - 1))) {
            return false;
        }
        for (int at = noun.end(); at < Math.min(s.size(), noun.end() + CAUSE_WITHIN); at++) {
            if (PARTS.contains(s.word(at))) {
                return false;
            }
            if (IS.contains(s.word(at)) && isCause(s, at + 1)) {
                return true;
            }
        }
        return false;
    }

    /** {@code caused by army engineers}, {@code part of an exercise}, {@code nothing but fireworks}. */
    private static boolean isCause(Sentence s, int from) {
        int cause = from;
        while (BEFORE_CAUSES.contains(s.word(cause))) {
            cause++;
        }
        if (s.has(SOURCES, cause, cause + DIRECTLY)) {
            return true;
        }
        if (!NAMES_CAUSE.contains(s.word(cause))) {
            return false;
        }
        for (int at = cause + 1; at < cause + SOURCE_WITHIN && !PARTS.contains(s.word(at)); at++) {
            if (SOURCES.contains(s.word(at))) {
                return true;
            }
        }
        return false;
    }
}
