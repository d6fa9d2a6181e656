package io.tocsin.news.find.attack;

import io.tocsin.news.find.attack.AttackWords.Kind;
import io.tocsin.news.find.attack.AttackWords.Mark;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Set;

/** Whether a verb tells how those ended who attacked: {@code before being shot dead by police}. It is no attack beside theirs. */
final class AttackersEnd {

    private static final int BY_WITHIN = 7;
    private static final int SUBJECT_WITHIN = 6;
    private static final int OBJECT_WITHIN = 5;

    private static final Set<String> PASSIVE = Words.of("passive-of-attackers");
    private static final Set<String> BETWEEN = Words.of("before-strangers");
    private static final Set<String> UNTIL = Words.of("until-attackers-end");
    private static final Set<String> PERSONS = Words.of("told-attackers");
    private static final Set<String> ATTACKERS = Words.of("attackers");
    private static final Set<String> KNOWN = Words.of("known-attackers");
    private static final Set<String> DEFENDERS = Words.of("defenders");
    private static final Set<String> BY = Words.of("by");

    private AttackersEnd() {}

    /** Of that verb. */
    static boolean is(Sentence s, Mark verb) {
        return verb.is(Kind.VERB, Kind.HARM) && (isSuffered(s, verb) || isDone(s, verb));
    }

    /** {@code before he was shot by police}, {@code the gunman was shot dead}. */
    private static boolean isSuffered(Sentence s, Mark verb) {
        int be = verb.at() - 1;
        while (BETWEEN.contains(s.word(be)) && !PASSIVE.contains(s.word(be))) {
            be--;
        }
        if (!PASSIVE.contains(s.word(be))) {
            return false;
        }
        int subject = be - 1;
        while (PASSIVE.contains(s.word(subject)) || BETWEEN.contains(s.word(subject))) {
            subject--;
        }
        boolean byDefenders =
                s.has(BY, verb.end(), verb.end() + 1) && s.has(DEFENDERS, verb.end() + 1, verb.end() + BY_WITHIN);
        boolean person = PERSONS.contains(s.word(subject)) || UNTIL.contains(s.word(subject));
        return (byDefenders && person) || isKnownAttacker(s, subject);
    }

    /** {@code police shot dead four of the assailants}. */
    private static boolean isDone(Sentence s, Mark verb) {
        for (int at = verb.end(); at < verb.end() + OBJECT_WITHIN; at++) {
            if (ATTACKERS.contains(s.word(at)) && s.has(KNOWN, verb.end(), at)) {
                return s.has(DEFENDERS, verb.at() - SUBJECT_WITHIN, verb.at());
            }
        }
        return false;
    }

    private static boolean isKnownAttacker(Sentence s, int at) {
        return ATTACKERS.contains(s.word(at)) && s.has(KNOWN, at - 4, at);
    }
}
