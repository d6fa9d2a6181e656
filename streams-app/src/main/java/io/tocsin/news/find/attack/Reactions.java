package io.tocsin.news.find.attack;

import io.tocsin.incident.Category;
import io.tocsin.news.find.attack.AttackWords.Kind;
import io.tocsin.news.find.attack.AttackWords.Mark;
import io.tocsin.news.find.time.When;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.List;
import java.util.Set;

/** What came of an attack, and when: {@code leaders on Friday condemned the attack}, {@code hurt in the blast, he died on Sunday}. */
final class Reactions {

    private static final int DONE_BEFORE = 12;
    private static final int DONE_WITHIN = 5;
    private static final int DIED_WITHIN = 5;
    private static final int HURT_WITHIN = 5;
    private static final int OVER_WITHIN = 3;
    private static final int WHO_WITHIN = 4;
    private static final int TOLD_WITHIN = 6;
    private static final int OWN_WITHIN = 5;

    private static final Set<String> REACTIONS = Words.of("reactions");
    private static final Set<String> WHO = Words.of("told-of-whom");
    private static final Set<String> RETURNS = Words.of("returns");
    private static final int BACK_WITHIN = 6;
    private static final int REACTS_WITHIN = 4;

    private static final Set<String> REACTS = Words.of("reacts");
    private static final Set<String> COMES_BACK = Words.of("comes-back");
    private static final Set<String> OVER = Words.of("over-what");
    private static final Set<String> TESTIFIES = Words.of("testifies");
    private static final Set<String> DOING = Words.of("reacting");
    private static final Set<String> MEANWHILE = Words.of("ends-reactions");
    private static final Set<String> AFTER = Words.of("after-what");
    private static final Set<String> AUXILIARIES = Words.of("auxiliaries");
    private static final Set<String> UNITS = Words.of("times-by-attacks");
    private static final Set<String> DIES = Words.of("dies-of-it");
    private static final Set<String> RISES = Words.of("rises");
    private static final Set<String> TOLL = Words.of("tolls-of-attacks");
    private static final Set<String> HURT = Words.of("wounded-before");

    private Reactions() {}

    /** Whether the time is that of what came of the attack, not its own. */
    static boolean isTimeOf(Marked in, Mark head, When when) {
        Sentence s = in.sentence();
        if (when.at() >= head.end()) {
            int from = Math.max(head.end(), when.at() - DIED_WITHIN);
            return (s.has(DIES, from, when.at()) && s.has(HURT, head.at() - HURT_WITHIN, head.end()))
                    || (s.has(RISES, from, when.at()) && s.has(TOLL, 0, head.at()))
                    || isOfWhom(s, head, when)
                    || (head.category() == Category.ABDUCTION && s.has(COMES_BACK, when.at() - BACK_WITHIN, when.at()))
                    || s.has(TESTIFIES, when.at() - TOLD_WITHIN, when.at())
                    || (when.at() - head.end() <= 1 && isDoneOver(s, head));
        }
        return !isOwn(s, head, when) && (isReaction(s, head, when) || isBeforeAfter(in, head, when));
    }

    /** {@code condemned Sunday's attack}, {@code condemned the Sunday attack}. */
    private static boolean isOwn(Sentence s, Mark head, When when) {
        return when.end() == head.at() || (s.word(when.end()).equals("'s") && head.at() - when.end() <= OWN_WITHIN);
    }

    /** {@code Six women who were abducted in Gajibo walked into a camp on Friday}. */
    private static boolean isOfWhom(Sentence s, Mark head, When when) {
        return s.has(WHO, head.at() - WHO_WITHIN, head.at()) && s.has(RETURNS, head.end(), when.at());
    }

    /** {@code summoned the envoy over the attack on Friday}, {@code condemned the attack on Friday}. */
    private static boolean isDoneOver(Sentence s, Mark head) {
        boolean condemned = s.has(REACTS, head.at() - REACTS_WITHIN, head.at());
        return Manners.isOfKnown(s, head) && (condemned || isOver(s, head));
    }

    private static boolean isOver(Sentence s, Mark head) {
        return s.has(OVER, head.at() - OVER_WITHIN, head.at()) && s.has(REACTIONS, head.at() - DONE_BEFORE, head.at());
    }

    private static boolean isReaction(Sentence s, Mark head, When when) {
        for (int at = Math.max(0, when.at() - DONE_BEFORE); at < Math.min(head.at(), when.end() + DONE_WITHIN); at++) {
            boolean beside = at < when.at() || at >= when.end();
            if (beside && isDeed(s, at) && !s.has(MEANWHILE, at + 1, head.at())) {
                return true;
            }
        }
        return false;
    }

    /** {@code were hunting}, but not {@code a hunting rifle}. */
    private static boolean isDeed(Sentence s, int at) {
        boolean doing = DOING.contains(s.word(at)) && s.has(AUXILIARIES, at - 2, at);
        return doing || REACTIONS.contains(s.word(at));
    }

    /** {@code divers went down on Monday after a ship was blown up}, but not {@code two died on Monday after a bomb went off}. */
    private static boolean isBeforeAfter(Marked in, Mark head, When when) {
        List<Mark> harm = in.marks().stream()
                .filter(mark -> mark.at() < when.at() && mark.is(Kind.HARM, Kind.LANDS, Kind.VERB, Kind.EVENT))
                .toList();
        return isFollowed(in.sentence(), when)
                && harm.isEmpty()
                && in.moments(when.end(), in.sentence().size()).isEmpty()
                && when.end() < head.at();
    }

    /** {@code on Monday after}, but not {@code hours after}. */
    static boolean isFollowed(Sentence s, When when) {
        return AFTER.contains(s.word(when.end())) && !UNITS.contains(s.word(when.end() - 1));
    }
}
