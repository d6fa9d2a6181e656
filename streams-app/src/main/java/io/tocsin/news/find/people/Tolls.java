package io.tocsin.news.find.people;

import io.tocsin.news.find.Facts;
import io.tocsin.news.find.people.Harm.Count;
import io.tocsin.news.find.people.Harm.Firmness;
import io.tocsin.news.lexicon.Numbers;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Optional;
import java.util.Set;

/** Tells the counts of all the dead so far from those of some of them, and from those that hold no longer. */
final class Tolls {

    private static final int WITHIN = 10;

    /** How far behind a rank the words may stand that say that it is one of the dead. */
    private static final int RANKED_WITHIN = 4;

    /** How far behind them a time that says that others are counted: {@code the fifth judge to be killed this year}. */
    private static final int COUNTED_SINCE = 9;

    private static final int SUPERSEDED_WITHIN = 6;

    private static final int OF_WITHIN = 4;

    private static final Set<String> AT_LEAST = Words.of("at-least");
    private static final Set<String> RISES = Words.of("rises");
    private static final Set<String> PUTS = Words.of("puts");
    private static final Set<String> NUMBERS = Words.of("number-of-dead");
    private static final Set<String> THE_DEAD = Words.of("the-dead");
    private static final Set<String> TO_DIE = Words.of("to-die");
    private static final Set<String> TAKES_LIVES = Words.of("takes-lives");
    private static final Set<String> LIFE = Words.of("life");
    private static final Set<String> SINCE = Words.of("counted-since");
    private static final Set<String> MORE = Words.of("more-of-them");
    private static final Set<String> DIED = Words.of("dies-of-it");
    private static final Set<String> OF = Set.of("of");
    private static final Set<String> INJURED = Words.of("wounded-before");
    private static final Set<String> FORMER = Words.of("former-counts");
    private static final Set<String> VERSIONS = Words.of("versions");

    private Tolls() {}

    /**
     * {@code bringing to three}, {@code raising the toll of that ambush to four}, {@code put the number of dead at six},
     * {@code the dead of Matemo now number four}.
     */
    static boolean isToll(Sentence s, int at) {
        int count = AT_LEAST.contains(s.word(at - 1)) ? at - 2 : at - 1;
        if (NUMBERS.contains(s.word(count)) && s.has(THE_DEAD, count - WITHIN, count)) {
            return true;
        }
        Set<String> verbs = s.word(count).equals("to") ? RISES : s.word(count).equals("at") ? PUTS : Set.of();
        for (int back = count - 1; back >= count - WITHIN && !s.word(back).equals(","); back--) {
            if (verbs.contains(s.word(back))) {
                return true;
            }
        }
        return false;
    }

    /** {@code the fifth man to lose his life in the assault}, {@code has claimed a second life}, {@code a fifth man died}: so many are dead. */
    static Optional<Count> ranked(Facts facts, int from, int until) {
        Sentence s = facts.sentence();
        for (int at = from; at < until; at++) {
            Optional<Integer> rank = facts.isTimed(at) ? Optional.empty() : Numbers.ordinal(s, at);
            if (rank.isPresent() && isRankOfDead(s, at) && !isSince(facts, at)) {
                return Optional.of(new Count(rank.get(), false, Firmness.TOLL, at, at + 1));
            }
        }
        return Optional.empty();
    }

    private static boolean isRankOfDead(Sentence s, int at) {
        if (LIFE.contains(s.word(at + 1))) {
            return s.has(TAKES_LIVES, at - RANKED_WITHIN, at + RANKED_WITHIN);
        }
        for (int to = at + 1; to <= at + RANKED_WITHIN && !s.word(to).equals(","); to++) {
            if (DIED.contains(s.word(to)) && !isFirst(s, at)) {
                return true;
            }
            if (s.word(to).equals("to")) {
                return s.has(TO_DIE, to + 1, to + 3);
            }
        }
        return false;
    }

    /** {@code the first man died on the spot}: how many died after him is not said. */
    private static boolean isFirst(Sentence s, int at) {
        return Numbers.ordinal(s, at).filter(rank -> rank == 1).isPresent();
    }

    /** {@code three of the injured died}: they are of those counted dead already, or may be. */
    static boolean isOfInjured(Sentence s, int end) {
        return OF.contains(s.word(end))
                && s.has(INJURED, end + 1, end + OF_WITHIN)
                && s.has(DIED, end + OF_WITHIN - 1, s.size());
    }

    /** {@code bringing to 200 the number killed since July}: more than those of one attack are counted. */
    static boolean isSince(Facts facts, int at) {
        boolean longer = facts.whens().stream()
                .anyMatch(when -> !when.isOfDay() && when.at() > at && when.at() - at <= COUNTED_SINCE);
        return longer || facts.sentence().has(SINCE, at + 1, at + COUNTED_SINCE);
    }

    /** {@code two more lives}, {@code another three}: of those who died there are others. */
    static boolean isMore(Sentence s, int at, int end) {
        return MORE.contains(s.word(end)) || MORE.contains(s.word(at - 1));
    }

    /** {@code not half a dozen}, {@code rather than three}, {@code our earlier version spoke of two dead}. */
    static boolean isSuperseded(Sentence s, int at) {
        boolean instead = (s.word(at - 2) + " " + s.word(at - 1)).matches("instead of|rather than");
        if (instead || s.word(at - 1).equals("not")) {
            return true;
        }
        for (int back = at - SUPERSEDED_WITHIN; back < at; back++) {
            if (FORMER.contains(s.word(back)) && VERSIONS.contains(s.word(back + 1))) {
                return true;
            }
        }
        return false;
    }
}
