package io.tocsin.news.find.attack;

import io.tocsin.news.find.attack.AttackWords.Kind;
import io.tocsin.news.find.time.When;
import io.tocsin.news.find.time.When.Use;
import io.tocsin.news.lexicon.Inflection;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Set;

/** {@code spoke on Thursday of a girl killed in a shooting in Texas in 2022}: the day is not that of the attack, the year is. */
final class YearsAfter {

    private static final int WITHIN = 7;

    private static final Set<String> IN = Set.of("in");
    private static final Set<String> PARTS = Words.of("parts");

    private YearsAfter() {}

    /** Whether a year alone, and no day, is told after the noun that names it, in the same phrase. */
    static boolean tell(Candidate candidate) {
        int end = candidate.main().end();
        return candidate.main().is(Kind.EVENT, Kind.EVENTS)
                && candidate.mention().moments().stream().noneMatch(when -> when.at() >= end && when.use() != Use.YEAR)
                && candidate.facts().whens().stream()
                        .filter(when -> when.use() == Use.YEAR && when.at() > end && when.at() - end <= WITHIN)
                        .anyMatch(when -> isOfPhrase(candidate.sentence(), end, when));
    }

    private static boolean isOfPhrase(Sentence s, int from, When year) {
        for (int at = from; at < year.at(); at++) {
            String word = s.word(at);
            boolean ends = word.isEmpty() || !Character.isLetter(word.charAt(0));
            if (ends || Inflection.mayTell(word) || PARTS.contains(word)) {
                return false;
            }
        }
        return s.has(IN, year.at() - 1, year.at() + 1);
    }
}
