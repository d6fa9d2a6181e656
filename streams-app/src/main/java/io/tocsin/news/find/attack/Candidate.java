package io.tocsin.news.find.attack;

import io.tocsin.news.find.Facts;
import io.tocsin.news.find.attack.AttackWords.Kind;
import io.tocsin.news.find.attack.AttackWords.Mark;
import io.tocsin.news.find.time.When;
import io.tocsin.news.find.time.When.Use;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A mention of which it is not yet decided whether it is an attack.
 *
 * @param main the word that names it
 * @param group all words that name it
 */
record Candidate(Mention mention, Mark main, List<Mark> group) {

    private static final int RANKED_WITHIN = 7;
    private static final Set<String> WORST = Words.of("worst");
    private static final Set<String> KNOWN = Words.of("known");
    private static final Set<String> ARMED = Words.of("armed");

    Facts facts() {
        return mention.facts();
    }

    Sentence sentence() {
        return mention.facts().sentence();
    }

    /** Whether it is spoken of as several. */
    boolean isMany() {
        return main.is(Kind.EVENTS);
    }

    /** {@code the blasts on Monday}. */
    boolean isOfTold() {
        return KNOWN.contains(sentence().word(main.at() - 1));
    }

    boolean isDayKnown() {
        return mention.moments().stream().anyMatch(When::isOfDay);
    }

    /** Whether a month or a week, if no day, is told of it. */
    boolean isTimed() {
        return !mention.moments().isEmpty();
    }

    /** Whether the year stands right beside the word that names it: {@code the bombing of 2017}. */
    boolean isOfYearItself() {
        return facts().whens().stream()
                .filter(when -> when.use() == Use.YEAR)
                .anyMatch(when -> when.end() == main.at() || (when.at() >= main.end() && when.at() - main.end() <= 1));
    }

    /** Whether a verb tells it, and then how bad it was: {@code in one of the heaviest losses this year}. */
    boolean isRanked() {
        Sentence s = sentence();
        return !main.is(Kind.EVENT, Kind.EVENTS, Kind.KILLING)
                && facts().whens().stream()
                        .filter(when -> when.use() == Use.YEAR)
                        .allMatch(when -> when.at() >= main.end() && isSuperlative(s, when));
    }

    private boolean isSuperlative(Sentence s, When year) {
        for (int at = Math.max(main.end(), year.at() - RANKED_WITHIN); at < year.at(); at++) {
            if (s.word(at).endsWith("iest") || s.has(WORST, at, at + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the sentence names who may attack. */
    boolean isArmed() {
        return sentence().has(ARMED, 0, sentence().size());
    }

    boolean isPlaced() {
        return mention.places().stream().anyMatch(where -> !where.isCountry());
    }

    /** Whether it is told as something that happened: on a day, and where, or by a verb. */
    boolean isAssertive() {
        boolean told = group.stream().anyMatch(mark -> mark.is(Kind.HARM, Kind.LANDS, Kind.VERB));
        return isDayKnown() && (isPlaced() || told);
    }

    /** Whether the sentence counts over a period: {@code since January}. */
    boolean isOfPeriod() {
        return facts().whens().stream().anyMatch(when -> when.use() == Use.PERIOD);
    }

    /** Whether a time of that use stands in its stretch of the sentence, or up to so many tokens before. */
    boolean has(Use use, int before) {
        Predicate<When> within = when -> when.at() >= mention.from() - before && when.end() <= mention.until();
        return facts().whens().stream().filter(within).anyMatch(when -> when.use() == use);
    }
}
