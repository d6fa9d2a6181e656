package io.tocsin.news.find.attack;

import io.tocsin.news.find.attack.AttackWords.Mark;
import io.tocsin.news.find.time.When;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Set;

/** What was done about an attack, and when: {@code leaders on Friday condemned the attack}, {@code arrested on Sunday over the blast}. */
final class Reactions {

    private static final int DONE_BEFORE = 12;
    private static final int DONE_WITHIN = 5;

    private static final Set<String> REACTIONS = Words.of("reactions");
    private static final Set<String> MEANWHILE = Words.of("ends-reactions");

    private Reactions() {}

    /** Whether the time, told before the attack, is that of such a deed. */
    static boolean isTimeOf(Sentence s, Mark head, When when) {
        if (when.end() > head.at()) {
            return false;
        }
        for (int at = Math.max(0, when.at() - DONE_BEFORE); at < Math.min(head.at(), when.end() + DONE_WITHIN); at++) {
            boolean beside = at < when.at() || at >= when.end();
            if (beside && REACTIONS.contains(s.word(at)) && !s.has(MEANWHILE, at + 1, head.at())) {
                return true;
            }
        }
        return false;
    }
}
