package io.tocsin.news.find.attack;

import io.tocsin.incident.Category;
import io.tocsin.incident.Family;
import io.tocsin.news.find.Facts;
import io.tocsin.news.find.attack.AttackWords.Kind;
import io.tocsin.news.find.attack.AttackWords.Mark;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Set;

/** Weapons that stand for the attack: {@code Friday's car bomb}, {@code killed in a car bomb}, {@code the toll of the bomb}. */
final class NamedByWeapons {

    private static final int HARMED_WITHIN = 6;

    private static final Set<String> ARTICLES = Words.of("articles-before-kinds");
    private static final Set<String> IN = Words.of("harmed-in");
    private static final Set<String> HARMED = Words.of("harmed-by-what");
    private static final Set<String> RELATIVE = Words.of("opens-relative-clause");
    private static final Set<String> ENDS = Words.of("after-phrases");

    private NamedByWeapons() {}

    /** The mark, as that of an attack if it stands for one. */
    static Mark with(Facts facts, Mark mark) {
        boolean named = mark.is(Kind.WEAPON) && goesOff(mark.category()) && isNamed(facts, mark);
        return named ? new Mark(Kind.EVENT, mark.category(), mark.at(), mark.end()) : mark;
    }

    private static boolean goesOff(Category kind) {
        return kind.family() == Family.BOMBING || kind == Category.DRONE || kind == Category.MISSILE;
    }

    private static boolean isNamed(Facts facts, Mark mark) {
        Sentence s = facts.sentence();
        boolean ends = !Character.isLetterOrDigit(s.word(mark.end()).concat(".").charAt(0))
                || ENDS.contains(s.word(mark.end()))
                || facts.isTimed(mark.end());
        boolean goesOn = RELATIVE.contains(s.word(mark.end()));
        return ends && !goesOn && (isOfTime(facts, mark.at()) || isOfHarm(s, mark.at()));
    }

    /** {@code Friday's bomb}. */
    private static boolean isOfTime(Facts facts, int at) {
        return facts.sentence().word(at - 1).equals("'s") && (facts.isTimed(at - 2) || facts.isTimed(at - 1));
    }

    /** {@code killed in a bomb}, {@code the victims of the bomb}. */
    private static boolean isOfHarm(Sentence s, int at) {
        int in = at - 2;
        return ARTICLES.contains(s.word(at - 1)) && IN.contains(s.word(in)) && s.has(HARMED, in - HARMED_WITHIN, in);
    }
}
