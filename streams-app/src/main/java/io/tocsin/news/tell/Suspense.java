package io.tocsin.news.tell;

import io.tocsin.news.find.Facts;
import io.tocsin.news.find.attack.AttackFinder;
import io.tocsin.news.find.attack.Mention;
import io.tocsin.news.find.place.Where;
import io.tocsin.news.find.time.When;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What befell people or things, told with day and place, until a sentence after it says who or what did it. */
final class Suspense {

    private static final int WITHIN = 2;

    private static final Set<String> LATE_DEATHS = Words.of("late-deaths");

    private static final Set<String> ACCIDENTS = Words.of("accidents");

    private final AttackFinder attacks;
    private Optional<Facts> told = Optional.empty();

    Suspense(AttackFinder attacks) {
        this.attacks = attacks;
    }

    /** The attacks told before, of which this sentence says who or what did it. */
    List<Mention> endedBy(Facts facts) {
        List<Mention> mentions = told.filter(each -> isNear(each, facts) && !isOfDay(facts))
                .flatMap(each -> attacks.doer(facts).map(means -> attacks.suffered(each, means)))
                .orElse(List.of());
        if (!mentions.isEmpty()) {
            told = Optional.empty();
        }
        return mentions;
    }

    /** Keeps the sentence, which told no attack, if it may turn out to tell one. */
    void keep(Facts facts) {
        boolean place = facts.wheres().stream().anyMatch(where -> where.role() == Where.Role.AT && !where.isCountry());
        Sentence s = facts.sentence();
        boolean other = s.has(LATE_DEATHS, 0, s.size()) || s.has(ACCIDENTS, 0, s.size());
        if (isOfDay(facts) && place && !other) {
            told = Optional.of(facts);
        }
    }

    private static boolean isOfDay(Facts facts) {
        return facts.whens().stream().anyMatch(when -> when.use() == When.Use.MOMENT && when.isOfDay());
    }

    void forget() {
        told = Optional.empty();
    }

    private static boolean isNear(Facts before, Facts facts) {
        return facts.sentence().paragraph() == before.sentence().paragraph()
                && facts.number() - before.number() <= WITHIN;
    }
}
