package io.tocsin.news.tell;

import io.tocsin.news.find.attack.Mention;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Set;

/** Sentences that put an attack beside the one told before: {@code A few hours later, rockets fell}, {@code Earlier on Monday a mine killed}. */
final class BesideAnother {

    private static final int OPENS_WITHIN = 5;

    private static final Set<String> OPENS = Words.of("opens-another");
    private static final Set<String> UNITS = Words.of("hours-apart");
    private static final Set<String> APART = Words.of("hours-later");

    private BesideAnother() {}

    /** Whether the sentence of the mention opens so, with the mention as its first. */
    static boolean opens(Mention mention) {
        Sentence s = mention.facts().sentence();
        return mention.from() == 0 && (OPENS.contains(s.word(0)) || isHoursApart(s));
    }

    private static boolean isHoursApart(Sentence s) {
        for (int at = 0; at < OPENS_WITHIN; at++) {
            if (UNITS.contains(s.word(at)) && APART.contains(s.word(at + 1))) {
                return true;
            }
        }
        return false;
    }
}
