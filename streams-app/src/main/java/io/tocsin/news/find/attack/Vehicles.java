package io.tocsin.news.find.attack;

import io.tocsin.incident.Category;
import io.tocsin.news.find.attack.AttackWords.Kind;
import io.tocsin.news.find.attack.AttackWords.Mark;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Optional;
import java.util.Set;

/** Whether a vehicle that blew up was the bomb, or what the bomb was meant for, or only what it bounced off. */
final class Vehicles {

    private static final int VERB_WITHIN = 8;
    private static final int OWNER_WITHIN = 3;

    private static final int STUCK_WITHIN = 5;

    private static final Set<String> STUCK = Words.of("stuck-to-vehicles");
    private static final Set<String> MAGNETIC = Words.of("sticking-bombs");
    private static final Set<String> OF = Words.of("of-whom");
    private static final Set<String> BLOWS = Words.of("vehicle-blows");
    private static final Set<String> OWNERS = Words.of("owners-of-vehicles");
    private static final Set<String> BESIDE = Words.of("beside-vehicles");

    private Vehicles() {}

    /** The mark as what it is; empty: the vehicle has no part in it. */
    static Optional<Mark> asMeant(Sentence s, Mark mark) {
        if (!mark.is(Kind.VERB) || mark.category() != Category.VEHICLE_BOMB) {
            return Optional.of(mark);
        }
        int verb = mark.end();
        while (verb < mark.end() + VERB_WITHIN && !BLOWS.contains(s.word(verb))) {
            verb++;
        }
        boolean goesOn = s.word(verb - 1).equals("and") && s.has(BESIDE, mark.at() - OWNER_WITHIN, mark.at());
        if (goesOn) {
            return Optional.empty();
        }
        boolean struck = s.word(verb).equals("blown") && s.has(OWNERS, mark.at() - OWNER_WITHIN, mark.at());
        boolean stuck = s.has(STUCK, mark.at() - STUCK_WITHIN, mark.at())
                && (s.has(MAGNETIC, 0, mark.at())
                        || s.has(OWNERS, mark.at() - OWNER_WITHIN, mark.at())
                        || s.has(OF, mark.at() + 1, mark.at() + 2));
        return Optional.of(struck || stuck ? new Mark(Kind.VERB, Category.IED, mark.at(), mark.end()) : mark);
    }
}
