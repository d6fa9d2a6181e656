package io.tocsin.news.find.attack;

import io.tocsin.news.find.attack.AttackWords.Kind;
import io.tocsin.news.find.attack.AttackWords.Mark;
import io.tocsin.news.lexicon.Inflection;
import io.tocsin.news.lexicon.Numbers;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Words that stand for a weapon told of before: {@code It burst over the desert}, {@code but the others set a mill alight}. */
final class OneOfThem {

    private static final Set<String> SAYS = Words.of("says");
    private static final Set<String> REST = Words.of("rest");
    private static final Set<String> OPENS = Words.of("opens-clause");
    private static final Set<String> OTHERS = Words.of("the-others");
    private static final Set<String> PUBLISHES = Words.of("publishes");

    private OneOfThem() {}

    /** Those of the sentence, as the weapon of the sentence before. */
    static List<Mark> in(Sentence s, Means before) {
        List<Mark> all = new ArrayList<>();
        boolean it = s.word(0).equals("it");
        boolean one = s.word(0).equals("one")
                && (s.word(1).equals("that") || (s.word(1).equals("of") && s.has(REST, 2, 4)));
        boolean nth = s.word(0).equals("the") && Numbers.ordinal(s, 1).isPresent() && Inflection.mayTell(s.word(2));
        int first = nth ? 1 : 0;
        String verb = s.word(first + 1);
        if ((it || one || nth) && !SAYS.contains(verb) && !PUBLISHES.contains(verb)) {
            all.add(new Mark(Kind.WEAPON, before.category(), first, first + 1));
        }
        for (int at = first + 1; at < s.size() - 2; at++) {
            boolean others = OPENS.contains(s.word(at))
                    && s.word(at + 1).equals("the")
                    && OTHERS.contains(s.word(at + 2))
                    && Inflection.mayTell(s.word(at + 3))
                    && !SAYS.contains(s.word(at + 3));
            if (others) {
                all.add(new Mark(Kind.WEAPON, before.category(), at + 2, at + 3));
            }
        }
        return all;
    }
}
