package io.tocsin.news.find.attack;

import io.tocsin.incident.Category;
import io.tocsin.news.find.attack.AttackWords.Kind;
import io.tocsin.news.find.attack.AttackWords.Mark;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Set;

/** {@code A patrol came under fire}: nobody need be named who fired, but {@code the minister came under fire for} is a figure of speech. */
final class UnderFire {

    private static final int SUBJECT_WITHIN = 5;

    /** {@code an ambulance which was taking a wounded man to hospital came}. */
    private static final int CLAUSE_WITHIN = 12;

    private static final Set<String> RELATIVE = Words.of("relative");

    private static final Set<String> FIRED_UPON = Words.of("fired-upon");
    private static final Set<String> TITLES = Words.of("titles-of-people");
    private static final Set<String> BLAMED_FOR = Words.of("under-fire-for");

    private UnderFire() {}

    /** The mark, as that of a shooting if it tells of one. */
    static Mark with(Sentence s, Mark mark) {
        boolean underFire = mark.is(Kind.LANDS)
                && s.word(mark.end() - 1).equals("fire")
                && s.word(mark.end() - 2).equals("under")
                && isFiredUpon(s, mark.at())
                && !BLAMED_FOR.contains(s.word(mark.end()));
        return underFire ? new Mark(Kind.VERB, Category.SHOOTING, mark.at(), mark.end()) : mark;
    }

    /** {@code two officers in Belfast came}, but not {@code the police chief came}. */
    private static boolean isFiredUpon(Sentence s, int at) {
        for (int subject = at - 1;
                subject >= at - CLAUSE_WITHIN && !s.word(subject).equals(",");
                subject--) {
            boolean near = subject >= at - SUBJECT_WITHIN || RELATIVE.contains(s.word(subject + 1));
            if (near && FIRED_UPON.contains(s.word(subject))) {
                return !TITLES.contains(s.word(at - 1)) && !TITLES.contains(s.word(subject + 1));
            }
        }
        return false;
    }
}
