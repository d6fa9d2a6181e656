package io.tocsin.news.find.attack;

import io.tocsin.news.find.attack.AttackWords.Kind;
import io.tocsin.news.find.attack.AttackWords.Mark;
import io.tocsin.news.lexicon.Inflection;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Set;

/** What nobody did: {@code nobody in the city had fired a shot}, {@code police fired no shots}, but not {@code nobody was hurt when gunmen fired a shot}. */
final class Nobody {

    private static final int WITHIN = 7;

    /** {@code no girls' boarding school}. */
    private static final int WITHOUT_WITHIN = 5;

    private static final Set<String> AUXILIARIES = Words.of("passive-helpers");
    private static final Set<String> FIRES = Words.of("fires-or-launches");
    private static final Set<String> NO = Words.of("none-of");
    private static final Set<String> NOBODY = Words.of("nobody");
    private static final Set<String> HELPERS = Words.of("before-undone");
    private static final Set<String> STOPS = Words.of("parts");
    private static final Set<String> COMMAS = Words.of("clause-ends");

    private Nobody() {}

    /** Of that verb. */
    static boolean did(Sentence s, Mark verb) {
        if (!verb.is(Kind.VERB, Kind.LANDS, Kind.HARM)) {
            return false;
        }
        if (FIRES.contains(s.word(verb.at())) && NO.contains(s.word(verb.end()))) {
            return true;
        }
        for (int at = verb.at() - 1; at >= 0 && at > verb.at() - WITHIN; at--) {
            String word = s.word(at);
            if (NOBODY.contains(word) || (word.equals("one") && s.word(at - 1).equals("no"))) {
                return true;
            }
            boolean helper = HELPERS.contains(word);
            if (!helper && (ends(word) || Inflection.mayTell(word))) {
                return false;
            }
        }
        return false;
    }

    /** {@code no school was attacked}, {@code no pupils had been abducted}: of nothing else in its stretch of the sentence. */
    static boolean suffered(Candidate candidate) {
        Sentence s = candidate.sentence();
        Mark verb = candidate.main();
        int at = verb.at() - 1;
        while (AUXILIARIES.contains(s.word(at))) {
            at--;
        }
        if (!verb.is(Kind.VERB) || at == verb.at() - 1 || candidate.group().size() > 1) {
            return false;
        }
        for (int nearest = at; at > nearest - WITHOUT_WITHIN; at--) {
            if (NO.contains(s.word(at))) {
                return at < nearest;
            }
            if (ends(s.word(at))) {
                return false;
            }
        }
        return false;
    }

    private static boolean ends(String word) {
        return word.isEmpty() || !Character.isLetter(word.charAt(0)) || STOPS.contains(word) || COMMAS.contains(word);
    }
}
